extension Parser {
    /// The next token that means something here.
    var next: Token { tokens[nextIndex] }

    var nextIndex: Int {
        var result = index
        while isSkipped(tokens[result].kind) { result += 1 }
        return result
    }

    private func isSkipped(_ kind: TokenKind) -> Bool {
        kind == .comment || (ignoresNewlines && kind == .newline)
    }

    /// Steps over the next token. The comments before it become stray.
    @discardableResult
    mutating func advance() -> Token {
        while isSkipped(tokens[index].kind) {
            if tokens[index].kind == .comment { strayComments.append(comment(tokens[index])) }
            index += 1
        }
        let token = tokens[index]
        if token.kind != .end { index += 1 }
        return token
    }

    /// Steps over the next token if it is of this kind.
    mutating func skip(_ kind: TokenKind) -> Bool {
        guard next.kind == kind else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: TokenKind, else problem: Problem) throws(Unreadable) {
        guard skip(kind) else { throw fail(problem) }
    }

    /// Reports a problem with the next token.
    mutating func fail(_ problem: Problem) -> Unreadable {
        report(problem, next)
        return Unreadable()
    }

    mutating func report(_ problem: Problem, _ token: Token) {
        log.report(problem, token.start, token.end)
    }

    func text(_ token: Token) -> String {
        String(decoding: map.bytes[token.start..<token.end], as: UTF8.self)
    }

    func isKeyword(_ word: StaticString, _ token: Token) -> Bool {
        guard token.kind == .identifier, token.end - token.start == word.utf8CodeUnitCount else { return false }
        return map.bytes[token.start..<token.end]
            .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Where the token before the next one ended.
    var previousEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

    func comment(_ token: Token) -> Comment {
        let isBlock = map.bytes[token.start..<token.end].starts(with: "/*".utf8)
        let isHash = map.bytes[token.start] == UInt8(ascii: "#")
        let start = token.start + (isHash ? 1 : 2)
        var end = isBlock ? token.end - 2 : token.end
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
        while !isBlock, end > start, isSpace(map.bytes[end - 1]) { end -= 1 }
        let content = String(decoding: map.bytes[start..<max(start, end)], as: UTF8.self)
        return Comment(content: content, style: isBlock ? .block : isHash ? .hash : .slashes)
    }

    /// The comment that ends the line here, if there is one.
    mutating func takeTrailingComment() -> Comment? {
        guard tokens[index].kind == .comment else { return nil }
        index += 1
        return comment(tokens[index - 1])
    }

    /// Runs `contents` with newlines mattering or not.
    mutating func within<Result>(
        newlinesIgnored: Bool, _ contents: (inout Parser) throws(Unreadable) -> Result
    ) throws(Unreadable) -> Result {
        let before = ignoresNewlines
        ignoresNewlines = newlinesIgnored
        defer { ignoresNewlines = before }
        return try contents(&self)
    }

    /// Runs `contents` one level deeper.
    mutating func nested<Result>(
        _ contents: (inout Parser) throws(Unreadable) -> Result
    ) throws(Unreadable) -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.depthLimit else { throw fail(.tooDeep) }
        return try contents(&self)
    }
}
