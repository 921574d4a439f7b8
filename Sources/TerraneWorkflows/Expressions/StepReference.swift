public import TerraneCore

/// What an earlier step of the same job left behind: an output, or how it ended.
public struct StepReference: Sendable {
    public enum Member: Hashable, Sendable {
        case output(String)
        /// `success`, `failure`, `cancelled` or `skipped`, before `continue-on-error` is applied.
        case outcome
    }

    /// The step's id; nil when it was given none.
    public let step: String?
    public let member: Member
    /// What the step offers, if that is known.
    public let outputs: [String]?
    /// What the step is called in a message.
    public let title: String
    public let declaredAt: SourceLocation
}

/// What a job that this one needs left behind: an output, or how it ended.
public struct JobReference: Sendable {
    public enum Member: Hashable, Sendable {
        case output(String)
        /// `success`, `failure`, `cancelled` or `skipped`.
        case result
    }

    public let job: String
    public let member: Member
    /// What the job offers.
    public let outputs: [String]
    public let declaredAt: SourceLocation
}
