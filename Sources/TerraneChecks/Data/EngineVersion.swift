import TerraneCore

/// Where a version of an engine stands among those that are known.
struct EngineVersion {
    let text: String
    private let parts: [Substring]

    init(_ text: String) {
        self.text = text
        parts = text.split(separator: ".", omittingEmptySubsequences: false)
    }

    /// Whether it is one of these, or the beginning of one: `16` of `16.13`.
    func isKnown(among versions: [String]) -> Bool {
        versions.contains { $0 == text || $0.hasPrefix(text + ".") }
    }

    /// Whether it may be newer than whoever made the list knew: at the first number that none of them shares, it is higher
    /// than all of them have.
    func mayBeNewer(than versions: [String]) -> Bool {
        let known = versions.map(EngineVersion.init)
        for depth in stride(from: parts.count - 1, through: 0, by: -1) {
            let siblings = known.filter { $0.parts.count > depth && $0.parts[..<depth] == parts[..<depth] }
            guard !siblings.isEmpty else { continue }
            guard let own = Int(parts[depth]) else { return false }
            return siblings.compactMap { Int($0.parts[depth]) }.max().map { own > $0 } ?? true
        }
        return true
    }

    /// The numbers that it begins with: `16` and `13` of `16.13`.
    var numbers: [Int] { Array(parts.lazy.map { Int($0) }.prefix { $0 != nil }.compactMap(\.self)) }
}
