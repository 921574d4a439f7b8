/// Prints JSON as a person would lay it out: two spaces a level, empty containers on one line.
struct JSONPrinter {
    enum Layout {
        /// A line for each member, as other tools write it.
        case lines
        /// What holds little stands on one line: a table reads, and differs, row by row.
        case rows
        /// Everything on one line.
        case compact
    }

    private var bytes: [UInt8] = []
    private var layout: Layout

    /// A document for a file, with a last newline.
    static func document(_ value: JSON, layout: Layout = .lines) -> [UInt8] {
        var printer = JSONPrinter(layout: layout)
        printer.print(value, level: 0)
        printer.bytes.append(UInt8(ascii: "\n"))
        return printer.bytes
    }

    /// A document on one line, for use as a string in another document.
    static func compact(_ value: JSON) -> String {
        var printer = JSONPrinter(layout: .compact)
        printer.print(value, level: 0)
        return String(decoding: printer.bytes, as: UTF8.self)
    }

    private init(layout: Layout) {
        self.layout = layout
    }

    private mutating func print(_ value: JSON, level: Int) {
        switch value {
        case .null: append("null")
        case .boolean(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .number(let number): append(JSONPrinter.text(of: number))
        case .string(let text): string(text)
        case .array, .object:
            if layout == .rows, level > 0, value.holdsLittle(depth: 2) {
                layout = .compact
                isSpaced = true
                print(container: value, level: level)
                layout = .rows
                isSpaced = false
            } else {
                print(container: value, level: level)
            }
        }
    }

    /// Whether a compact layout has spaces behind commas and colons, as a row has.
    private var isSpaced = false

    private mutating func print(container: JSON, level: Int) {
        switch container {
        case .array(let items): print("[", items, "]", level) { $0.print($1, level: level + 1) }
        case .object(let members): print("{", members, "}", level) { $0.member($1, level: level + 1) }
        default: break
        }
    }

    private mutating func member(_ member: JSON.Member, level: Int) {
        string(member.key)
        append(layout != .compact || isSpaced ? ": " : ":")
        print(member.value, level: level)
    }

    private mutating func print<Item>(
        _ opening: StaticString, _ items: [Item], _ closing: StaticString, _ level: Int,
        _ printItem: (inout JSONPrinter, Item) -> Void
    ) {
        append(opening)
        for (index, item) in items.enumerated() {
            if index > 0 { append(isSpaced ? ", " : ",") }
            newline(level + 1)
            printItem(&self, item)
        }
        if !items.isEmpty { newline(level) }
        append(closing)
    }

    private mutating func newline(_ level: Int) {
        guard layout != .compact else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<level {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        // Most text needs no escape and is copied as it is.
        if text.withUTF8({ $0.contains(where: JSONPrinter.mayNeedEscape) }) {
            for scalar in text.unicodeScalars { escaped(scalar) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The first byte of C1 controls is C2, that of the marks of direction and of lines E2, of the byte order mark EF.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xE2, 0xEF: true
        default: false
        }
    }

    private mutating func escaped(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case _ where JSONPrinter.isHidden(scalar): escape(scalar.value)
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// What a reviewer does not see, or sees elsewhere: controls, line separators, marks of direction, the byte order mark,
    /// which some readers drop, and what is no character.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Everything hidden is below U+10000.
    private mutating func escape(_ value: UInt32) {
        append("\\u")
        for shift in stride(from: UInt32(12), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: (value >> shift) & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// A number as both targets read it: whole numbers without a fraction.
    static func text(of number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}

extension JSON {
    /// Whether the value is a plain one, a short list of those, or an object of few such members.
    fileprivate func holdsLittle(depth: Int) -> Bool {
        switch self {
        case .array(let items): items.count <= 4 && items.allSatisfy(\.isScalar)
        case .object(let members):
            depth > 0 && members.count <= 4 && members.allSatisfy { $0.value.holdsLittle(depth: depth - 1) }
        default: true
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
