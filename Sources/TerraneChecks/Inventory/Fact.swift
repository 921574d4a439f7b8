public import TerraneCore

/// What is known of a property before anything is deployed.
public enum Fact: Sendable {
    /// It is not given: the provider's default holds.
    case absent
    /// A literal, with all that stands in it.
    case known(Expression)
    /// It is given, and known only once deployed.
    case late

    public var isAbsent: Bool { if case .absent = self { true } else { false } }
    public var isLate: Bool { if case .late = self { true } else { false } }

    public var literal: Expression? { if case .known(let literal) = self { literal } else { nil } }

    public var text: String? { literal?.text }

    /// Yes or no; Terraform takes "true" and "false" as text too.
    public var flag: Bool? {
        switch literal {
        case .boolean(let flag): flag
        case .string(let text): Bool(text)
        default: nil
        }
    }

    /// A whole number; Terraform takes one as text too.
    public var integer: Int? {
        switch literal {
        case .integer(let number): number
        case .string(let text): Int(text)
        default: nil
        }
    }

    public var number: Double? {
        switch literal {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .string(let text): Double(text)
        default: nil
        }
    }

    /// The members of a list; nil where it is no list.
    public var list: [Expression]? { if case .list(let items) = literal { items } else { nil } }

    /// The members of a list of texts.
    public var texts: [String]? { list?.compactMap(\.text) }

    /// The object of a JSON document, or an object.
    public var document: Expression? {
        if case .json(let inner) = literal { inner } else { literal }
    }
}
