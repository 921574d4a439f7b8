/// Values under keys, in the author's order: `{ a = 1 }`.
public struct Object: Hashable, Sendable {
    public var items: [ObjectItem]

    public init(_ items: [ObjectItem] = []) {
        self.items = items
    }
}

extension Object: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: ObjectItem...) {
        items = elements
    }
}

extension Object: ExpressibleByDictionaryLiteral {
    /// Keeps the order of the literal.
    public init(dictionaryLiteral elements: (String, Expression)...) {
        items = elements.map { .pair(.name($0.0), $0.1) }
    }
}

/// One thing between the braces of an object.
public enum ObjectItem: Hashable, Sendable {
    /// A key, its value and the comment at the end of the line.
    case pair(ObjectKey, Expression, comment: Comment? = nil)
    case comment(Comment)
    case blankLine
}

/// What a value is filed under.
public enum ObjectKey: Hashable, Sendable {
    /// Known text. Printed bare when it is a plain identifier and no keyword, else in quotes.
    case name(String)
    /// A key to be worked out: a template with interpolations, or anything else in parentheses.
    case expression(Expression)
}
