import TerraneCLI
import TerraneSchemas

extension FuzzTarget {
    /// A pattern in the first line, a text in the rest: a glob means what the plainest reading of it means.
    static let globs = FuzzTarget(name: "glob") { bytes in
        let (pattern, text) = patternAndText(bytes)
        let found = Glob(String(decoding: pattern, as: UTF8.self)).matches(String(decoding: text, as: UTF8.self))
        // The plain reading takes a time that grows with each star; and what is no UTF-8 is repaired before it is matched.
        let isShort = pattern.count { $0 == UInt8(ascii: "*") } < 5 && text.count < 30
        guard isShort, (pattern + text).allSatisfy({ $0 < 128 }) else { return nil }
        return found == isMatch(pattern, text) ? nil : "matches: \(found)"
    }

    private static func isMatch(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        guard let symbol = pattern.first else { return text.isEmpty }
        let rest = pattern.dropFirst()
        if symbol == UInt8(ascii: "*"), isMatch(rest, text) { return true }
        guard let letter = text.first else { return false }
        return switch symbol {
        case UInt8(ascii: "*"): letter != UInt8(ascii: "/") && isMatch(pattern, text.dropFirst())
        case UInt8(ascii: "?"): letter != UInt8(ascii: "/") && isMatch(rest, text.dropFirst())
        default: letter == symbol && isMatch(rest, text.dropFirst())
        }
    }

    /// A regular expression in the first line, a text in the rest. Either is answered in time; one that is a word means that word.
    static let patterns = FuzzTarget(name: "pattern") { bytes in
        let (pattern, text) = patternAndText(bytes)
        let isWord = !pattern.isEmpty && pattern.allSatisfy { 0x61...0x7A ~= $0 }
        guard let compiled = SchemaPattern(String(decoding: pattern, as: UTF8.self)) else {
            return isWord ? "a word cannot be read" : nil
        }
        let found = compiled.matches(String(decoding: text, as: UTF8.self))
        guard isWord else { return nil }
        let starts = text.indices.filter { text[$0...].starts(with: pattern) }
        return found == !starts.isEmpty ? nil : "matches: \(String(describing: found))"
    }

    private static func patternAndText(_ bytes: [UInt8]) -> (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>) {
        let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        return (bytes[..<end], bytes[end...].dropFirst())
    }
}
