/// Text with holes in it: `"arn:aws:s3:::${var.bucket}/*"`.
public struct Template: Hashable, Sendable {
    /// The parts in order. Neighbouring literals are one, and none is empty, if it came from `init` or the parser.
    public var parts: [TemplatePart]

    public init(_ text: String) {
        parts = text.isEmpty ? [] : [.literal(text)]
    }

    public init(parts: [TemplatePart]) {
        self.parts = TemplatePart.melded(parts)
    }

    /// The text, if there is nothing to work out in it.
    public var literal: String? {
        switch parts.count {
        case 0: ""
        case 1: if case .literal(let text) = parts[0] { text } else { nil }
        default: nil
        }
    }
}

/// One part of a template. Its text is what it means: the printer escapes it.
public enum TemplatePart: Hashable, Sendable {
    case literal(String)
    /// `${expression}`
    indirect case interpolation(Expression, strip: Strip = .none)
    /// `%{if condition}…%{else}…%{endif}`
    indirect case `if`(IfDirective)
    /// `%{for value in collection}…%{endfor}`
    indirect case `for`(ForDirective)
}

/// The tildes of a sequence, which eat the white space before (`${~`) or after it (`~}`).
public struct Strip: Hashable, Sendable {
    public var before: Bool
    public var after: Bool

    public init(before: Bool = false, after: Bool = false) {
        self.before = before
        self.after = after
    }

    public static let none = Strip()
}

extension TemplatePart {
    /// The same parts with neighbouring literals joined and empty ones left out.
    static func melded(_ parts: [TemplatePart]) -> [TemplatePart] {
        var result: [TemplatePart] = []
        result.reserveCapacity(parts.count)
        for part in parts {
            guard case .literal(let text) = part else {
                result.append(part)
                continue
            }
            if text.isEmpty { continue }
            if case .literal(let previous)? = result.last {
                result[result.count - 1] = .literal(previous + text)
            } else {
                result.append(part)
            }
        }
        return result
    }
}
