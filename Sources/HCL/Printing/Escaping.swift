/// Writes text so that it means itself between quotes or in a heredoc.
enum Escaping {
    /// Appends `text` as it stands between quotes, before a sequence that starts with `sign` if there is one.
    static func appendQuoted(_ text: String, to bytes: inout [UInt8], before sign: UInt8? = nil) {
        var rest = text.utf8[...]
        if let sign, rest.last == sign { rest.removeLast() }
        if rest.allSatisfy({ isPlain($0) }) {
            bytes.append(contentsOf: rest)
        } else {
            appendScalars(of: rest, to: &bytes)
        }
        // A literal dollar straight before `${` would read as an escaped sequence.
        if rest.endIndex != text.utf8.endIndex, let last = text.utf8.last {
            bytes.append(contentsOf: last == dollar ? "\\u0024".utf8 : "\\u0025".utf8)
        }
    }

    /// Appends `text` as it stands in a heredoc, where only `${` and `%{` need an escape.
    static func appendHeredoc(_ text: String, to bytes: inout [UInt8]) {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == openBrace, previous == dollar || previous == percent { bytes.append(previous) }
            bytes.append(byte)
            previous = byte
        }
    }

    private static let dollar = UInt8(ascii: "$")
    private static let percent = UInt8(ascii: "%")
    private static let openBrace = UInt8(ascii: "{")

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            && byte != openBrace
    }

    private static func appendScalars(of text: Substring.UTF8View, to bytes: inout [UInt8]) {
        var previous: Unicode.Scalar = " "
        for scalar in Substring(text).unicodeScalars {
            if scalar == "{", previous == "$" || previous == "%" {
                bytes.append(UInt8(truncatingIfNeeded: previous.value))
            }
            append(scalar, to: &bytes)
            previous = scalar
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar {
        case "\n": bytes.append(contentsOf: "\\n".utf8)
        case "\r": bytes.append(contentsOf: "\\r".utf8)
        case "\t": bytes.append(contentsOf: "\\t".utf8)
        case "\"": bytes.append(contentsOf: "\\\"".utf8)
        case "\\": bytes.append(contentsOf: "\\\\".utf8)
        default:
            if isPrintable(scalar) {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                appendCode(scalar.value, to: &bytes)
            }
        }
    }

    /// Appends `\u00e9`, or `\U0001f600` outside the basic plane.
    private static func appendCode(_ value: UInt32, to bytes: inout [UInt8]) {
        let digits = value < 0x10000 ? 4 : 8
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(digits == 4 ? UInt8(ascii: "u") : UInt8(ascii: "U"))
        for digit in (0..<digits).reversed() {
            let nibble = UInt8(truncatingIfNeeded: (value >> UInt32(4 * digit)) & 0xF)
            bytes.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
        }
    }

    /// Letters, marks, numbers, punctuation, symbols and the plain space: what Go calls printable, and so what
    /// `terraform fmt` leaves unescaped in a block label. Characters newer than its Unicode 15 count as unprintable.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: return false
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
        default: return scalar.properties.age.map { $0 <= (15, 0) } ?? false
        }
    }
}
