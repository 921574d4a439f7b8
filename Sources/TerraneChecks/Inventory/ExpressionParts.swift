import TerraneCore

extension Expression {
    /// The side of a value that Terraform gets.
    var terraformSide: Expression {
        if case .either(let terraform, _) = self { terraform } else { self }
    }

    /// The name of the resource that this is an attribute of.
    var referred: Name? {
        switch self {
        case .reference(let reference): reference.target
        case .element(let list, _), .every(let list): list.terraformSide.referred
        default: nil
        }
    }

    /// The members of a list; any other value by itself.
    var elements: [Expression] {
        if case .list(let items) = terraformSide { items } else { [self] }
    }

    /// What stands in a JSON document; any other value as it is.
    var unwrapped: Expression {
        if case .json(let inner) = terraformSide { inner.terraformSide } else { terraformSide }
    }

    /// The value of a member of an object, or of the object of a JSON document; nil where there is none.
    subscript(member: String) -> Expression? {
        guard case .object(let fields) = unwrapped else { return nil }
        return fields.value(of: member)
    }

    /// The resources that it speaks of.
    var referredNames: Set<Name> {
        var names: Set<Name> = []
        terraformSide.forEachPart { if case .reference(let reference) = $0 { names.insert(reference.target) } }
        return names
    }
}

extension [Expression.Field] {
    /// The value of a member, as Terraform gets it.
    func value(of key: String) -> Expression? {
        first { $0.key == key && !$0.value.isNull }?.value.terraformSide
    }
}
