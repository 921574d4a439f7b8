/// Marks in a text, found as the targets find them: byte for byte.
///
/// Swift's own search goes by characters, and a quote with an accent behind it is another character to it. To a shell it
/// is still a quote.
extension String {
    /// Whether the mark stands anywhere in the text.
    func holds(mark: String) -> Bool {
        guard let first = mark.utf8.first else { return true }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: mark.utf8) { return true }
            rest = rest[rest.index(after: start)...]
        }
        return false
    }

    /// The text with something else in place of each mark.
    func replacing(mark: String, with replacement: String) -> String {
        guard let first = mark.utf8.first, utf8.contains(first) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + replacement.utf8.count)
        var rest = utf8[...]
        while let byte = rest.first {
            if byte == first, rest.starts(with: mark.utf8) {
                bytes += replacement.utf8
                rest = rest.dropFirst(mark.utf8.count)
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
