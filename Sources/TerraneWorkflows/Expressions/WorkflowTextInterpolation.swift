/// A text with expressions and values inside: `WorkflowText("\(registry)/\(repository):\(.github.sha)")`.
public struct WorkflowTextInterpolation: StringInterpolationProtocol {
    var parts: [WorkflowText.Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
        parts.reserveCapacity(interpolationCount * 2 + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
        if !literal.isEmpty { parts.append(.literal(literal)) }
    }

    public mutating func appendInterpolation(_ text: any WorkflowTextConvertible) {
        parts += text.workflowText.parts
    }
}

extension WorkflowText: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self.init([.literal(text)])
    }

    public init(stringInterpolation: WorkflowTextInterpolation) {
        self.init(stringInterpolation.parts)
    }
}

extension DefaultStringInterpolation {
    /// GitHub computes an expression later than Swift computes a `String`; the text it leaves behind is found
    /// by the check on scripts, should the warning be overlooked.
    @available(*, deprecated, message: "an expression cannot become a String; write WorkflowText(\"…\")")
    public mutating func appendInterpolation(_ expression: WorkflowExpression) {
        appendLiteral("${{ }}")
    }

    @available(*, deprecated, message: "a workflow's text cannot become a String; write WorkflowText(\"…\")")
    public mutating func appendInterpolation(_ text: WorkflowText) {
        appendLiteral("${{ }}")
    }
}
