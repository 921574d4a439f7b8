extension String {
    /// Whether it is another word with a slip of the hand: equal but for two letters in one place, or for capitals.
    ///
    /// Stricter than `Suggestion`, for words that may be new and not in our lists.
    func isSlip(of word: String) -> Bool {
        guard abs(utf8.count - word.utf8.count) <= 2 else { return false }
        let (left, right) = (Array(lowercased().utf8), Array(word.lowercased().utf8))
        guard self != word, abs(left.count - right.count) <= 2, min(left.count, right.count) > 3 else { return false }
        let shorter = min(left.count, right.count)
        var head = 0
        while head < shorter, left[head] == right[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, left[left.count - 1 - tail] == right[right.count - 1 - tail] { tail += 1 }
        return max(left.count, right.count) - head - tail <= 2
    }
}
