/// Whether `terraform fmt` puts a space between two tokens of a line. `before` is the token before `left`.
///
/// The order of the rules matters; see `spaceAfterToken` in `hashicorp/hcl: hclwrite/format.go`.
func hasSpace(between left: PrintTokenKind, and right: PrintTokenKind, before: PrintTokenKind) -> Bool {
    switch (left, right) {
    case (_, .newline): false
    case (.identifier, .openParen), (.keywordIn, .openParen): false
    case (.identifier, .doubleColon), (.keywordIn, .doubleColon): false
    case (.doubleColon, .identifier), (.doubleColon, .keywordIn): false
    case (.dot, _), (_, .dot): false
    case (_, .comma), (_, .ellipsis): false
    case (.comma, _): true
    case (.literal, _), (.openQuote, _), (.openHeredoc, _): false
    case (_, .literal), (_, .closeQuote), (_, .closeHeredoc): false
    case (.keywordIn, _) where before == .identifier || before == .keywordIn: true
    case (.identifier, .openBracket), (.keywordIn, .openBracket), (.number, .openBracket): false
    case (_, .openBracket) where left.bracketChange < 0: false
    case (.not, _): false
    case (.minus, _): !isNegation(after: before)
    case (.openBrace, .closeBrace): false
    case (.openBrace, _), (_, .closeBrace): true
    case (.interpolation, .openBrace), (.control, .openBrace): true
    case (.closeBrace, .sequenceEnd): true
    case (.sequenceEnd, .interpolation), (.sequenceEnd, .control): false
    default: left.bracketChange <= 0 && right.bracketChange >= 0
    }
}

/// Whether a minus after `before` is taken for a sign. A guess from one token, and ours must be the same guess.
private func isNegation(after before: PrintTokenKind) -> Bool {
    switch before {
    case .none, .openParen, .openBrace, .openBracket, .equal, .colon, .comma, .question: true
    case .plusOrProduct, .minus, .comparison, .logical, .not: true
    default: false
    }
}
