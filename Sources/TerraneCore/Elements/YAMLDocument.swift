/// A YAML file made of values of the model, all of which must be known before deployment: an AppSpec file.
public struct YAMLDocument: Document {
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
