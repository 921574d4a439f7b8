/// A question that a workflow asks the one who starts it.
public struct WorkflowInput: Sendable {
    public enum Kind: Sendable {
        case string, boolean, number
        case choice([String])
        /// One of the repository's environments.
        case environment

        public var name: String {
            switch self {
            case .string: "string"
            case .boolean: "boolean"
            case .number: "number"
            case .choice: "choice"
            case .environment: "environment"
            }
        }
    }

    public let name: String
    public let kind: Kind
    public let description: String?
    /// Whether it must be answered.
    public let isRequired: Bool
    public let fallback: WorkflowText?

    public init(
        _ name: String, _ kind: Kind = .string, description: String? = nil, required isRequired: Bool = false,
        default fallback: (any WorkflowTextConvertible)? = nil
    ) {
        self.name = name
        self.kind = kind
        self.description = description
        self.isRequired = isRequired
        self.fallback = fallback?.workflowText
    }
}

extension WorkflowInput.Kind {
    /// Whether a text can be the value of such an input; what GitHub computes may be anything.
    func takes(_ part: WorkflowText.Part) -> Bool {
        switch (self, part) {
        case (_, .expression), (_, .model), (.boolean, .boolean), (.number, .integer): true
        case (.boolean, _): false
        case (.number, .literal(let text)): Double(text) != nil
        case (.number, _): false
        case (.string, _), (.choice, _), (.environment, _): true
        }
    }

    /// What such a value looks like in Swift.
    var example: String {
        switch self {
        case .boolean: "`false`"
        case .number: "`3`"
        case .string, .choice, .environment: "`\"text\"`"
        }
    }
}
