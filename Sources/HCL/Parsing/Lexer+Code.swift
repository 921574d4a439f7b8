extension Lexer {
    mutating func lexCode() {
        let first = bytes[offset]
        switch first {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
        case UInt8(ascii: "\n"): add(.newline, 1)
        case UInt8(ascii: "\r") where byte(at: offset + 1) == UInt8(ascii: "\n"): add(.newline, 2)
        case UInt8(ascii: "#"): lexLineComment()
        case UInt8(ascii: "/") where byte(at: offset + 1) == UInt8(ascii: "/"): lexLineComment()
        case UInt8(ascii: "/") where byte(at: offset + 1) == UInt8(ascii: "*"): lexBlockComment()
        case UInt8(ascii: "\""):
            modes.append(.quoted(start: offset))
            add(.openQuote, 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber()
        case UInt8(ascii: "<") where lexHeredocOpening(): break
        case UInt8(ascii: "{"): lexBrace(change: 1)
        case UInt8(ascii: "}"): lexBrace(change: -1)
        case UInt8(ascii: "~") where byte(at: offset + 1) == UInt8(ascii: "}") && isAtSequenceEnd: closeSequence(2)
        default:
            if !lexIdentifier(), !lexPair(), !lexSign(first) { lexInvalid() }
        }
    }

    private mutating func lexLineComment() {
        var end = lineEnd(from: offset)
        if end < bytes.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        add(.comment, end - offset)
    }

    private mutating func lexBlockComment() {
        var end = offset + 2
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "*"), byte(at: end + 1) == UInt8(ascii: "/") {
                return add(.comment, end + 2 - offset)
            }
            end += 1
        }
        log.report(.unclosedComment, offset, offset + 2)
        add(.invalid, bytes.count - offset)
    }

    private mutating func lexNumber() {
        var end = digits(from: offset)
        if byte(at: end) == UInt8(ascii: "."), Identifier.isDigit(byte(at: end + 1)) { end = digits(from: end + 1) }
        if byte(at: end) | 0x20 == UInt8(ascii: "e") {
            let hasSign = byte(at: end + 1) == UInt8(ascii: "+") || byte(at: end + 1) == UInt8(ascii: "-")
            let start = end + (hasSign ? 2 : 1)
            if Identifier.isDigit(byte(at: start)) { end = digits(from: start) }
        }
        add(.number, end - offset)
    }

    private func digits(from start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex { !Identifier.isDigit($0) } ?? bytes.count
    }

    private mutating func lexIdentifier() -> Bool {
        let end = identifierEnd(from: offset)
        if end == offset { return false }
        add(.identifier, end - offset)
        return true
    }

    /// Where the identifier that starts at `start` ends; `start` if there is none.
    func identifierEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x80 {
                guard end == start ? Identifier.isASCIIStart(byte) : Identifier.isASCIIContinuation(byte) else { break }
                end += 1
            } else {
                guard let scalar = scalar(at: end),
                    end == start ? Identifier.isStart(scalar) : Identifier.isContinuation(scalar)
                else { break }
                end += UTF8.width(scalar)
            }
        }
        return end
    }

    /// Opens a heredoc if `<<MARKER` or `<<-MARKER` and a newline stand here.
    private mutating func lexHeredocOpening() -> Bool {
        guard byte(at: offset + 1) == UInt8(ascii: "<") else { return false }
        let start = offset + (byte(at: offset + 2) == UInt8(ascii: "-") ? 3 : 2)
        let end = identifierEnd(from: start)
        let newline = byte(at: end) == UInt8(ascii: "\r") ? end + 1 : end
        guard end > start, byte(at: newline) == UInt8(ascii: "\n") else { return false }
        modes.append(.heredoc(start: offset, marker: start..<end))
        add(.openHeredoc, newline + 1 - offset)
        return true
    }

    private var isAtSequenceEnd: Bool {
        if case .code(isSequence: true, braces: 0)? = modes.last { true } else { false }
    }

    private mutating func lexBrace(change: Int) {
        if change < 0, isAtSequenceEnd { return closeSequence(1) }
        if case .code(let isSequence, let braces)? = modes.last {
            modes[modes.count - 1] = .code(isSequence: isSequence, braces: max(0, braces + change))
        }
        add(change > 0 ? .openBrace : .closeBrace, 1)
    }

    private mutating func closeSequence(_ length: Int) {
        modes.removeLast()
        add(.closeSequence, length)
    }

    private mutating func lexPair() -> Bool {
        if bytes[offset...].starts(with: "...".utf8) {
            add(.ellipsis, 3)
            return true
        }
        let kind: TokenKind
        switch (bytes[offset], byte(at: offset + 1)) {
        case (UInt8(ascii: "="), UInt8(ascii: "=")): kind = .equal
        case (UInt8(ascii: "="), UInt8(ascii: ">")): kind = .arrow
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): kind = .notEqual
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): kind = .lessOrEqual
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): kind = .greaterOrEqual
        case (UInt8(ascii: "&"), UInt8(ascii: "&")): kind = .and
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): kind = .or
        case (UInt8(ascii: ":"), UInt8(ascii: ":")): kind = .doubleColon
        default: return false
        }
        add(kind, 2)
        return true
    }

    private mutating func lexSign(_ sign: UInt8) -> Bool {
        let kind: TokenKind
        switch sign {
        case UInt8(ascii: "["): kind = .openBracket
        case UInt8(ascii: "]"): kind = .closeBracket
        case UInt8(ascii: "("): kind = .openParen
        case UInt8(ascii: ")"): kind = .closeParen
        case UInt8(ascii: "."): kind = .dot
        case UInt8(ascii: ","): kind = .comma
        case UInt8(ascii: ":"): kind = .colon
        case UInt8(ascii: "?"): kind = .question
        case UInt8(ascii: "="): kind = .assign
        case UInt8(ascii: "!"): kind = .not
        case UInt8(ascii: "-"): kind = .minus
        case UInt8(ascii: "+"): kind = .plus
        case UInt8(ascii: "*"): kind = .star
        case UInt8(ascii: "/"): kind = .slash
        case UInt8(ascii: "%"): kind = .percent
        case UInt8(ascii: "<"): kind = .less
        case UInt8(ascii: ">"): kind = .greater
        default: return false
        }
        add(kind, 1)
        return true
    }

    private mutating func lexInvalid() {
        let length = scalar(at: offset).map(UTF8.width) ?? 1
        log.report(.invalidCharacter, offset, offset + length)
        add(.invalid, length)
    }
}

extension Problem {
    static let unclosedComment = Problem("comment without its closing mark", "Put */ where the comment ends.")
    static let invalidCharacter = Problem(
        "character that HCL does not use", "Remove it, or put it in quotes if it is text.")
}
