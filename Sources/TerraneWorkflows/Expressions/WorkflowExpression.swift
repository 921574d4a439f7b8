public import TerraneCore

/// What GitHub computes while a workflow runs: `${{ … }}`. A tree, never a pasted string.
///
/// ("Evaluate expressions in workflows and actions", GitHub Docs.) It is deliberately not `Equatable`: `==` builds
/// an expression.
public indirect enum WorkflowExpression: Sendable {
    case null
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    /// A value of the infrastructure, known before the workflow runs; it prints as a literal.
    case model(Expression)
    /// A member of one of GitHub's contexts: `github.ref` is `["github", "ref"]`.
    case context([String])
    /// What an earlier step of the same job left behind.
    case step(StepReference)
    /// What a job that this one needs left behind.
    case job(JobReference)
    case call(Function, [WorkflowExpression])
    case not(WorkflowExpression)
    case binary(WorkflowExpression, Operator, WorkflowExpression)

    /// The operators between two operands, the loosest first.
    public enum Operator: String, Hashable, Sendable, CaseIterable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// The functions that GitHub offers.
    public enum Function: String, Hashable, Sendable, CaseIterable {
        case contains, startsWith, endsWith, format, join, toJSON, fromJSON, hashFiles
        case success, always, cancelled, failure
    }
}

extension WorkflowExpression {
    /// Calls `visit` with this expression and everything inside it, outermost first.
    public func forEachPart(_ visit: (WorkflowExpression) -> Void) {
        visit(self)
        switch self {
        case .call(_, let arguments): for argument in arguments { argument.forEachPart(visit) }
        case .not(let operand): operand.forEachPart(visit)
        case .binary(let left, _, let right):
            left.forEachPart(visit)
            right.forEachPart(visit)
        case .null, .string, .integer, .number, .boolean, .model, .context, .step, .job: break
        }
    }
}

extension WorkflowExpression: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
}

extension WorkflowExpression: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int) { self = .integer(number) }
}

extension WorkflowExpression: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self = .boolean(flag) }
}

extension WorkflowExpression {
    /// A value of the infrastructure as an operand: `.github.refName == .value(branch)`.
    public static func value<Subject>(_ value: Value<Subject>) -> WorkflowExpression { .model(value.expression) }
}
