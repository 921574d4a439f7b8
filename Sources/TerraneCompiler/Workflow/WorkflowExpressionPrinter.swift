import TerraneCore
import TerraneWorkflows

/// Prints an expression as GitHub reads it, without the `${{ }}` around it.
///
/// ("Evaluate expressions in workflows and actions", GitHub Docs: strings stand in single quotes, of which one inside
/// is doubled.)
struct WorkflowExpressionPrinter {
    /// What a value of the infrastructure is, when that is known before the workflow runs.
    let resolve: (Expression) -> String?
    /// The context that other jobs are read from: `needs` in a job, `jobs` in the outputs of a called workflow.
    var jobs = "needs"

    /// Nil when a value in it is known only after deployment.
    func print(_ expression: WorkflowExpression) -> String? {
        switch expression {
        case .null: "null"
        case .string(let text): quoted(text)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .model(let value): resolve(value).map(quoted)
        case .context(let path): member(path)
        case .step(let reference): member(path(of: reference))
        case .job(let reference): member(path(of: reference))
        case .call(let function, let arguments): call(function, arguments)
        case .not(let operand): printed(operand, within: .unary).map { "!" + $0 }
        case .binary(let left, let `operator`, let right): binary(left, `operator`, right)
        }
    }

    private func call(
        _ function: WorkflowExpression.Function, _ arguments: [WorkflowExpression]
    ) -> String? {
        let printed = arguments.compactMap(print)
        guard printed.count == arguments.count else { return nil }
        return "\(function.rawValue)(\(printed.joined(separator: ", ")))"
    }

    private func binary(
        _ left: WorkflowExpression, _ symbol: WorkflowExpression.Operator, _ right: WorkflowExpression
    ) -> String? {
        guard let left = printed(left, within: symbol.precedence),
            let right = printed(right, within: symbol.precedence.tighter)
        else { return nil }
        return "\(left) \(symbol.rawValue) \(right)"
    }

    /// In parentheses where it binds more loosely than what surrounds it.
    private func printed(_ expression: WorkflowExpression, within outer: Precedence) -> String? {
        let text = print(expression)
        return expression.precedence < outer ? text.map { "(\($0))" } : text
    }

    private func path(of reference: StepReference) -> [String] {
        let step = ["steps", reference.step ?? ""]
        return switch reference.member {
        case .output(let name): step + ["outputs", name]
        case .outcome: step + ["outcome"]
        }
    }

    private func path(of reference: JobReference) -> [String] {
        switch reference.member {
        case .output(let name): [jobs, reference.job, "outputs", name]
        case .result: [jobs, reference.job, "result"]
        }
    }

    /// `github.ref`; a name that is no identifier stands in brackets.
    private func member(_ path: [String]) -> String {
        path.dropFirst().reduce(path.first ?? "") { whole, name in
            name.isWorkflowIdentifier ? "\(whole).\(name)" : "\(whole)[\(quoted(name))]"
        }
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing(mark: "'", with: "''") + "'"
    }
}

extension String {
    /// Whether it can stand after a dot.
    fileprivate var isWorkflowIdentifier: Bool {
        guard let first = utf8.first, first != UInt8(ascii: "-"), !(0x30...0x39).contains(first) else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}

/// How tightly an operator binds.
private enum Precedence: Int, Comparable {
    case or, and, equality, comparison, unary, primary

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    /// The next tighter: operators of the same kind group to the left.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}

extension WorkflowExpression.Operator {
    fileprivate var precedence: Precedence {
        switch self {
        case .or: .or
        case .and: .and
        case .equal, .notEqual: .equality
        case .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        }
    }
}

extension WorkflowExpression {
    fileprivate var precedence: Precedence {
        switch self {
        case .binary(_, let symbol, _): symbol.precedence
        case .not: .unary
        default: .primary
        }
    }
}
