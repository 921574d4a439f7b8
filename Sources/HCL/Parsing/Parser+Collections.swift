extension Parser {
    mutating func parseTuple(from bracket: Token) throws(Unreadable) -> Expression {
        try within(newlinesIgnored: true) { parser throws(Unreadable) in
            if parser.isKeyword("for", parser.next) { return try parser.parseForTuple() }
            var items: [TupleItem] = []
            var deepest = 0
            while true {
                for trivia in parser.takeTrivia() { items.append(trivia.map { .comment($0) } ?? .blankLine) }
                if parser.tokens[parser.index].kind == .closeBracket { break }
                try parser.parseElement(into: &items, bracket)
                deepest = max(deepest, parser.height)
            }
            parser.index += 1
            parser.height = deepest
            try parser.grow()
            while items.last == .blankLine { items.removeLast() }
            return .tuple(Tuple(items: items))
        }
    }

    private mutating func parseElement(into items: inout [TupleItem], _ bracket: Token) throws(Unreadable) {
        if tokens[index].kind == .end {
            report(.unclosedTuple, bracket)
            throw Unreadable()
        }
        let (value, strays) = try collectingStrays { parser throws(Unreadable) in try parser.parseExpression() }
        items += strays.map { .comment($0) }
        let (comment, hasComma) = endElement()
        items.append(.element(value, comment: comment))
        guard hasComma || next.kind == .closeBracket else { throw fail(next.kind == .end ? .unclosedTuple : .noComma) }
    }

    mutating func parseObject(from brace: Token) throws(Unreadable) -> Expression {
        if isForNext {
            return try within(newlinesIgnored: true) { parser throws(Unreadable) in try parser.parseForObject() }
        }
        return try within(newlinesIgnored: false) { parser throws(Unreadable) in
            var items: [ObjectItem] = []
            var deepest = 0
            while true {
                for trivia in parser.takeTrivia() { items.append(trivia.map { .comment($0) } ?? .blankLine) }
                if parser.tokens[parser.index].kind == .closeBrace { break }
                try parser.parsePair(into: &items, brace)
                deepest = max(deepest, parser.height)
            }
            parser.index += 1
            parser.height = deepest
            try parser.grow()
            while items.last == .blankLine { items.removeLast() }
            return .object(Object(items))
        }
    }

    /// Whether `for` comes next, newlines aside, so that braces are not an object.
    private var isForNext: Bool {
        var ahead = index
        while tokens[ahead].kind == .newline || tokens[ahead].kind == .comment { ahead += 1 }
        return isKeyword("for", tokens[ahead])
    }

    private mutating func parsePair(into items: inout [ObjectItem], _ brace: Token) throws(Unreadable) {
        if tokens[index].kind == .end {
            report(.unclosedObject, brace)
            throw Unreadable()
        }
        var keyHeight = 0
        let (pair, strays) = try collectingStrays { parser throws(Unreadable) in
            let key = try parser.parseKey()
            keyHeight = parser.height
            guard parser.skip(.assign) || parser.skip(.colon) else { throw parser.fail(.noPairSign) }
            return (key, try parser.parseExpression())
        }
        height = max(height, keyHeight)
        items += strays.map { .comment($0) }
        let (comment, hasComma) = endElement()
        items.append(.pair(pair.0, pair.1, comment: comment))
        guard hasComma || next.kind == .newline || next.kind == .closeBrace else {
            throw fail(next.kind == .end ? .unclosedObject : .noPairEnd)
        }
    }

    private mutating func parseKey() throws(Unreadable) -> ObjectKey {
        height = 0
        let token = next
        if token.kind == .identifier {
            let ahead = tokens[nextIndex + 1].kind
            if ahead == .assign || ahead == .colon {
                advance()
                return .name(text(token))
            }
        }
        var key = try parseExpression()
        if case .parenthesized(let inner) = key {
            key = inner
        } else if case .variable(let name) = key {
            return .name(name)
        }
        if case .template(let template) = key, let text = template.literal { return .name(text) }
        return .expression(key)
    }

    /// Reads what is left of an element: a comment before or after its comma, on the same line.
    private mutating func endElement() -> (Comment?, hasComma: Bool) {
        var comment = takeTrailingComment()
        let hasComma = next.kind == .comma
        if hasComma {
            let inner = strayComments
            strayComments = []
            advance()
            comment = comment ?? strayComments.first
            strayComments = inner
            comment = comment ?? takeTrailingComment()
        }
        return (comment, hasComma)
    }

    /// Steps over newlines and comments; nil in the result is a blank line.
    private mutating func takeTrivia() -> [Comment?] {
        var result: [Comment?] = []
        var newlines = index > 0 && tokens[index - 1].kind == .newline ? 1 : 0
        while true {
            switch tokens[index].kind {
            case .newline:
                newlines += 1
                if newlines == 2 { result.append(nil) }
            case .comment:
                newlines = 0
                result.append(comment(tokens[index]))
            default: return result
            }
            index += 1
        }
    }

    /// The result of `contents` and the comments in it that have no place.
    private mutating func collectingStrays<Result>(
        _ contents: (inout Parser) throws(Unreadable) -> Result
    ) throws(Unreadable) -> (Result, [Comment]) {
        let outer = strayComments
        strayComments = []
        defer { strayComments = outer }
        let result = try contents(&self)
        return (result, strayComments)
    }
}

extension Problem {
    static let unclosedTuple = Problem("tuple without its closing bracket", "Put a ] after the last element.")
    static let noComma = Problem("elements without a comma between them", "Put a comma here, or a ] if the tuple ends.")
    static let unclosedObject = Problem("object without its closing brace", "Put a } after the last pair.")
    static let noPairSign = Problem(
        "key without a value", "Put = and a value after the key; a key that is no name needs parentheses.")
    static let noPairEnd = Problem("pairs on one line without a comma", "Put a comma or a new line here.")
}
