/// Values in order: `[a, b]`.
public struct Tuple: Hashable, Sendable {
    public var items: [TupleItem]

    public init(items: [TupleItem]) {
        self.items = items
    }

    public init(_ elements: [Expression]) {
        items = elements.map { .element($0) }
    }

    /// The elements without the comments between them.
    public var elements: [Expression] {
        items.compactMap { if case .element(let value, _) = $0 { value } else { nil } }
    }
}

extension Tuple: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Expression...) {
        self.init(elements)
    }
}

/// One thing between the brackets of a tuple.
public enum TupleItem: Hashable, Sendable {
    /// A value and the comment at the end of its line.
    case element(Expression, comment: Comment? = nil)
    case comment(Comment)
    case blankLine
}
