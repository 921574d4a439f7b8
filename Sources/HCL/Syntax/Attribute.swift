/// A name and its value: `instance_type = "t3.micro"`. HashiCorp also says *argument*.
public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: Expression
    /// The comment at the end of the line.
    public var comment: Comment?
    /// Where it was read, from the name to the end of the value; nil if it was built in code.
    @Incidental public var range: SourceRange?

    public init(_ name: String, _ value: Expression, comment: Comment? = nil, range: SourceRange? = nil) {
        self.name = name
        self.value = value
        self.comment = comment
        self.range = range
    }
}
