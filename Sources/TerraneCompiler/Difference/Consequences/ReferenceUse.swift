import TerraneCore
import TerraneSchemas

/// A property that refers to another resource, with its path in each dialect that has it.
struct ReferenceUse {
    let reference: Reference
    let terraform: String?
    let cloudFormation: String?

    /// Every place of `node` that refers to anything.
    static func all(in node: ResourceNode) -> [ReferenceUse] {
        var search = ReferenceSearch()
        search.visit(node.properties.rows, under: ("", ""))
        search.visit(node.options.overrides, under: ("", ""))
        if let collection = node.options.forEach { search.visit(collection, at: ("for_each", nil)) }
        return search.uses
    }
}

private struct ReferenceSearch {
    var uses: [ReferenceUse] = []

    mutating func visit(_ rows: [Row], under path: (String?, String?)) {
        for row in rows {
            let here = (ReferenceSearch.join(path.0, row.terraform), ReferenceSearch.join(path.1, row.cloudFormation))
            switch row.content {
            case .value(.either(let terraform, let cloudFormation)):
                visit(terraform, at: (here.0, nil))
                visit(cloudFormation, at: (nil, here.1))
            case .value(let value): visit(value, at: here)
            case .nested(let table): visit(table.rows, under: here)
            case .repeated(let tables): for table in tables { visit(table.rows, under: here) }
            }
        }
    }

    mutating func visit(_ value: Expression, at path: (String?, String?)) {
        guard !value.isPlain else { return }
        var found: [Reference] = []
        value.forEachPart { part in
            if case .reference(let reference) = part { found.append(reference) }
        }
        uses += found.map { ReferenceUse(reference: $0, terraform: path.0, cloudFormation: path.1) }
    }

    private static func join(_ path: String?, _ name: String?) -> String? {
        guard let path, let name else { return nil }
        return path.isEmpty ? name : name.isEmpty ? path : "\(path)/\(name)"
    }
}

/// Which attributes of a replaced resource are others afterwards.
///
/// What follows from a name that stays, stays: an ARN that is foreseen, an identifier that the author gave. Other identifiers
/// are new for certain; of what else a resource says of itself, such as an endpoint, nobody knows.
struct ReplacedIdentity {
    private let node: ResourceNode
    private let changed: Set<String>
    /// Whether the resource's identifier is a property that an author gives, and stays.
    let hasOwnName: Bool
    /// Whether that, or another name that no two may have, stays.
    let keepsItsName: Bool
    private let isAnother: Bool

    /// - parameter moved: the properties that change because of what they refer to.
    init(_ node: ResourceNode, _ comparison: GraphComparison, besides moved: [String] = []) {
        self.node = node
        let values = comparison.positions[node.name].map { comparison.changes[$0].values } ?? []
        changed = Set(values.flatMap { [$0.terraform?.root, $0.cloudFormation?.root].compactMap(\.self) } + moved)
        isAnother = values.contains { $0.isBeside && ["type", "provider"].contains($0.path.root) }
        let type = node.type.cloudFormation.typeName ?? ""
        let schema = CloudFormationSchemas.schema(of: type, in: node.region.rawValue)
        let identifier = schema?.identifier.filter { schema?.readOnly.contains($0) == false }.map(\.description) ?? []
        let given = Set(node.properties.rows.filter(\.isLiteral).compactMap(\.cloudFormation)).subtracting(changed)
        hasOwnName = !identifier.isEmpty && given.isSuperset(of: identifier)
        let names: Set = ["Name", "GroupName", "\(type.split(separator: ":").last ?? "")Name"]
        keepsItsName =
            hasOwnName
            || schema?.createOnly.contains { names.contains($0.description) && given.contains($0.description) } == true
    }

    func changes(_ reference: Reference, in dialect: Properties.Dialect) -> Consequence.Certainty {
        if isAnother { return .will }
        let attribute = reference.attribute.terraform
        if reference.foreseen != nil, !changesForeseen { return .no }
        if node.properties.rows.contains(where: { $0.terraform == attribute && !$0.isEmpty }) {
            return changed.contains(attribute) ? .will : .no
        }
        switch (dialect, reference.attribute.cloudFormation) {
        case (.cloudFormation, .ref): return hasOwnName ? .no : .will
        case (.cloudFormation, .attribute(let name)):
            return name.hasSuffix("Arn") || name.hasSuffix("Id") ? (hasOwnName ? .may : .will) : .may
        default:
            let isIdentity =
                attribute == "id" || attribute.hasSuffix("_id") || attribute == "arn" || attribute.hasSuffix("_arn")
            return isIdentity ? (hasOwnName ? .may : .will) : .may
        }
    }

    /// A name of which an ARN is made changed with the rest.
    private var changesForeseen: Bool {
        changed.contains {
            $0 == "name" || $0.hasSuffix("_name") || $0 == "bucket" || $0 == "family" || $0.hasSuffix("identifier")
        }
    }
}

extension Row {
    fileprivate var isLiteral: Bool {
        if case .value(let value) = content { !value.isNull && !value.isLate } else { false }
    }
}
