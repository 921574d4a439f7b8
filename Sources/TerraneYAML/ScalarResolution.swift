/// How readers of YAML take a bare word.
///
/// YAML 1.2's core schema decides what our own parser reads ("Core Schema", YAML 1.2.2). The emitter is more careful:
/// it quotes whatever any reader in use, YAML 1.1's included, takes for something other than text.
enum ScalarResolution {
    /// The value of a bare word in YAML 1.2's core schema.
    static func value(of word: String) -> Scalar {
        switch word {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
        case ".nan", ".NaN", ".NAN": return .number(.nan)
        default: return number(word) ?? .string(word)
        }
    }

    private static func number(_ word: String) -> Scalar? {
        if word.hasPrefix("0x"), let number = Int(word.dropFirst(2), radix: 16), !word.hasPrefix("0x-") {
            return .integer(number)
        }
        if word.hasPrefix("0o"), let number = Int(word.dropFirst(2), radix: 8), !word.hasPrefix("0o-") {
            return .integer(number)
        }
        guard let first = word.utf8.first, isNumeric(first), word.utf8.allSatisfy({ isNumeric($0) || isExponent($0) })
        else { return nil }
        if let number = Int(word) { return .integer(number) }
        return Double(word).map { .number($0) }
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
    }

    private static func isExponent(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }

    /// Whether some reader takes the bare word for something other than text.
    static func isAmbiguous(_ word: String) -> Bool {
        if words.contains(word.lowercased()) { return true }
        guard let first = word.utf8.first, isNumeric(first) else { return false }
        return word.utf8.allSatisfy(mayStandInNumberOrDate)
    }

    /// Booleans, nulls and special keys of YAML 1.1 and 1.2.
    private static let words: Set<String> = [
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", "-.inf", "+.inf",
        ".nan",
    ]

    /// Whether a byte can stand in a number, a date or a time of either version: `1_000`, `0x1f`, `2024-01-01T10:00:00Z`.
    private static func mayStandInNumberOrDate(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"),
            UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Z"),
            UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
