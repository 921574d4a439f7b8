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
        return checked(printed + escaped(literal), of: what, at: place)
    }

    /// GitHub makes one expression of a whole text that has one in it.
    private mutating func checked(_ text: String, of what: String, at place: SourceLocation) -> String {
        if text.utf16.count > WorkflowTextPrinter.longestExpression, text.holds(mark: "${{") {
            diagnostics.append(.expressionTooLong(what, text.utf16.count, at: place))
        }
        return text
    }

    /// "Exceeded max expression length 21000", says GitHub of a longer one (rhysd/actionlint#356).
    private static let longestExpression = 21_000

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
    func escaped(_ text: String) -> String {
        text.replacing(mark: "${{", with: "${{ '${{' }}")
    }
}

extension Diagnostic {
    fileprivate static func expressionTooLong(_ what: String, _ length: Int, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(what)' has \(length) characters with an expression among them, and GitHub takes 21,000",
            help: "Pass the expression in a variable of its own, and keep the long text without any.", at: place)
    }
}
