import TerraneCore

/// A statement of a policy document, as sets of texts that can be compared: `s3:Get*`, `{bucket.arn}/*`, `AWS: *`.
struct PolicyStatement: Hashable {
    var isAllow = true
    var actions: [String] = []
    var resources: [String] = []
    var principals: [String] = []
    var conditions: Set<String> = []

    /// The statements of a document; empty for what is none.
    static func all(in document: Expression) -> [PolicyStatement] {
        guard case .object(let fields) = document, let statement = fields.first(where: { $0.key == "Statement" })?.value
        else { return [] }
        return statement.asList.compactMap(PolicyStatement.init)
    }

    private init?(_ value: Expression) {
        guard case .object(let fields) = value else { return nil }
        for field in fields {
            switch field.key {
            case "Effect": isAllow = field.value.text != "Deny"
            case "Action": actions += field.value.asList.map { $0.readable() }
            case "NotAction": actions.append(PolicyStatement.everything(but: field.value))
            case "Resource": resources += field.value.asList.map { $0.isLate ? "{\($0.readable())}" : $0.readable() }
            case "NotResource": resources.append(PolicyStatement.everything(but: field.value))
            case "Principal": principals += PolicyStatement.principals(field.value)
            case "NotPrincipal": principals.append(PolicyStatement.everything(but: field.value))
            case "Condition": conditions = PolicyStatement.conditions(field.value)
            default: break
            }
        }
        if resources.isEmpty { resources = ["*"] }
        if principals.isEmpty { principals = [""] }
    }

    private static func everything(but value: Expression) -> String { "everything but \(value.canonical)" }

    private static func principals(_ value: Expression) -> [String] {
        guard case .object(let kinds) = value else { return value.asList.map { "AWS: \($0.readable())" } }
        return kinds.flatMap { kind in kind.value.asList.map { "\(kind.key): \($0.readable())" } }
    }

    private static func conditions(_ value: Expression) -> Set<String> {
        guard case .object(let tests) = value else { return [value.canonical] }
        var found: Set<String> = []
        for test in tests {
            guard case .object(let keys) = test.value else { continue }
            for key in keys {
                found.insert(
                    "\(test.key) \(key.key) \(ItemKeys.canonical(key.value.asList).sorted().joined(separator: ","))")
            }
        }
        return found
    }

    /// Whether it is about all of that, as far as the texts tell, under no other conditions; or under any, where none are given.
    func covers(action: String, resource: String, principal: String, under others: Set<String>? = nil) -> Bool {
        others.map { conditions.isSubset(of: $0) } ?? true
            && mentions(action: action, principal: principal)
            && resources.contains { Wildcard.covers($0, resource) }
    }

    /// Whether it is about an action of a principal, on whatever.
    func mentions(action: String, principal: String) -> Bool {
        actions.contains { Wildcard.covers($0.lowercased(), action.lowercased()) }
            && principals.contains { $0 == principal || $0 == "AWS: *" || Wildcard.covers($0, principal) }
    }
}

extension Expression {
    /// The items of a list; any other value by itself.
    var asList: [Expression] { if case .list(let items) = self { items } else { [self] } }
}

/// Texts with `*` for any characters and `?` for one ("IAM JSON policy elements: Resource", IAM User Guide).
enum Wildcard {
    /// Whether whatever `narrow` matches, `wide` does too.
    static func covers(_ wide: String, _ narrow: String) -> Bool {
        covers(Array(wide.utf8)[...], Array(narrow.utf8)[...])
    }

    private static func covers(_ wide: ArraySlice<UInt8>, _ narrow: ArraySlice<UInt8>) -> Bool {
        var (pattern, text) = (wide, narrow)
        var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
        while let byte = text.first {
            if let expected = pattern.first, expected == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, text)
            } else if let expected = pattern.first,
                expected == byte || (expected == UInt8(ascii: "?") && byte != UInt8(ascii: "*"))
            {
                pattern = pattern.dropFirst()
                text = text.dropFirst()
            } else if let last = retry {
                retry = (last.pattern, last.text.dropFirst())
                (pattern, text) = (last.pattern, last.text.dropFirst())
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
