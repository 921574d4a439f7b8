/// What is wrong with a source file, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case error
        case warning
    }

    public var severity: Severity
    /// One line, lower case, without a full stop.
    public var summary: String
    /// What to do about it, in a sentence or two.
    public var detail: String
    public var range: SourceRange

    public init(_ severity: Severity = .error, _ summary: String, detail: String, range: SourceRange) {
        self.severity = severity
        self.summary = summary
        self.detail = detail
        self.range = range
    }
}
