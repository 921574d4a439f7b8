/// The functions of GitHub's expressions, usable wherever a text is taken: `.format("v{0}", .github.sha)`.
extension WorkflowTextConvertible where Self == WorkflowExpression {
    /// Whether every step before succeeded. The default condition.
    public static func success() -> WorkflowExpression { .call(.success, []) }
    /// True, even when the run was cancelled.
    public static func always() -> WorkflowExpression { .call(.always, []) }
    /// Whether the run was cancelled.
    public static func cancelled() -> WorkflowExpression { .call(.cancelled, []) }
    /// Whether a step before, or a job that this one needs, failed.
    public static func failure() -> WorkflowExpression { .call(.failure, []) }

    public static func contains(_ whole: WorkflowExpression, _ part: WorkflowExpression) -> WorkflowExpression {
        .call(.contains, [whole, part])
    }

    public static func startsWith(_ whole: WorkflowExpression, _ start: WorkflowExpression) -> WorkflowExpression {
        .call(.startsWith, [whole, start])
    }

    public static func endsWith(_ whole: WorkflowExpression, _ end: WorkflowExpression) -> WorkflowExpression {
        .call(.endsWith, [whole, end])
    }

    /// `{0}` stands for the first value, `{{` for a brace.
    public static func format(_ template: WorkflowExpression, _ values: WorkflowExpression...) -> WorkflowExpression {
        .call(.format, [template] + values)
    }

    public static func join(_ list: WorkflowExpression, _ separator: WorkflowExpression) -> WorkflowExpression {
        .call(.join, [list, separator])
    }

    public static func toJSON(_ value: WorkflowExpression) -> WorkflowExpression { .call(.toJSON, [value]) }
    public static func fromJSON(_ text: WorkflowExpression) -> WorkflowExpression { .call(.fromJSON, [text]) }

    /// One hash over the files that match, for cache keys.
    public static func hashFiles(_ patterns: WorkflowExpression...) -> WorkflowExpression {
        .call(.hashFiles, patterns)
    }
}
