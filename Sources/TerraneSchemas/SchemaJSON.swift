/// A value of the embedded JSON. The reader trusts its input, which `refresh` wrote and a proof compares: it skips what it does
/// not know and never fails, which makes it an order of magnitude faster than a decoder that has to doubt.
package enum SchemaJSON: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([SchemaJSON])
    case object([String: SchemaJSON])

    package init(_ document: UnsafeRawBufferPointer) {
        var reader = SchemaJSONReader(bytes: document)
        self = reader.value()
    }

    /// How deep objects and lists stand in each other.
    package static let deepest = 128

    subscript(key: String) -> SchemaJSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    var object: [String: SchemaJSON]? {
        if case .object(let members) = self { members } else { nil }
    }

    var array: [SchemaJSON]? {
        if case .array(let items) = self { items } else { nil }
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var integer: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    var boolean: Bool? {
        if case .boolean(let flag) = self { flag } else { nil }
    }

    /// A list of texts; empty for anything else.
    var strings: [String] { array?.compactMap(\.string) ?? [] }
}

/// Reads compact JSON: no white space between its parts.
private struct SchemaJSONReader {
    let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var depth = 0

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func value() -> SchemaJSON {
        switch next {
        case UInt8(ascii: "{"): nested { .object($0.members()) }
        case UInt8(ascii: "["): nested { .array($0.items()) }
        case UInt8(ascii: "\""): .string(text())
        case UInt8(ascii: "t"): word(.boolean(true), length: 4)
        case UInt8(ascii: "f"): word(.boolean(false), length: 5)
        case UInt8(ascii: "n"): word(.null, length: 4)
        default: number()
        }
    }

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    /// What is nested deeper than any schema ends the document: the stack of a thread is not long.
    private mutating func nested(_ read: (inout SchemaJSONReader) -> SchemaJSON) -> SchemaJSON {
        guard depth < SchemaJSON.deepest else {
            position = bytes.count
            return .null
        }
        depth += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func word(_ value: SchemaJSON, length: Int) -> SchemaJSON {
        position += length
        return value
    }

    private mutating func members() -> [String: SchemaJSON] {
        var members: [String: SchemaJSON] = [:]
        position += 1
        while position < bytes.count, next != UInt8(ascii: "}") {
            if next == UInt8(ascii: ",") { position += 1 }
            let key = text()
            position += 1
            members[key] = value()
        }
        position += 1
        return members
    }

    private mutating func items() -> [SchemaJSON] {
        var items: [SchemaJSON] = []
        position += 1
        while position < bytes.count, next != UInt8(ascii: "]") {
            if next == UInt8(ascii: ",") { position += 1 }
            items.append(value())
        }
        position += 1
        return items
    }

    private mutating func number() -> SchemaJSON {
        let start = min(position, bytes.count)
        while position < bytes.count, isPartOfNumber(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<max(min(position, bytes.count), start)], as: UTF8.self)
        if text.isEmpty { position += 1 }
        return Int(text).map { .integer($0) } ?? .number(Double(text) ?? 0)
    }

    private func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    // MARK: Text

    private mutating func text() -> String {
        position += 1
        let start = position
        var isPlain = true
        while position < bytes.count, next != UInt8(ascii: "\"") {
            if next == UInt8(ascii: "\\") {
                isPlain = false
                position += 1
            }
            position += 1
        }
        let end = min(position, bytes.count)
        position = end + 1
        let raw = UnsafeRawBufferPointer(rebasing: bytes[min(start, end)..<end])
        return isPlain ? String(decoding: raw, as: UTF8.self) : unescaped(raw)
    }

    private func unescaped(_ raw: UnsafeRawBufferPointer) -> String {
        var units: [UInt8] = []
        var index = 0
        while index < raw.count {
            guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
                units.append(raw[index])
                index += 1
                continue
            }
            let escape = raw[index + 1]
            index += 2
            if escape == UInt8(ascii: "u") {
                units += Array(String(scalar(in: raw, at: &index)).utf8)
            } else {
                units.append(SchemaJSONReader.control[escape] ?? escape)
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    private static let control: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
    ]

    /// `\u00e9`, or the two halves of a character beyond the basic plane: `\ud83d\ude00`.
    private func scalar(in raw: UnsafeRawBufferPointer, at index: inout Int) -> Unicode.Scalar {
        let first = codeUnit(in: raw, at: &index)
        var rest = index + 2
        guard first & 0xFC00 == 0xD800, raw[index...].starts(with: "\\u".utf8),
            case let second = codeUnit(in: raw, at: &rest), second & 0xFC00 == 0xDC00
        else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        index = rest
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) ?? "\u{FFFD}"
    }

    private func codeUnit(in raw: UnsafeRawBufferPointer, at index: inout Int) -> UInt32 {
        let end = min(index + 4, raw.count)
        let digits = String(decoding: raw[index..<end], as: UTF8.self)
        index = end
        return UInt32(digits, radix: 16) ?? 0xFFFD
    }
}
