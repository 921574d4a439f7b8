import TerraneCore

/// A property that is not what it was, with the values themselves.
struct ChangedValue: Sendable {
    var terraform: PropertyPath?
    var cloudFormation: PropertyPath?
    /// Nil where there is none.
    var before: Expression?
    var after: Expression?
    /// Whether the same items stand in another order.
    var isOrderOnly = false

    /// Its path, in Terraform's terms where it has any.
    var path: PropertyPath { terraform ?? cloudFormation ?? PropertyPath() }

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
        var isLate = false
        forEachPart { part in
            switch part {
            case .reference, .parameter, .imported, .lookup, .comprehension, .every, .iteration: isLate = true
            default: break
            }
        }
        return isLate
    }
}
