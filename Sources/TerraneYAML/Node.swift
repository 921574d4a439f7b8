/// A YAML value, with the comments that stand by it.
public struct Node: Hashable, Sendable {
    public indirect enum Content: Hashable, Sendable {
        case scalar(Scalar)
        case sequence([Node])
        /// Keys in their order.
        case mapping([Pair])
    }

    /// A key of a mapping and what it stands for.
    public struct Pair: Hashable, Sendable {
        public var key: Node
        public var value: Node

        public init(_ key: Node, _ value: Node) {
            self.key = key
            self.value = value
        }
    }

    public var content: Content
    /// A comment behind a scalar on its line, without the `#`.
    public var comment: String?
    /// Lines before a key or an item: comments without the `#`, or nothing for a blank line.
    public var leading: [String] = []
    /// Written bare although other readers take it for something else: `on`, the key of GitHub's workflows.
    public var isBare = false
    /// Written on one line, in brackets or braces.
    public var isFlow = false

    public init(_ content: Content) {
        self.content = content
    }

    public static func string(_ text: String) -> Node { Node(.scalar(.string(text))) }
    public static func sequence(_ items: [Node]) -> Node { Node(.sequence(items)) }
    public static func mapping(_ pairs: [Pair]) -> Node { Node(.mapping(pairs)) }

    /// The same node with a comment behind it.
    public func commented(_ text: String?) -> Node {
        var copy = self
        copy.comment = text
        return copy
    }

    /// The same node after further lines: comments, or nothing for a blank line.
    public func preceded(by lines: String...) -> Node {
        var copy = self
        copy.leading += lines
        return copy
    }

    /// The same scalar written bare.
    public var bare: Node {
        var copy = self
        copy.isBare = true
        return copy
    }

    /// The same collection written on one line.
    public var flow: Node {
        var copy = self
        copy.isFlow = true
        return copy
    }

    /// The value of a key, if this is a mapping and has it.
    public subscript(key: String) -> Node? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.content == .scalar(.string(key)) }?.value
    }

    /// The same value without comments and wishes for its style.
    public var plain: Node {
        switch content {
        case .scalar: Node(content)
        case .sequence(let items): .sequence(items.map(\.plain))
        case .mapping(let pairs): .mapping(pairs.map { Pair($0.key.plain, $0.value.plain) })
        }
    }
}

/// A value without parts.
public enum Scalar: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
}

extension Node: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
}

extension Node: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int) { self.init(.scalar(.integer(number))) }
}

extension Node: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self.init(.scalar(.boolean(flag))) }
}

extension Node: ExpressibleByArrayLiteral {
    public init(arrayLiteral items: Node...) { self = .sequence(items) }
}

extension Node: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral pairs: (Node, Node)...) { self = .mapping(pairs.map { Pair($0.0, $0.1) }) }
}
