/// Reads JSON from front to back, straight from its bytes, and vouches for nothing: each step says what it wants to find
/// there, and fails where something else stands.
///
///     try cursor.open("{")
///     while let key = try cursor.key() { … }
struct JSONCursor {
    let bytes: [UInt8]
    private(set) var position = 0
    private var depth = 0
    /// Whether nothing of the innermost container was read yet.
    private var isAtStart = false

    /// Deeper values are refused, so that no document can exhaust the stack.
    static let deepest = 200

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The same document from another place, which was found before.
    func moved(to position: Int) -> JSONCursor {
        var copy = self
        copy.position = position
        copy.isAtStart = false
        return copy
    }

    func failure(_ problem: String) -> UnreadableGraph {
        UnreadableGraph(problem, at: min(position, bytes.count), in: bytes)
    }

    /// The next byte that is not white space; 0 at the end.
    mutating func peek() -> UInt8 {
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return byte
            }
        }
        return 0
    }

    mutating func finish() throws(UnreadableGraph) {
        guard peek() == 0, position == bytes.count else { throw failure("something follows the end") }
    }

    // MARK: Containers

    mutating func open(_ bracket: Unicode.Scalar) throws(UnreadableGraph) {
        guard peek() == UInt8(ascii: bracket) else { throw failure("a '\(bracket)' is missing") }
        position += 1
        depth += 1
        isAtStart = true
        if depth > JSONCursor.deepest { throw failure("it is nested more than \(JSONCursor.deepest) levels deep") }
    }

    /// The key of the next member of an object; nil at its end.
    mutating func key() throws(UnreadableGraph) -> String? {
        guard try goOn(until: "}") else { return nil }
        let key = try text()
        guard peek() == UInt8(ascii: ":") else { throw failure("a ':' is missing") }
        position += 1
        return key
    }

    /// Whether a list has another item.
    mutating func item() throws(UnreadableGraph) -> Bool {
        try goOn(until: "]")
    }

    private mutating func goOn(until bracket: Unicode.Scalar) throws(UnreadableGraph) -> Bool {
        let next = peek()
        let isFirst = isAtStart
        isAtStart = false
        if next == UInt8(ascii: bracket) {
            position += 1
            depth -= 1
            return false
        }
        if isFirst { return true }
        guard next == UInt8(ascii: ",") else { throw failure("a ',' or a '\(bracket)' is missing") }
        position += 1
        return true
    }

    // MARK: Scalars

    mutating func null() throws(UnreadableGraph) { try word("null") }

    mutating func boolean() throws(UnreadableGraph) -> Bool {
        let isTrue = peek() == UInt8(ascii: "t")
        try word(isTrue ? "true" : "false")
        return isTrue
    }

    mutating func integer() throws(UnreadableGraph) -> Int {
        guard case .integer(let number) = try number() else { throw failure("a whole number is missing") }
        return number
    }

    private mutating func word(_ word: StaticString) throws(UnreadableGraph) {
        _ = peek()
        let end = position + word.utf8CodeUnitCount
        let isThere = end <= bytes.count && word.withUTF8Buffer { bytes[position..<end].elementsEqual($0) }
        guard isThere else { throw failure("neither a value nor the end of one stands here") }
        position = end
    }

    enum Number {
        case integer(Int)
        case decimal(Double)
    }

    mutating func number() throws(UnreadableGraph) -> Number {
        _ = peek()
        let start = position
        while position < bytes.count, JSONCursor.isPartOfNumber(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let number = Int(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else {
            position = start
            throw failure("neither a value nor the end of one stands here")
        }
        return .decimal(number)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    // MARK: Text

    mutating func text() throws(UnreadableGraph) -> String {
        let (start, isPlain) = try passText()
        let raw = bytes[start..<(position - 1)]
        guard let text = String(validating: raw, as: UTF8.self) else { throw failure("a text is not in UTF-8") }
        return isPlain ? text : try unescaped(text)
    }

    /// Goes behind the text that stands here; says where it begins, and whether nothing in it is escaped.
    private mutating func passText() throws(UnreadableGraph) -> (start: Int, isPlain: Bool) {
        guard peek() == UInt8(ascii: "\"") else { throw failure("a text is missing") }
        position += 1
        let start = position
        var isPlain = true
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return (start, isPlain) }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                position += 1
            } else if byte < 0x20 {
                throw failure("a text has a control character in it")
            }
        }
        position = bytes.count
        throw failure("a text does not end")
    }

    private func unescaped(_ raw: String) throws(UnreadableGraph) -> String {
        guard let text = JSONText.unescaped(raw) else { throw failure("a text has an escape that JSON does not know") }
        return text
    }

    // MARK: What is not read

    /// Goes behind the value that stands here.
    mutating func skip() throws(UnreadableGraph) {
        var closers: [UInt8] = []
        repeat {
            let next = peek()
            switch next {
            case UInt8(ascii: "{"):
                try open("{")
                closers.append(UInt8(ascii: "}"))
            case UInt8(ascii: "["):
                try open("[")
                closers.append(UInt8(ascii: "]"))
            case UInt8(ascii: "\""): _ = try passText()
            case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
            case UInt8(ascii: "n"): try null()
            case _ where next == closers.last:
                closers.removeLast()
                position += 1
                depth -= 1
            case UInt8(ascii: ",") where !closers.isEmpty, UInt8(ascii: ":") where !closers.isEmpty: position += 1
            default: _ = try number()
            }
        } while !closers.isEmpty
        isAtStart = false
    }
}
