extension Node: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
}

extension Node: ExpressibleByStringInterpolation {}

extension Node: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int) { self.init(.scalar(.integer(number))) }
}

extension Node: ExpressibleByFloatLiteral {
    public init(floatLiteral number: Double) { self.init(.scalar(.number(number))) }
}

extension Node: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self.init(.scalar(.boolean(flag))) }
}

extension Node: ExpressibleByArrayLiteral {
    public init(arrayLiteral items: Node...) { self = .sequence(items) }
}

extension Node: ExpressibleByDictionaryLiteral {
    /// Keys keep their order.
    public init(dictionaryLiteral pairs: (Node, Node)...) { self = .mapping(pairs.map { Pair($0.0, $0.1) }) }
}
