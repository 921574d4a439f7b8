import TerraneCore

/// A property that is not what it was, with the values themselves.
struct ChangedValue: Sendable {
    var terraform: PropertyPath?
    var cloudFormation: PropertyPath?
    /// Its names in Terraform's terms, which facts of services are written in, where Terraform's value stays as it is.
    var terms: [String]?
    /// Nil where there is none.
    var before: Expression?
    var after: Expression?
    /// Whether the same items stand in another order.
    var isOrderOnly = false
    /// Whether it is said of the resource besides its properties: its type, its tags, how it is replaced.
    var isBeside = false

    /// Its path, in Terraform's terms where it has any.
    var path: PropertyPath { terraform ?? cloudFormation ?? PropertyPath() }

    var termNames: [String] { terraform?.names ?? terms ?? path.names }

    /// Whether one of the values is known only once deployed.
    var isLate: Bool { before?.isLate == true || after?.isLate == true }

    /// Whether what is deployed differs for certain: it is known, or it names another thing, or nothing any more.
    var isSure: Bool { !isLate || ChangedValue.nameOtherThings(before?.forTerraform, after?.forTerraform) }

    private static func nameOtherThings(_ before: Expression?, _ after: Expression?) -> Bool {
        switch (before, after) {
        case (.reference?, nil), (nil, .reference?): true
        case (.reference(let old)?, .reference(let new)?):
            old.target != new.target && old.attribute == new.attribute && new.attribute.isIdentity
        default: false
        }
    }

    var readable: PropertyChange {
        let isSecret = path.isSecret
        return PropertyChange(
            terraform: terraform?.description, cloudFormation: cloudFormation?.description,
            before: before.map { $0.readable(isSecret: isSecret) },
            after: after.map { $0.readable(isSecret: isSecret) })
    }
}

extension ChangedValue {
    /// A change of what a resource is, besides its properties; an empty text is none.
    static func beside(
        _ terraform: String, _ cloudFormation: String?, _ before: String, _ after: String
    ) -> ChangedValue {
        func path(_ text: String) -> PropertyPath { RowPath.parts(of: text).reduce(PropertyPath(), /) }
        return ChangedValue(
            terraform: path(terraform), cloudFormation: cloudFormation.map(path),
            before: before.isEmpty ? nil : .string(before), after: after.isEmpty ? nil : .string(after), isBeside: true)
    }

    static func tags(from old: [Tag], to new: [Tag]) -> [ChangedValue] {
        guard old != new else { return [] }
        let before = Dictionary(old.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        let after = Dictionary(new.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        return Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map { key in
            ChangedValue(
                terraform: PropertyPath() / "tags" / key, cloudFormation: PropertyPath() / "Tags" / key,
                before: before[key].map { .string($0) }, after: after[key].map { .string($0) }, isBeside: true)
        }
    }
}

extension Attribute {
    /// Whether no two things have the same: what `Ref` returns, an ARN, an ID of its own.
    fileprivate var isIdentity: Bool {
        switch cloudFormation {
        case .ref: true
        case .attribute(let name): ["Arn", "Id", "GroupId", "AllocationId"].contains(name)
        case .absent: ["arn", "id"].contains(terraform)
        }
    }
}

extension Expression {
    /// Whether a part of it is known only once deployed.
    var isLate: Bool {
        hasPart { part in
            switch part {
            case .reference, .parameter, .imported, .lookup, .comprehension, .every, .iteration: true
            default: false
            }
        }
    }
}
