/// The nearest of some known words to a misspelt one, for "did you mean".
public enum Suggestion {
    /// The candidate closest to `word`: one of the same letters, `DBName` for `db_name`; a likely slip of the hand; or else one
    /// of which a part was left out or added, such as `visibility_timeout_seconds` for `visibility_timeout`.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= 500 else { return nil }
        return same(as: word, among: candidates) ?? slip(of: word, among: candidates)
            ?? part(of: word, among: candidates)
    }

    /// One that differs in case, underscores or hyphens alone.
    private static func same(as word: String, among candidates: some Sequence<String>) -> String? {
        let plain = letters(of: word)
        return candidates.filter { $0 != word && letters(of: $0) == plain }.min()
    }

    private static func letters(of name: String) -> [UInt8] {
        name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func slip(of word: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, min(word.utf8.count / 3, 5))
        var best: (word: String, distance: Int)?
        for candidate in candidates where candidate != word {
            // A word that is so much longer is too far away, however long it would take to say how far.
            guard abs(candidate.utf8.count - word.utf8.count) <= limit else { continue }
            let distance = editDistance(Array(word.utf8), Array(candidate.utf8))
            if distance <= limit, best.map({ (distance, candidate) < ($0.distance, $0.word) }) ?? true {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// The shortest candidate that has the word in it, or else the longest that it has in it. Short words say too little.
    private static func part(of word: String, among candidates: some Sequence<String>) -> String? {
        let candidates = candidates.filter { $0 != word && min($0.utf8.count, word.utf8.count) >= 4 }.sorted()
        let longer = candidates.filter { contains($0, word) }.min { $0.utf8.count < $1.utf8.count }
        return longer ?? candidates.filter { contains(word, $0) }.max { $0.utf8.count < $1.utf8.count }
    }

    private static func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }

    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, a) in left.enumerated() {
            var current = [row + 1]
            for (column, b) in right.enumerated() {
                let substitution = previous[column] + (a == b ? 0 : 1)
                current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
