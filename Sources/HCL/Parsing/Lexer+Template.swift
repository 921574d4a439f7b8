extension Lexer {
    /// Cuts off the next piece of a quoted string: text, a sequence or the closing quote.
    mutating func lexQuoted(from start: Int) {
        var end = offset
        while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\""):
                addText(.quotedText, to: end)
                modes.removeLast()
                return add(.closeQuote, 1)
            case UInt8(ascii: "\n"):
                addText(.quotedText, to: end)
                log.report(.unclosedString, start, end)
                return closeStrings(onLineOf: start)
            case UInt8(ascii: "\\") where end + 1 < bytes.count && bytes[end + 1] != UInt8(ascii: "\n"): end += 2
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                if openSequence(at: end, after: .quotedText) { return }
                end += escapeLength(at: end)
            default: end += 1
            }
        }
        addText(.quotedText, to: min(end, bytes.count))
    }

    /// Cuts off the next piece of a heredoc: text, a sequence or the closing marker.
    mutating func lexHeredoc(until marker: Range<Int>) {
        var end = offset
        while end < bytes.count {
            if isLineStart(end), closeHeredoc(at: end, marker) { return }
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                if bytes[end] == UInt8(ascii: "$") || bytes[end] == UInt8(ascii: "%") {
                    if openSequence(at: end, after: .heredocText) { return }
                    end += escapeLength(at: end)
                } else {
                    end += 1
                }
            }
            end = min(end + 1, bytes.count)
        }
        addText(.heredocText, to: end)
    }

    private func isLineStart(_ index: Int) -> Bool {
        index > 0 && bytes[index - 1] == UInt8(ascii: "\n") && (index > offset || tokens.last?.kind == .openHeredoc)
    }

    /// Ends the heredoc if the line at `start` is its marker and white space.
    private mutating func closeHeredoc(at start: Int, _ marker: Range<Int>) -> Bool {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0B || byte == 0x0C }
        let line = bytes[start..<lineEnd(from: start)]
        guard let first = line.firstIndex(where: { !isSpace($0) }),
            line[first...].starts(with: bytes[marker])
        else { return false }
        let end = first + marker.count
        guard line[end...].allSatisfy(isSpace) else { return false }
        addText(.heredocText, to: start)
        modes.removeLast()
        add(.closeHeredoc, line.endIndex - start)
        return true
    }

    private mutating func addText(_ kind: TokenKind, to end: Int) {
        if end > offset { add(kind, end - offset) }
    }

    /// How many bytes of text a dollar or percent sign here makes, `$${` being one escape.
    private func escapeLength(at index: Int) -> Int {
        byte(at: index + 1) == bytes[index] && byte(at: index + 2) == UInt8(ascii: "{") ? 3 : 1
    }

    /// Opens the sequence at `index`, if there is one, after the text before it.
    private mutating func openSequence(at index: Int, after kind: TokenKind) -> Bool {
        guard byte(at: index + 1) == UInt8(ascii: "{") else { return false }
        addText(kind, to: index)
        modes.append(.code(isSequence: true, braces: 0))
        let hasTilde = byte(at: index + 2) == UInt8(ascii: "~")
        add(bytes[index] == UInt8(ascii: "$") ? .openInterpolation : .openControl, hasTilde ? 3 : 2)
        return true
    }

    /// At a newline within quotes, closes the string and all that it is nested in on the same line, so that the error
    /// stays on its line.
    private mutating func closeStrings(onLineOf start: Int) {
        let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")) ?? -1
        var outermost = modes.count
        for index in modes.indices.reversed() {
            guard case .quoted(let start) = modes[index] else { continue }
            guard start > lineStart else { break }
            outermost = index
        }
        while modes.count > outermost {
            switch modes.removeLast() {
            case .quoted: add(.closeQuote, 0)
            case .code: add(.closeSequence, 0)
            case .heredoc: add(.closeHeredoc, 0)
            }
        }
    }
}
