/// A file of its own that a stack brings along beside its resources: a workflow, a property list.
public protocol Document: Element {
    /// The path below the folder of its scope, `github/workflows/backend.yml`.
    var path: String { get }
    var scope: DocumentScope { get }
    /// Everything in it that comes from the model.
    var expressions: [Expression] { get }
}

extension Document {
    public var scope: DocumentScope { .system }
    public var role: ElementRole { .document(self) }
}

/// What a document belongs to, and so the folder that it goes into.
public enum DocumentScope: Hashable, Sendable {
    /// The system as a whole: `koemo/github/…`.
    case system
    /// One environment of it: `koemo/production/ecs/…`.
    case environment
}

/// A JSON file made of values of the model, all of which must be known before deployment.
public struct JSONDocument: Document {
    public let path: String
    public let scope: DocumentScope
    public let contents: Expression
    public let source: SourceLocation

    public init(path: String, scope: DocumentScope, contents: Expression, source: SourceLocation) {
        self.path = path
        self.scope = scope
        self.contents = contents
        self.source = source
    }

    public var expressions: [Expression] { [contents] }
}
