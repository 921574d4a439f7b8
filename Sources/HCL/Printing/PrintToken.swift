/// What a token is, as far as the space round it is concerned.
enum PrintTokenKind: UInt8 {
    case identifier, keywordIn, number, quoted
    case openQuote, closeQuote, literal, interpolation, control, sequenceEnd, openHeredoc, closeHeredoc
    case openBrace, closeBrace, openBracket, closeBracket, openParen, closeParen
    case dot, comma, colon, doubleColon, ellipsis, question, equal, arrow
    case not, minus, plusOrProduct, comparison, logical
    case comment, newline, none

    /// One more open bracket, one fewer, or no change.
    var bracketChange: Int {
        switch self {
        case .openBrace, .openBracket, .openParen, .interpolation, .control: 1
        case .closeBrace, .closeBracket, .closeParen, .sequenceEnd: -1
        default: 0
        }
    }
}

/// A token in the text of a `TokenStream`, and the white space that the layout gives it.
struct PrintToken {
    var kind: PrintTokenKind
    var spaces: UInt32 = 0
    var length: UInt32
    /// How wide it looks: grapheme clusters, as `terraform fmt` counts.
    var columns: UInt32
}
