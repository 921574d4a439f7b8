import TerraneSchemas

// Texts, numbers and truth values.
extension SchemaEvaluation {
    mutating func scalar(_ value: JSON, _ constraint: SchemaConstraint) {
        guard let text = value.scalarText else { return }
        guard let problem = problem(of: value, text, constraint) else { return }
        // A part of the text may be looked up at deployment.
        if text.utf8.contains(UInt8(ascii: "{")), text.contains("{{resolve:") { doubt() } else { report(problem) }
    }

    private mutating func problem(of value: JSON, _ text: String, _ constraint: SchemaConstraint) -> SchemaProblem? {
        switch constraint {
        case .pattern(let pattern): return mismatch(text, pattern)
        case .format(let name, let pattern):
            guard case .string = value else { return nil }
            return mismatch(text, pattern, format: name)
        case .enumeration(let values): return values.contains(text) ? nil : .notListed(text, values)
        case .length(let bounds):
            guard case .string = value else { return nil }
            let length = text.unicodeScalars.count
            return bounds.contains(length) ? nil : .length(length, bounds)
        case .range(let range):
            return value.numeric.map(range.contains) == false ? .range(text, range) : nil
        case .multiple(let divisor):
            guard let number = value.numeric, divisor != 0 else { return nil }
            return number.truncatingRemainder(dividingBy: divisor) == 0 ? nil : .multiple(text, of: divisor)
        default: return nil
        }
    }

    private mutating func mismatch(_ text: String, _ pattern: SchemaPattern, format: String? = nil) -> SchemaProblem? {
        guard let matches = pattern.matches(text) else {
            doubt()
            return nil
        }
        return matches ? nil : .mismatch(text, pattern, format: format)
    }
}

extension JSON {
    /// A value that is known only once CloudFormation deploys.
    var isLate: Bool {
        switch self {
        case .object(let members): members.count == 1 && JSON.isIntrinsic(members[0].key)
        case .string(let text): text.utf8.first == UInt8(ascii: "{") && text.hasPrefix("{{resolve:")
        case .null: true
        default: false
        }
    }

    /// The member that says there is none (`AWS::NoValue`).
    var isNothing: Bool {
        guard case .object(let members) = self, members.count == 1, members[0].key == "Ref" else { return false }
        return members[0].value == .string("AWS::NoValue")
    }

    private static func isIntrinsic(_ key: String) -> Bool {
        key == "Ref" || key.hasPrefix("Fn::")
    }

    /// A scalar as CloudFormation writes it.
    fileprivate var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): "\(number)"
        case .boolean(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    fileprivate var numeric: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .string(let text): Double(text)
        default: nil
        }
    }

    /// Whether CloudFormation takes it for one of these.
    func isOf(_ types: SchemaTypes) -> Bool {
        switch self {
        case .object: types.contains(.object)
        case .array: types.contains(.list)
        case .boolean: types.contains(.text) || types.contains(.boolean)
        case .integer, .number: !types.isDisjoint(with: [.text, .integer, .number])
        case .string(let text):
            types.contains(.text) || (types.contains(.boolean) && JSON.truthValues.contains(text))
                || (types.contains(.integer) && Int(text) != nil) || (types.contains(.number) && Double(text) != nil)
        case .null: true
        }
    }

    private static let truthValues: Set<String> = ["true", "false", "True", "False"]

    /// What it is, for people.
    var kind: String {
        switch self {
        case .null: "nothing"
        case .boolean: "a truth value"
        case .integer, .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
