import TerraneCore
import TerraneWorkflows

/// Turns the texts of a workflow into what GitHub reads, and collects the values that are not known beforehand.
struct WorkflowTextPrinter {
    let resolve: (Expression) -> String?
    /// The context that other jobs are read from.
    var jobs = "needs"
    var diagnostics: [Diagnostic] = []

    /// The text with `${{ … }}` around expressions; literal ones are escaped.
    mutating func print(_ text: WorkflowText, of what: String, at place: SourceLocation) -> String {
        var printed = ""
        var literal = ""
        for part in text.parts {
            if case .expression(let expression) = part {
                printed += escaped(literal) + "${{ " + print(expression, of: what, at: place) + " }}"
                literal = ""
            } else {
                literal += known(part, of: what, at: place)
            }
        }
        return printed + escaped(literal)
    }

    /// The expression without anything around it.
    mutating func print(_ expression: WorkflowExpression, of what: String, at place: SourceLocation) -> String {
        let printer = WorkflowExpressionPrinter(resolve: resolve, jobs: jobs)
        if let printed = printer.print(expression) { return printed }
        report(expression.modelled, of: what, at: place)
        return ""
    }

    private mutating func known(_ part: WorkflowText.Part, of what: String, at place: SourceLocation) -> String {
        switch part {
        case .literal(let text): return text
        case .integer(let number): return String(number)
        case .boolean(let flag): return flag ? "true" : "false"
        case .expression: return ""
        case .model(let value):
            if let text = resolve(value) { return text }
            report([value], of: what, at: place)
            return ""
        }
    }

    private mutating func report(_ values: [Expression], of what: String, at place: SourceLocation) {
        for value in values where resolve(value) == nil && !value.isMalformed {
            diagnostics.append(.unknownInDocument(what, value, at: place))
        }
    }

    /// `${{` as a text: GitHub has no escape but an expression that yields it.
    private func escaped(_ text: String) -> String {
        text.replacing("${{", with: "${{ '${{' }}")
    }
}
