import TerraneYAML

/// The keys of a mapping, put together one by one; what is not given is left out.
struct Fields {
    private var pairs: [Node.Pair] = []

    mutating func add(_ key: String, _ value: Node?) {
        if let value { pairs.append(Node.Pair(.string(key), value)) }
    }

    /// With an empty line above, unless it is the first.
    mutating func addApart(_ key: Node, _ value: Node?) {
        if let value { pairs.append(Node.Pair(pairs.isEmpty ? key : key.preceded(by: ""), value)) }
    }

    var node: Node { .mapping(pairs) }
}

/// The kinds of node that workflows are made of.
extension Node {
    static func integer(_ number: Int) -> Node { Node(.scalar(.integer(number))) }
    static func boolean(_ flag: Bool) -> Node { Node(.scalar(.boolean(flag))) }

    /// Items on one line: `[main, develop]`.
    static func row(_ items: [Node]) -> Node { sequence(items).flow }

    /// Items with an empty line between them.
    static func spaced(_ items: [Node]) -> Node {
        sequence(items.enumerated().map { $0.offset == 0 ? $0.element : $0.element.preceded(by: "") })
    }

    static func fields(_ fields: (String, Node)...) -> Node {
        mapping(fields.map { Pair(.string($0.0), $0.1) })
    }
}
