import TerraneAWS
import TerraneCore

/// A policy document of a resource, read as far as it is known before anything is deployed.
struct PolicyReading: Sendable {
    let item: Inventory.Item
    let place: PolicyPlace
    let document: [Expression.Field]
    let statements: [StatementReading]

    /// Nil where the document comes from elsewhere.
    fileprivate init?(_ value: Expression, of item: Inventory.Item, at place: PolicyPlace) {
        guard case .object(let fields) = value.unwrapped else { return nil }
        self.item = item
        self.place = place
        document = fields
        statements = (fields.value(of: "Statement")?.elements ?? []).compactMap { StatementReading($0, of: item) }
    }

    var kind: PolicyPlace.Kind { place.kind }

    /// How messages call it.
    var title: String {
        kind == .trust ? "the trust policy of '\(item.name)'" : "the policy of '\(item.name)'"
    }

    /// Whether one of our types looked at its statements when it was evaluated.
    var isChecked: Bool {
        item.isChecked(as: IAM.Role.self) || item.isChecked(as: IAM.RolePolicy.self)
            || item.isChecked(as: IAM.ManagedPolicy.self)
    }
}

/// A statement of a policy.
struct StatementReading: Sendable {
    /// A test, the key of the request that it is made of, and the values, as far as they are known.
    struct Condition: Sendable {
        let test: String
        let key: String
        let values: [String]
    }

    let item: Inventory.Item
    let fields: [Expression.Field]

    fileprivate init?(_ value: Expression, of item: Inventory.Item) {
        guard case .object(let fields) = value.terraformSide else { return nil }
        self.item = item
        self.fields = fields.filter { !$0.value.isNull }
    }

    subscript(element: String) -> Expression? { fields.value(of: element) }

    func has(_ element: String) -> Bool { self[element] != nil }

    /// What is known of the values of an element that holds one or several.
    func texts(_ element: String) -> [String] {
        (self[element]?.elements ?? []).compactMap { item.fact($0).text }
    }

    /// Whether every value of an element is known.
    func isKnown(_ element: String) -> Bool {
        (self[element]?.elements ?? []).allSatisfy { item.fact($0).text != nil }
    }

    var allows: Bool { texts("Effect") == ["Allow"] }

    /// The principals of a kind, `Service` or `AWS`; for `*` alone, those of `AWS`.
    func principals(_ kind: String) -> [Expression] {
        switch self["Principal"] {
        case .object(let fields): fields.value(of: kind)?.elements ?? []
        case .string(let text) where kind == "AWS": [.string(text)]
        default: []
        }
    }

    /// Whether anybody at all is a principal of it.
    var isForEverybody: Bool {
        principals("AWS").contains { item.fact($0).text == "*" }
    }

    var conditions: [Condition] {
        guard case .object(let tests) = self["Condition"] else { return [] }
        return tests.flatMap { test -> [Condition] in
            guard case .object(let keys) = test.value.terraformSide else { return [] }
            return keys.map { key in
                let values = key.value.elements.compactMap { item.fact($0).text }
                return Condition(test: test.key, key: key.key, values: values)
            }
        }
    }
}

extension Inventory {
    /// Every policy document that can be read.
    var policies: [PolicyReading] { PolicyPlace.all.flatMap(policies) }

    /// The policy documents of a type of resource.
    func policies(of type: any Resource.Type) -> [PolicyReading] {
        PolicyPlace.all.filter { $0.type == type.type.terraform.typeName }.flatMap(policies)
    }

    private func policies(at place: PolicyPlace) -> [PolicyReading] {
        all(place.type).flatMap { item in
            item.values(place.path).compactMap { PolicyReading($0, of: item, at: place) }
        }
    }
}

extension Inventory.Item {
    /// Whether its Swift type looked at its properties when it was evaluated, and the author overrides none of them: what it
    /// found is not said twice.
    func isChecked(as type: any Resource.Type) -> Bool {
        node.type == type.type && node.options.overrides.isEmpty
    }
}

extension Expression {
    /// Whether a literal part of it holds a text.
    func mentions(_ text: String) -> Bool {
        switch terraformSide {
        case .string(let whole): return whole.contains(text)
        case .interpolation(let parts): return parts.contains { $0.mentions(text) }
        case .reference(let reference): return reference.foreseen?.mentions(text) ?? false
        default: return false
        }
    }
}
