/// A type, labels and a body in braces: `resource "aws_vpc" "main" { … }`.
public struct Block: Hashable, Sendable {
    public var type: String
    public var labels: [String]
    public var body: Body
    /// Asks for `type { name = value }`. The printer obeys when the body is one attribute that prints on one line.
    public var isOneLine: Bool
    /// The comment after the closing brace.
    public var comment: Comment?
    /// Where its header was read, from the type to the opening brace; nil if it was built in code.
    @Incidental public var range: SourceRange?

    public init(
        _ type: String,
        labels: [String] = [],
        body: Body = [],
        isOneLine: Bool = false,
        comment: Comment? = nil,
        range: SourceRange? = nil
    ) {
        self.type = type
        self.labels = labels
        self.body = body
        self.isOneLine = isOneLine
        self.comment = comment
        self.range = range
    }
}
