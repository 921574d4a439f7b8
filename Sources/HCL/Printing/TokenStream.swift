/// The tokens of a file in order, with no space between them yet: the text in one buffer, the tokens in another.
///
/// The line of a heredoc's closing marker always ends there, whatever is added next.
struct TokenStream {
    private(set) var text: [UInt8] = []
    var tokens: [PrintToken] = []

    mutating func add(_ kind: PrintTokenKind, _ text: StaticString) {
        endHeredocLine(before: kind)
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        self.text.append(contentsOf: bytes)
        tokens.append(PrintToken(kind: kind, length: UInt32(bytes.count), columns: UInt32(bytes.count)))
    }

    mutating func add(_ kind: PrintTokenKind, _ text: String) {
        add(kind) { $0.append(contentsOf: text.utf8) }
    }

    /// Adds the token whose text `write` appends, within so many quotation marks on each side. A mark is a token to
    /// `terraform fmt`, so its column counts even if the text starts with a combining character.
    mutating func add(_ kind: PrintTokenKind, quotes: Int = 0, writing write: (inout [UInt8]) -> Void) {
        endHeredocLine(before: kind)
        let start = text.count
        text.append(contentsOf: repeatElement(UInt8(ascii: "\""), count: quotes))
        write(&text)
        let columns = width(from: start + quotes) + UInt32(2 * quotes)
        text.append(contentsOf: repeatElement(UInt8(ascii: "\""), count: quotes))
        let length = UInt32(truncatingIfNeeded: text.count - start)
        tokens.append(PrintToken(kind: kind, length: length, columns: columns))
    }

    mutating func newline() {
        add(.newline, "\n")
    }

    private mutating func endHeredocLine(before kind: PrintTokenKind) {
        if kind != .newline, tokens.last?.kind == .closeHeredoc { newline() }
    }

    private func width(from start: Int) -> UInt32 {
        var isASCII = true
        for index in start..<text.count where text[index] >= 0x80 {
            isASCII = false
            break
        }
        return UInt32(truncatingIfNeeded: isASCII ? text.count - start : clusters(from: start))
    }

    /// Grapheme clusters, but HCL's scanner ends a token after each sign of a template, and so a cluster too.
    private func clusters(from start: Int) -> Int {
        var count = 0
        var first = start
        var isAfterSign = false
        var isAfterBrace = false
        for index in start..<text.count {
            let byte = text[index]
            let isSign = byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
            let isBrace = byte == UInt8(ascii: "{") && isAfterSign
            let isTilde = byte == UInt8(ascii: "~") && isAfterBrace
            isAfterSign = isSign
            isAfterBrace = isBrace
            guard isSign || isBrace || isTilde else { continue }
            count += String(decoding: text[first...index], as: UTF8.self).count
            first = index + 1
        }
        return count + String(decoding: text[first...], as: UTF8.self).count
    }
}
