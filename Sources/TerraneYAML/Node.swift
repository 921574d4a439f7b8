/// A YAML value, with the comments that stand by it and a wish for how it is written.
public struct Node: Sendable {
    public enum Content: Hashable, Sendable {
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
    /// A comment behind the value on its line, without the `#`. A collection in block style has it behind the key.
    public var comment: String?
    /// Lines before a key or an item: comments without the `#`, or nothing for a blank line.
    public var leading: [String] = []
    /// How a scalar is written.
    public var style = ScalarStyle.automatic
    /// Written on one line, in brackets or braces, unless there are comments inside.
    public var isFlow = false
    /// Where the value was read, if it was read. Takes no part in comparisons.
    public var mark: Mark?

    public init(_ content: Content) {
        self.content = content
    }
}

extension Node: Hashable {
    public static func == (left: Node, right: Node) -> Bool {
        left.content == right.content && left.comment == right.comment && left.leading == right.leading
            && left.style == right.style && left.isFlow == right.isFlow
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(content)
    }
}

extension Node {
    public static func string(_ text: String) -> Node { Node(.scalar(.string(text))) }
    public static func sequence(_ items: [Node]) -> Node { Node(.sequence(items)) }
    public static func mapping(_ pairs: [Pair]) -> Node { Node(.mapping(pairs)) }
    public static var null: Node { Node(.scalar(.null)) }

    /// The same node with a comment behind it.
    public func commented(_ text: String?) -> Node {
        with { $0.comment = text }
    }

    /// The same node after further lines: comments, or nothing for a blank line.
    public func preceded(by lines: String...) -> Node {
        with { $0.leading += lines }
    }

    /// The same scalar in a style of choice.
    public func styled(_ style: ScalarStyle) -> Node {
        with { $0.style = style }
    }

    /// The same scalar written bare.
    public var bare: Node { styled(.plain) }

    /// The same collection written on one line.
    public var flow: Node {
        with { $0.isFlow = true }
    }

    private func with(_ change: (inout Node) -> Void) -> Node {
        var copy = self
        change(&copy)
        return copy
    }
}

extension Node {
    /// The value of a key, if this is a mapping and has it.
    public subscript(key: String) -> Node? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.content == .scalar(.string(key)) }?.value
    }

    /// The same value without comments, wishes for its style and marks.
    public var unadorned: Node {
        switch content {
        case .scalar: Node(content)
        case .sequence(let items): .sequence(items.map(\.unadorned))
        case .mapping(let pairs): .mapping(pairs.map { Pair($0.key.unadorned, $0.value.unadorned) })
        }
    }

    var hasTrivia: Bool { comment != nil || !leading.isEmpty || hasTriviaInside }

    var hasTriviaInside: Bool {
        switch content {
        case .scalar: false
        case .sequence(let items): items.contains { $0.hasTrivia }
        case .mapping(let pairs): pairs.contains { $0.key.hasTrivia || $0.value.hasTrivia }
        }
    }
}
