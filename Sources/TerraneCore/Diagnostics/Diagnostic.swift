/// Something a person should know about a stack: what is wrong, where, why, and what to do.
///
/// The summary is one line, lower case, without a full stop; `help` says what to do in a sentence or two.
public struct Diagnostic: Hashable, Sendable {
    /// How much a diagnostic matters. An error stops every artifact from being written.
    public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
        case error, warning, note

        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// A further place that belongs to the story: the line of the other declaration, say.
    public struct Note: Hashable, Sendable {
        public let text: String
        public let location: SourceLocation?

        public init(_ text: String, at location: SourceLocation? = nil) {
            self.text = text
            self.location = location
        }
    }

    public let severity: Severity
    /// What kind of mistake it is, in kebab case: `name-used-twice`. It stays the same when the words change.
    public let rule: String
    public let summary: String
    public let help: String?
    public var location: SourceLocation?
    public let notes: [Note]

    public init(
        _ severity: Severity, _ summary: String, help: String? = nil, at location: SourceLocation? = nil,
        notes: [Note] = [], rule: String = #function
    ) {
        self.severity = severity
        self.rule = Diagnostic.kebabCase(rule)
        self.summary = summary
        self.help = help
        self.location = location
        self.notes = notes
    }

    /// An error about the thing being declared; evaluation fills in where that is. The function that calls this names the rule.
    public static func error(
        _ summary: String, help: String? = nil, at location: SourceLocation? = nil, notes: [Note] = [],
        rule: String = #function
    ) -> Diagnostic {
        Diagnostic(.error, summary, help: help, at: location, notes: notes, rule: rule)
    }

    /// A warning about the thing being declared; evaluation fills in where that is.
    public static func warning(
        _ summary: String, help: String? = nil, at location: SourceLocation? = nil, notes: [Note] = [],
        rule: String = #function
    ) -> Diagnostic {
        Diagnostic(.warning, summary, help: help, at: location, notes: notes, rule: rule)
    }

    /// `nameUsedTwice(_:first:second:)`, the function that wrote the message, is the rule `name-used-twice`.
    private static func kebabCase(_ function: String) -> String {
        var words = ""
        for character in function.prefix(while: { $0 != "(" }) {
            if character.isUppercase, !words.isEmpty, words.last != "-" { words += "-" }
            words += character.lowercased()
        }
        return words
    }

    /// The same diagnostic, placed at `location` unless it already has a place.
    public func located(at fallback: SourceLocation?) -> Diagnostic {
        var copy = self
        copy.location = location ?? fallback
        return copy
    }
}

extension [Diagnostic] {
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// Worst first, then by place; each said once.
    public func sortedForPeople() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let unique = filter { seen.insert($0).inserted }
        return unique.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.severity != b.severity { return a.severity < b.severity }
            if let here = a.location, let there = b.location, here != there { return here < there }
            if (a.location == nil) != (b.location == nil) { return b.location == nil }
            return left.offset < right.offset
        }.map(\.element)
    }
}
