/// The escapes of JSON's texts.
enum JSONText {
    /// What the text between two quotes says; nil when it has an escape that JSON does not know, or half of a pair.
    static func unescaped(_ raw: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        var rest = raw.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard let scalar = scalar(in: &rest) else { return nil }
            bytes += String(scalar).utf8
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What stands behind a backslash.
    private static func scalar(in rest: inout Substring.UTF8View) -> Unicode.Scalar? {
        switch rest.popFirst() {
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "u"): escapedScalar(in: &rest)
        default: nil
        }
    }

    /// Characters beyond U+FFFF are written as a pair of surrogates (RFC 8259, section 7).
    private static func escapedScalar(in rest: inout Substring.UTF8View) -> Unicode.Scalar? {
        guard let first = unit(in: &rest) else { return nil }
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
        guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"),
            let second = unit(in: &rest), (0xDC00...0xDFFF).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func unit(in rest: inout Substring.UTF8View) -> UInt32? {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        guard digits.count == 4, digits.allSatisfy(isHexadecimal) else { return nil }
        return UInt32(Substring(digits), radix: 16)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
