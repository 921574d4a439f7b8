import TerraneCore

extension Expression {
    /// What a JSON text says; nil where it is none.
    init?(jsonText text: String) {
        var cursor = JSONCursor(Array(text.utf8))
        guard let value = try? cursor.plainValue(), (try? cursor.finish()) != nil else { return nil }
        self = value
    }
}

extension JSONCursor {
    /// The value that stands here, in which nothing has a meaning of its own.
    mutating func plainValue() throws(UnreadableGraph) -> Expression {
        switch peek() {
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "{"):
            var fields: [Expression.Field] = []
            try open("{")
            while let key = try key() { fields.append(Expression.Field(key, try plainValue())) }
            return .object(fields)
        case UInt8(ascii: "["):
            var items: [Expression] = []
            try open("[")
            while try item() { items.append(try plainValue()) }
            return .list(items)
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try boolean())
        case UInt8(ascii: "n"):
            try null()
            return .null
        default:
            switch try number() {
            case .integer(let number): return .integer(number)
            case .decimal(let number): return .number(number)
            }
        }
    }
}
