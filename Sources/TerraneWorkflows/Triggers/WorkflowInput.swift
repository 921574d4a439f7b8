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
