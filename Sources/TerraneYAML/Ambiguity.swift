/// Which bare words some reader takes for something other than text.
///
/// Our own parser reads YAML 1.2, others read 1.1: the emitter quotes what either of them, or a common library with
/// rules of its own, takes for a boolean, a null, a number, a date, a time, a merge key or a symbol.
enum Ambiguity {
    static func isAmbiguous(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return true }
        switch first {
        // Ruby reads `:name` as a symbol, and `?` is close enough to a complex key.
        case UInt8(ascii: ":"), UInt8(ascii: "?"): return true
        case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
            return mayBeNumberOrDate(word) || isWord(word)
        default: return isWord(word)
        }
    }

    private static func isWord(_ word: String) -> Bool {
        word.utf8.count <= longest && words.contains(word.lowercased())
    }

    private static let longest = 5

    /// Booleans, nulls and special keys of YAML 1.1 and 1.2.
    private static let words: Set<String> = [
        "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", "-.inf", "+.inf", ".nan",
    ]

    /// Options such as `-x` are made of the same letters, but have no digit.
    private static func mayBeNumberOrDate(_ word: String) -> Bool {
        guard word.utf8.allSatisfy(mayStandInNumberOrDate) else { return false }
        let hasLetters = word.utf8.contains { $0 >= 0x41 && $0 != UInt8(ascii: "_") }
        return !hasLetters || word.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// Whether a byte can stand in a number, a date or a time: `1_000`, `1,000`, `0x1f`, `2024-01-01T10:00:00Z`.
    private static func mayStandInNumberOrDate(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: " "):
            true
        default: false
        }
    }
}
