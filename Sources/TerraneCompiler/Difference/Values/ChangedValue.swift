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

    var readable: PropertyChange {
        let isSecret = path.isSecret
        return PropertyChange(
            terraform: terraform?.description, cloudFormation: cloudFormation?.description,
            before: before.map { $0.readable(isSecret: isSecret) },
            after: after.map { $0.readable(isSecret: isSecret) })
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
