extension Parser {
    /// Reads a template after its opening quote.
    mutating func parseQuoted(from quote: Token) throws(Unreadable) -> Template {
        let parts = try parseParts(until: .closeQuote, of: quote)
        return Template(parts: parts)
    }

    mutating func parseHeredoc(_ opening: Token) throws(Unreadable) -> Heredoc {
        let word = text(opening)
        let isIndented = word.utf8.dropFirst(2).first == UInt8(ascii: "-")
        let marker = word.dropFirst(isIndented ? 3 : 2).filter { !$0.isNewline }
        var template = Template(parts: try parseParts(until: .closeHeredoc, of: opening))
        if isIndented, !HeredocLines.hasStrip(template.parts),
            let shared = HeredocLines.sharedIndentation(of: template.parts), shared > 0
        {
            template.parts = HeredocLines.removing(shared, from: template.parts)
        }
        return Heredoc(template, marker: marker, isIndented: isIndented)
    }

    private mutating func parseParts(until end: TokenKind, of opening: Token) throws(Unreadable) -> [TemplatePart] {
        var parser = TemplateParts(end: end)
        var deepest = 0
        while tokens[index].kind != end {
            try parsePart(into: &parser, opening)
            deepest = max(deepest, height)
        }
        index += 1
        height = deepest
        let unclosed = parser.close()
        if let unclosed { log.report(.unclosedDirective, unclosed.start, unclosed.end) }
        return parser.parts
    }

    private mutating func parsePart(into parts: inout TemplateParts, _ opening: Token) throws(Unreadable) {
        let token = tokens[index]
        height = 0
        switch token.kind {
        case .quotedText:
            index += 1
            parts.add(.literal(unescaped(token)))
        case .heredocText:
            index += 1
            reportLoneReturn(in: token)
            parts.add(.literal(Unescaping.heredoc(map.bytes[token.start..<token.end])))
        case .openInterpolation:
            let (value, strip) = try parseSequence { parser throws(Unreadable) in try parser.parseExpression() }
            if let value { parts.add(.interpolation(value, strip: strip)) }
            try grow()
        case .openControl:
            let (directive, strip) = try parseSequence { parser throws(Unreadable) in try parser.parseDirective() }
            if let directive, !parts.add(directive, strip, token) { report(.unmatchedDirective, token) }
            try grow(over: parts.depth)
        default:
            report(.unclosedTemplate, opening)
            throw Unreadable()
        }
    }

    /// Reads a sequence from its opening mark to its closing brace. If it cannot be read it says why and gives nil.
    private mutating func parseSequence<Result>(
        _ contents: (inout Parser) throws(Unreadable) -> Result
    ) throws(Unreadable) -> (Result?, Strip) {
        let opening = index
        let level = depth
        var strip = Strip(before: tokens[opening].end - tokens[opening].start == 3)
        index += 1
        var result: Result?
        let before = ignoresNewlines
        ignoresNewlines = true
        do throws(Unreadable) {
            result = try contents(&self)
            try checkSequenceEnd()
        } catch {
            result = nil
            depth = level
            skipSequence(from: opening)
        }
        guard next.kind == .closeSequence else { throw fail(.unclosedSequence) }
        let end = advance()
        ignoresNewlines = before
        strip.after = end.end - end.start == 2
        return (result, strip)
    }

    private mutating func checkSequenceEnd() throws(Unreadable) {
        if next.kind != .closeSequence { throw fail(.unclosedSequence) }
    }

    /// Goes to the closing brace of the sequence that starts at token `opening`, not back.
    private mutating func skipSequence(from opening: Int) {
        let failed = index
        var open = 0
        index = opening
        while tokens[index].kind != .end {
            switch tokens[index].kind {
            case .openInterpolation, .openControl: open += 1
            case .closeSequence:
                open -= 1
                if open == 0, index >= failed { return }
            default: break
            }
            index += 1
        }
    }

    private mutating func parseDirective() throws(Unreadable) -> Directive {
        let word = next
        if isKeyword("for", word) { return .for(try parseForClause()) }
        if isKeyword("if", word) {
            advance()
            return .if(try parseExpression())
        }
        let directive: Directive
        if isKeyword("else", word) {
            directive = .else
        } else if isKeyword("endif", word) {
            directive = .endIf
        } else if isKeyword("endfor", word) {
            directive = .endFor
        } else {
            throw fail(.unknownDirective)
        }
        advance()
        return directive
    }

    /// A carriage return in a heredoc belongs to the end of a line.
    private mutating func reportLoneReturn(in token: Token) {
        for place in token.start..<token.end where map.bytes[place] == UInt8(ascii: "\r") {
            let isAlone = place + 1 == token.end || map.bytes[place + 1] != UInt8(ascii: "\n")
            if isAlone { log.report(.loneReturn, place, place + 1) }
        }
    }

    private mutating func unescaped(_ token: Token) -> String {
        let (text, problems) = Unescaping.quoted(map.bytes[token.start..<token.end])
        for offset in problems { log.report(.unknownEscape, offset, offset + 2) }
        return text
    }
}

extension Problem {
    static let unclosedTemplate = Problem(
        "string that is not closed", "Put the closing quote or marker after the text.")
    static let loneReturn = Problem("carriage return that ends no line", "Remove it, or use a quoted string and \\r.")
    static let unclosedSequence = Problem(
        "sequence that is not closed",
        "Put a } after the expression; for a literal dollar sign before a brace write $${.")
    static let unclosedDirective = Problem("directive without its end", "Close it with %{endif} or %{endfor}.")
    static let unmatchedDirective = Problem(
        "directive that nothing opened", "Open it with %{if …} or %{for …}, or remove it.")
    static let unknownDirective = Problem(
        "unknown directive", "Use if, else, endif, for or endfor; for a literal percent sign before a brace write %%{.")
    static let unknownEscape = Problem(
        "unknown escape", "Use \\n, \\r, \\t, \\\", \\\\, \\uNNNN or \\UNNNNNNNN; write \\\\ for a backslash.")
}
