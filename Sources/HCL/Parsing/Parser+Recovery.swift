extension Parser {
    /// Goes to where the next item may start: after the item that starts at token `start`, as far as its brackets tell,
    /// or earlier, at a line no further indented that looks like an item or closes the block round it.
    mutating func recover(from start: Int) {
        ignoresNewlines = false
        let failed = index
        let indentation = map.indentation(at: tokens[start].start)
        var open = 0
        index = start
        while tokens[index].kind != .end {
            let token = tokens[index]
            if token.kind.closes {
                if open == 0, token.kind == .closeBrace, index >= failed, index > start { return }
                open = max(0, open - 1)
            }
            if token.kind.opens { open += 1 }
            index += 1
            guard token.kind == .newline, index > failed else { continue }
            if open == 0 || looksLikeItem(at: index, indentation) { return }
        }
    }

    private func looksLikeItem(at index: Int, _ indentation: Int) -> Bool {
        let token = tokens[index]
        guard token.kind != .end, map.indentation(at: token.start) <= indentation else { return false }
        if token.kind == .closeBrace { return map.indentation(at: token.start) < indentation }
        guard token.kind == .identifier else { return false }
        switch tokens[index + 1].kind {
        case .assign, .openBrace, .openQuote, .identifier: return true
        default: return false
        }
    }
}
