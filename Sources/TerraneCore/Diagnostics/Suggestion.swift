/// The nearest of some known words to a misspelt one, for "did you mean".
public enum Suggestion {
    /// The candidate closest to `word`, if one is close enough to be a likely slip of the hand.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= 500 else { return nil }
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
