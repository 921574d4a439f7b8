/// What stands between the braces of a block, or a whole file.
public struct Body: Hashable, Sendable {
    public var items: [BodyItem]

    public init(_ items: [BodyItem] = []) {
        self.items = items
    }
}

extension Body: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: BodyItem...) {
        items = elements
    }
}

extension Body {
    /// The attributes of this body, in order, without those of nested blocks.
    public var attributes: [Attribute] {
        items.compactMap { if case .attribute(let attribute) = $0 { attribute } else { nil } }
    }

    /// The blocks of this body, in order, without those nested in them.
    public var blocks: [Block] {
        items.compactMap { if case .block(let block) = $0 { block } else { nil } }
    }

    public mutating func append(_ attribute: Attribute) { items.append(.attribute(attribute)) }

    public mutating func append(_ block: Block) { items.append(.block(block)) }

    public mutating func append(_ comment: Comment) { items.append(.comment(comment)) }
}

/// One thing in a body.
///
/// A blank line that the canonical layout demands anyway (round blocks, see `BlankLines`) is not an item: the printer
/// adds it and the parser leaves it out. `blankLine` is one the author chose.
public enum BodyItem: Hashable, Sendable {
    case attribute(Attribute)
    case block(Block)
    case comment(Comment)
    case blankLine
}
