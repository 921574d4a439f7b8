extension Printer {
    /// Writes an expression that must hold together at least as tightly as `precedence`, in parentheses if it does not.
    mutating func write(
        _ expression: Expression, _ place: Place, _ ending: Ending, atLeast precedence: Precedence = .conditional
    ) {
        if expression.precedence < precedence {
            parenthesized(expression)
        } else {
            write(bare: expression, place, ending)
        }
    }

    private mutating func parenthesized(_ expression: Expression) {
        stream.add(.openParen, "(")
        brackets { $0.write(expression, .part, .free) }
        stream.add(.closeParen, ")")
    }

    private mutating func write(bare expression: Expression, _ place: Place, _ ending: Ending) {
        switch expression {
        case .null: stream.add(.identifier, "null")
        case .bool(let value): value ? stream.add(.identifier, "true") : stream.add(.identifier, "false")
        case .number(let number): write(number)
        case .template(let template): write(template)
        case .heredoc(let heredoc): write(heredoc, ending)
        case .tuple(let tuple): write(tuple, place)
        case .object(let object): write(object, place)
        case .variable(let name): identifier(name)
        case .call(let name, let arguments, let expandsLast): write(Call(name, arguments, expandsLast), place)
        case .forTuple(let loop): write(loop, place)
        case .forObject(let loop): write(loop, place)
        case .parenthesized(let inner): parenthesized(inner)
        case .unary, .binary, .conditional: writeOperation(expression, ending)
        default: writePostfix(expression, ending)
        }
    }

    private mutating func write(_ number: Number) {
        if number.isNegative { stream.add(.minus, "-") }
        stream.add(.number) { $0.append(contentsOf: number.literal.utf8.dropFirst(number.isNegative ? 1 : 0)) }
    }

    private mutating func writeOperation(_ expression: Expression, _ ending: Ending) {
        let before = ending == .free && isWithinBrackets ? Ending.free : .bound
        switch expression {
        case .unary(let sign, let operand):
            sign == .not ? stream.add(.not, "!") : stream.add(.minus, "-")
            write(operand, .part, ending, atLeast: .unary)
        case .binary(let left, let sign, let right):
            write(left, .part, before, atLeast: sign.precedence)
            stream.add(sign.tokenKind, sign.rawValue)
            write(right, .part, ending, atLeast: sign.precedence.tighter)
        case .conditional(let condition, let then, let otherwise):
            write(condition, .part, before, atLeast: .or)
            stream.add(.question, "?")
            write(then, .part, before)
            stream.add(.colon, ":")
            write(otherwise, .part, ending)
        default: break
        }
    }

    private mutating func writePostfix(_ expression: Expression, _ ending: Ending) {
        let before = ending == .free && isWithinBrackets ? Ending.free : .bound
        switch expression {
        case .attribute(let base, let name):
            write(base, .part, before, atLeast: .postfix)
            stream.add(.dot, ".")
            identifier(name)
        case .legacyIndex(let base, let index):
            write(base, .part, before, atLeast: base.isNumber ? .primary : .postfix)
            stream.add(.dot, ".")
            stream.add(.number, String(index.magnitude))
        case .attributeSplat(let base):
            write(base, .part, before, atLeast: .postfix)
            stream.add(.dot, ".")
            stream.add(.plusOrProduct, "*")
        case .fullSplat(let base):
            write(base, .part, before, atLeast: .postfix)
            stream.add(.openBracket, "[")
            stream.add(.plusOrProduct, "*")
            stream.add(.closeBracket, "]")
        case .index(let base, let key):
            write(base, .part, before, atLeast: .postfix)
            stream.add(.openBracket, "[")
            brackets { printer in printer.flat { $0.write(key, .part, .free) } }
            stream.add(.closeBracket, "]")
        default: break
        }
    }
}

extension Expression {
    var isNumber: Bool { if case .number = self { true } else { false } }

    var precedence: Precedence {
        switch self {
        case .conditional: .conditional
        case .binary(_, let sign, _): sign.precedence
        case .unary: .unary
        case .number(let number): number.isNegative ? .unary : .postfix
        case .attribute, .index, .legacyIndex, .attributeSplat, .fullSplat: .postfix
        default: .primary
        }
    }
}

extension BinaryOperator {
    fileprivate var tokenKind: PrintTokenKind {
        switch self {
        case .or, .and: .logical
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .add, .multiply, .divide, .remainder: .plusOrProduct
        case .subtract: .minus
        }
    }
}
