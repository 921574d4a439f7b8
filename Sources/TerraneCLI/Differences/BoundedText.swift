/// A text that never grows over its limit: what does not fit is left out whole, and counted.
struct BoundedText {
    let limit: Int
    private(set) var text = ""
    /// UTF-16 code units.
    private(set) var count = 0
    private var closing = ""
    var omitted = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a text if it fits, with what has to close it.
    @discardableResult
    mutating func append(_ more: String) -> Bool {
        guard count + more.utf16.count + closing.utf16.count <= limit else { return false }
        appendInAnyCase(more)
        return true
    }

    mutating func appendInAnyCase(_ more: String) {
        text += more
        count += more.utf16.count
    }

    /// Opens something that is closed by another text, if both fit.
    mutating func open(_ opening: String, closing: String) -> Bool {
        self.closing = closing
        if append(opening) { return true }
        self.closing = ""
        return false
    }

    mutating func close() {
        appendInAnyCase(closing)
        closing = ""
    }
}
