extension Parser {
    mutating func parseExpression() throws(Unreadable) -> Expression {
        try nested { parser throws(Unreadable) in try parser.parseConditional() }
    }

    private mutating func parseConditional() throws(Unreadable) -> Expression {
        let condition = try parseBinary(atLeast: .or)
        guard skip(.question) else { return condition }
        var deepest = height
        let then = try parseExpression()
        deepest = max(deepest, height)
        try expect(.colon, else: .noColon)
        let otherwise = try parseExpression()
        try grow(over: deepest)
        return .conditional(condition, then: then, else: otherwise)
    }

    private mutating func parseBinary(atLeast precedence: Precedence) throws(Unreadable) -> Expression {
        var left = try parseUnary()
        while let sign = BinaryOperator(next.kind), sign.precedence >= precedence {
            let leftHeight = height
            advance()
            let right = try nested { parser throws(Unreadable) in
                try parser.parseBinary(atLeast: sign.precedence.tighter)
            }
            try grow(over: leftHeight)
            left = .binary(left, sign, right)
        }
        return left
    }

    private mutating func parseUnary() throws(Unreadable) -> Expression {
        let sign = next
        guard sign.kind == .not || sign.kind == .minus else { return try parsePostfix() }
        advance()
        let operand = try nested { parser throws(Unreadable) in try parser.parseUnary() }
        if sign.kind == .minus, case .number(let number) = operand, !number.isNegative {
            return .number(Number(unchecked: "-" + number.literal))
        }
        try grow()
        return .unary(sign.kind == .not ? .not : .negate, operand)
    }

    private mutating func parsePostfix() throws(Unreadable) -> Expression {
        var base = try parsePrimary()
        while true {
            switch next.kind {
            case .dot:
                advance()
                base = try parseAfterDot(base)
            case .openBracket:
                advance()
                base = try parseAfterBracket(base)
            default: return base
            }
        }
    }

    private mutating func parseAfterDot(_ base: Expression) throws(Unreadable) -> Expression {
        try grow()
        let token = next
        switch token.kind {
        case .identifier: return .attribute(base, text(advance()))
        case .star:
            advance()
            return .attributeSplat(base)
        case .number:
            advance()
            let parts = text(token).split(separator: ".", omittingEmptySubsequences: false)
            if parts.count > 1 { try grow() }
            let indexes = parts.compactMap { Int($0) }
            guard indexes.count == parts.count else {
                report(.noName, token)
                throw Unreadable()
            }
            // Without parentheses the two numbers would print as one.
            return indexes.reduce(base.isNumber ? .parenthesized(base) : base) { .legacyIndex($0, $1) }
        default: throw fail(.noName)
        }
    }

    private mutating func parseAfterBracket(_ base: Expression) throws(Unreadable) -> Expression {
        let baseHeight = height
        return try within(newlinesIgnored: true) { parser throws(Unreadable) in
            if parser.next.kind == .star {
                parser.advance()
                try parser.expect(.closeBracket, else: .unclosedIndex)
                try parser.grow()
                return .fullSplat(base)
            }
            let key = try parser.parseExpression()
            try parser.expect(.closeBracket, else: .unclosedIndex)
            try parser.grow(over: baseHeight)
            return .index(base, key)
        }
    }

    /// Makes the tree under the expression at hand one level higher than what was read last and `other`.
    mutating func grow(over other: Int = 0) throws(Unreadable) {
        height = max(height, other) + 1
        guard height + depth <= 2 * Parser.depthLimit else { throw fail(.tooDeep) }
    }
}

extension BinaryOperator {
    fileprivate init?(_ kind: TokenKind) {
        switch kind {
        case .or: self = .or
        case .and: self = .and
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        case .plus: self = .add
        case .minus: self = .subtract
        case .star: self = .multiply
        case .slash: self = .divide
        case .percent: self = .remainder
        default: return nil
        }
    }
}

extension Problem {
    static let noColon = Problem("conditional without its colon", "Write 'condition ? value : other value'.")
    static let noName = Problem("dot without a name", "Write the name of an attribute after the dot.")
    static let unclosedIndex = Problem("index without its closing bracket", "Put a ] after the key.")
}
