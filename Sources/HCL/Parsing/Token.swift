/// What a piece of source is.
enum TokenKind: UInt8 {
    case identifier, number
    case openQuote, closeQuote, quotedText
    case openHeredoc, closeHeredoc, heredocText
    case openInterpolation, openControl, closeSequence
    case openBrace, closeBrace, openBracket, closeBracket, openParen, closeParen
    case dot, comma, colon, doubleColon, ellipsis, question, assign, arrow
    case not, minus, plus, star, slash, percent
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, and, or
    case comment, newline, invalid, end

    var opens: Bool {
        switch self {
        case .openBrace, .openBracket, .openParen, .openInterpolation, .openControl: true
        default: false
        }
    }

    var closes: Bool {
        switch self {
        case .closeBrace, .closeBracket, .closeParen, .closeSequence: true
        default: false
        }
    }
}

/// A piece of source, as a range of its bytes.
struct Token {
    var kind: TokenKind
    var start: Int
    var end: Int
}
