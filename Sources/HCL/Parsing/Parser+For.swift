extension Parser {
    mutating func parseForTuple() throws(Unreadable) -> Expression {
        let clause = try parseForClause()
        var deepest = height
        try expect(.colon, else: .noForColon)
        let result = try parseExpression()
        deepest = max(deepest, height)
        let condition = try parseForCondition()
        try expect(.closeBracket, else: .unclosedFor)
        try grow(over: deepest)
        return .forTuple(ForTuple(clause, result: result, if: condition))
    }

    mutating func parseForObject() throws(Unreadable) -> Expression {
        let clause = try parseForClause()
        var deepest = height
        try expect(.colon, else: .noForColon)
        let key = try parseExpression()
        deepest = max(deepest, height)
        try expect(.arrow, else: .noForArrow)
        let result = try parseExpression()
        deepest = max(deepest, height)
        let isGrouping = skip(.ellipsis)
        let condition = try parseForCondition()
        try expect(.closeBrace, else: .unclosedFor)
        try grow(over: deepest)
        return .forObject(ForObject(clause, key: key, result: result, isGrouping: isGrouping, if: condition))
    }

    /// Reads `for key, value in collection`.
    mutating func parseForClause() throws(Unreadable) -> ForClause {
        advance()
        var value = try parseForName()
        var key: String?
        if skip(.comma) {
            key = value
            value = try parseForName()
        }
        guard isKeyword("in", next) else { throw fail(.noForIn) }
        advance()
        return ForClause(key: key, value: value, in: try parseExpression())
    }

    private mutating func parseForName() throws(Unreadable) -> String {
        guard next.kind == .identifier else { throw fail(.noForName) }
        return text(advance())
    }

    private mutating func parseForCondition() throws(Unreadable) -> Expression? {
        guard isKeyword("if", next) else { return nil }
        let before = height
        advance()
        let condition = try parseExpression()
        height = max(height, before)
        return condition
    }
}

extension Problem {
    static let noForName = Problem("'for' without a name", "Name the value of each turn: 'for value in list'.")
    static let noForIn = Problem("'for' without 'in'", "Write 'in' and the collection: 'for value in list'.")
    static let noForColon = Problem("'for' without its colon", "Put a colon between the collection and the result.")
    static let noForArrow = Problem("'for' in braces without its arrow", "Write 'key => value' after the colon.")
    static let unclosedFor = Problem(
        "'for' that is not closed", "Put the closing bracket after the result or condition.")
}
