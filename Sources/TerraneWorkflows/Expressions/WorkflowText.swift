public import TerraneCore

/// A text in a workflow: literal, computed by GitHub, taken from the infrastructure, or a mixture of those.
public struct WorkflowText: Sendable {
    public enum Part: Sendable {
        case literal(String)
        case integer(Int)
        case boolean(Bool)
        /// Computed by GitHub while the workflow runs.
        case expression(WorkflowExpression)
        /// A value of the infrastructure, known when the workflow is printed.
        case model(Expression)
    }

    /// None when the text is not given at all.
    public let parts: [Part]

    public init(_ parts: [Part]) {
        self.parts = parts
    }

    public init(_ text: some WorkflowTextConvertible) {
        self = text.workflowText
    }

    /// Several lines, as inputs that take lists want them.
    public static func lines(_ lines: [WorkflowText]) -> WorkflowText {
        let separated = lines.enumerated().map {
            $0.offset == 0 ? $0.element.parts : [.literal("\n")] + $0.element.parts
        }
        return WorkflowText(Array(separated.joined()))
    }

    /// Whether there is nothing to write.
    public var isAbsent: Bool {
        if parts.isEmpty { return true }
        if case .model(.null)? = parts.first, parts.count == 1 { return true }
        return false
    }

    /// Every expression that GitHub computes in it.
    public var computed: [WorkflowExpression] {
        parts.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
    }

    /// Every value of the infrastructure in it, those inside GitHub's expressions too.
    public var modelled: [Expression] {
        var found: [Expression] = []
        for part in parts {
            switch part {
            case .model(let value): found.append(value)
            case .expression(let expression): found += expression.modelled
            case .literal, .integer, .boolean: break
            }
        }
        return found
    }
}

extension WorkflowExpression {
    /// Every value of the infrastructure in it.
    public var modelled: [Expression] {
        var found: [Expression] = []
        forEachPart { if case .model(let value) = $0 { found.append(value) } }
        return found
    }
}
