extension Parser {
    mutating func parsePrimary() throws(Unreadable) -> Expression {
        let token = next
        height = 0
        switch token.kind {
        case .number:
            advance()
            return .number(Number(unchecked: text(token)))
        case .identifier:
            advance()
            return try parseWord(token)
        case .openQuote:
            advance()
            return .template(try parseQuoted(from: token))
        case .openHeredoc:
            advance()
            return .heredoc(try parseHeredoc(token))
        case .openParen:
            advance()
            return try parseParentheses()
        case .openBracket:
            advance()
            return try parseTuple(from: token)
        case .openBrace:
            advance()
            return try parseObject(from: token)
        default: throw fail(.noExpression)
        }
    }

    private mutating func parseWord(_ word: Token) throws(Unreadable) -> Expression {
        if next.kind == .openParen || next.kind == .doubleColon { return try parseCall(word) }
        if isKeyword("null", word) { return .null }
        if isKeyword("true", word) { return .bool(true) }
        if isKeyword("false", word) { return .bool(false) }
        return .variable(text(word))
    }

    private mutating func parseParentheses() throws(Unreadable) -> Expression {
        try within(newlinesIgnored: true) { parser throws(Unreadable) in
            let inner = try parser.parseExpression()
            try parser.expect(.closeParen, else: .unclosedParenthesis)
            try parser.grow()
            return .parenthesized(inner)
        }
    }

    private mutating func parseCall(_ word: Token) throws(Unreadable) -> Expression {
        var name = text(word)
        while skip(.doubleColon) {
            guard next.kind == .identifier else { throw fail(.noFunctionName) }
            name += "::" + text(advance())
        }
        try expect(.openParen, else: .noArguments)
        let expression = try within(newlinesIgnored: true) { parser throws(Unreadable) in
            try parser.parseArguments(of: name)
        }
        return expression
    }

    private mutating func parseArguments(of name: String) throws(Unreadable) -> Expression {
        var arguments: [Expression] = []
        var expandsLast = false
        var deepest = 0
        while next.kind != .closeParen {
            arguments.append(try parseExpression())
            deepest = max(deepest, height)
            if skip(.ellipsis) {
                expandsLast = true
                break
            }
            guard skip(.comma) else { break }
        }
        try expect(.closeParen, else: .unclosedCall(name))
        try grow(over: deepest)
        return .call(name, arguments, expandsLast: expandsLast)
    }
}

extension Problem {
    static let noExpression = Problem("value missing", "Write an expression here: a literal, a reference, a call.")
    static let unclosedParenthesis = Problem("parenthesis that is not closed", "Put a ) after the expression.")
    static let noFunctionName = Problem("function without a name", "Write a name after '::'.")
    static let noArguments = Problem("function without arguments", "Put ( and ) after the name of the function.")

    static func unclosedCall(_ name: String) -> Problem {
        Problem("call of '\(name)' that is not closed", "Put commas between the arguments and a ) after the last.")
    }
}
