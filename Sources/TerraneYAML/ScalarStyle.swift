/// How a scalar stands in the file.
///
/// A wish is followed as far as the text comes back the same: what cannot stand bare is quoted, what cannot stand in
/// single quotes or in a block stands in double quotes.
public enum ScalarStyle: Hashable, Sendable {
    /// The quietest style that every reader takes for the same text.
    case automatic
    /// Bare, even where some reader takes the word for something other than text: `on`, the key of GitHub's workflows.
    case plain
    case singleQuoted
    case doubleQuoted
    /// A block after `|`, line by line.
    case literal
}

extension ScalarStyle {
    /// The style in which a text is written: never `automatic`, and never one that breaks a quoted text over lines.
    func resolved(for text: String) -> ScalarStyle {
        let shape = TextShape(text)
        if shape.needsEscapes { return .doubleQuoted }
        if shape.hasLineBreaks { return isBlockWelcome && shape.standsInBlock ? .literal : .doubleQuoted }
        switch self {
        case .literal: return shape.standsInBlock ? .literal : .doubleQuoted
        case .plain, .singleQuoted, .doubleQuoted: return shape.hasTabs ? .doubleQuoted : self
        case .automatic:
            if shape.hasTabs { return .doubleQuoted }
            return Ambiguity.isAmbiguous(text) ? .singleQuoted : .plain
        }
    }

    private var isBlockWelcome: Bool { self == .automatic || self == .literal }
}
