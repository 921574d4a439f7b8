import TerraneCore

/// Writes values in CloudFormation's intrinsic functions.
///
/// A reference to a resource in another region has no intrinsic function; it becomes a parameter of the template, and
/// an output of the other region's template to fill it from.
struct CloudFormationExpressions {
    /// A value that crosses from one region's template to another's.
    struct Crossing: Hashable {
        let reference: Reference
        let from: Region
        /// The logical ID of the target.
        let identifier: String
        /// The parameter here and the output there.
        var name: String { identifier + Spelling.pascalCase(reference.attribute.terraform) }
    }

    private let graph: ResourceGraph
    private let region: Region
    private(set) var crossings: [Crossing] = []
    private(set) var problems: [String] = []

    init(graph: ResourceGraph, region: Region) {
        self.graph = graph
        self.region = region
    }

    /// What could not be said since the last call, and forgets it.
    mutating func takeProblems() -> [String] {
        defer { problems = [] }
        return problems
    }

    mutating func lower(_ expression: Expression) -> JSON {
        switch expression {
        case .null, .malformed: return .null
        case .string(let text): return .string(text)
        case .integer(let number): return .integer(number)
        case .number(let number): return .number(number)
        case .boolean(let flag): return .boolean(flag)
        case .list(let items): return .array(items.map { lower($0) })
        case .object(let fields): return object(fields)
        case .reference(let reference): return lower(reference)
        case .parameter(let parameter): return .object(["Ref": .string(Spelling.pascalCase(parameter.name))])
        case .context(let context): return .object(["Ref": .string(CloudFormationExpressions.pseudoParameter(context))])
        case .interpolation(let parts): return substitution(parts)
        case .json(let document): return text(of: document)
        case .element(let list, let index): return .object(["Fn::Select": .array([.integer(index), lower(list)])])
        case .either(_, let cloudFormation): return lower(cloudFormation)
        case .lookup(let lookup): return .object(["Ref": .string(Spelling.pascalCase(lookup.parameter.name))])
        case .imported(let imported): return .object(["Fn::ImportValue": .string(importName(imported))])
        case .comprehension, .every, .iteration:
            problems.append("an object built from a collection")
            return .null
        }
    }

    private mutating func object(_ fields: [Expression.Field]) -> JSON {
        .object(fields.filter { !$0.value.isNull }.map { JSON.Member($0.key, lower($0.value)) })
    }

    private mutating func lower(_ reference: Reference) -> JSON {
        if let crossing = crossing(reference) { return .object(["Ref": .string(crossing.name)]) }
        return local(reference)
    }

    /// The reference as a template of its target's own region writes it.
    mutating func local(_ reference: Reference) -> JSON {
        let identifier = graph.logicalID(of: reference.target)
        switch reference.attribute.cloudFormation {
        case .ref: return .object(["Ref": .string(identifier)])
        case .attribute(let name): return .object(["Fn::GetAtt": .array([.string(identifier), .string(name)])])
        case .absent(let reason):
            problems.append("'\(reference.attribute.terraform)' of '\(reference.target)' (\(reason))")
            return .null
        }
    }

    private mutating func crossing(_ reference: Reference) -> Crossing? {
        guard let target = graph[reference.target], target.region != region else { return nil }
        let crossing = Crossing(
            reference: reference, from: target.region, identifier: Spelling.cloudFormation(target.logicalName))
        if !crossings.contains(where: { $0.name == crossing.name }) { crossings.append(crossing) }
        return crossing
    }

    private func importName(_ imported: ImportedValue) -> String {
        CloudFormationExpressions.exportName(imported.export, of: imported.stack, imported.environment)
    }

    /// The name of an export, unique in an account and region: `koemo-production-vpc-id`.
    static func exportName(_ export: String, of stack: Name, _ environment: String) -> String {
        "\(stack.dashed)-\(environment)-\(Name(export).dashed)"
    }

    private static func pseudoParameter(_ context: DeploymentContext) -> String {
        switch context {
        case .account: "AWS::AccountId"
        case .region: "AWS::Region"
        case .partition: "AWS::Partition"
        }
    }

    // MARK: Text with values inside

    private mutating func substitution(_ parts: [Expression]) -> JSON {
        if parts.count == 1 { return lower(parts[0]) }
        return Substitution.json(of: parts.flatMap { pieces(of: $0) })
    }

    private mutating func pieces(of part: Expression) -> [Substitution.Piece] {
        switch part.forCloudFormation {
        case .string(let literal): [.literal(literal)]
        case .integer(let number): [.literal(String(number))]
        case .interpolation(let parts): parts.flatMap { pieces(of: $0) }
        case .json(let document): pieces(ofDocument: document)
        case let other: [.value(lower(other))]
        }
    }

    /// A JSON document as a string, with `Fn::Sub` for the values inside it.
    private mutating func text(of document: Expression) -> JSON {
        Substitution.json(of: pieces(ofDocument: document))
    }

    private mutating func pieces(ofDocument document: Expression) -> [Substitution.Piece] {
        switch document.forCloudFormation {
        case .object(let fields):
            let members = fields.filter { !$0.value.isNull }.map { field in
                [.literal(JSONPrinter.compact(.string(field.key)) + ":")] + pieces(ofDocument: field.value)
            }
            return [.literal("{")] + Array(members.joined(separator: [.literal(",")])) + [.literal("}")]
        case .list(let items):
            let elements = items.map { pieces(ofDocument: $0) }
            return [.literal("[")] + Array(elements.joined(separator: [.literal(",")])) + [.literal("]")]
        case .null, .string, .integer, .number, .boolean, .malformed:
            return [.literal(JSONPrinter.compact(lower(document)))]
        case let text:
            return [.literal("\"")] + pieces(of: text).map(\.withinQuotes) + [.literal("\"")]
        }
    }
}

extension Substitution.Piece {
    /// The piece as it stands inside a string of a JSON document. What a value will be is not known, so it is not escaped.
    fileprivate var withinQuotes: Substitution.Piece {
        guard case .literal(let text) = self else { return self }
        let quoted = JSONPrinter.compact(.string(text)).utf8
        return .literal(String(Substring(quoted.dropFirst().dropLast())))
    }
}
