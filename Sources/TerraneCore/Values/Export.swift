/// A value that a stack offers to other stacks and to people: a Terraform output, a CloudFormation export.
public struct Export<Subject>: Element {
    public let name: String
    public let value: Value<Subject>
    public let description: String?
    public let source: SourceLocation

    public init(
        _ name: String, _ value: Value<Subject>, description: String? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.name = name
        self.value = value
        self.description = description
        self.source = SourceLocation(file: file, line: line)
    }
}

extension Export {
    /// The exported value as another stack sees it: Terraform's remote state, CloudFormation's `Fn::ImportValue`.
    public func imported(from stack: any Stack) -> Value<Subject> {
        Value(
            .imported(
                ImportedValue(
                    stack: stack.name, environment: stack.environment.name, region: stack.region, state: stack.state,
                    export: name)))
    }
}

/// An export without its Swift type.
public protocol AnyExport: Element {
    var name: String { get }
    var exported: Expression { get }
    var description: String? { get }
    var source: SourceLocation { get }
}

extension AnyExport {
    public var role: ElementRole { .export(self) }
}

extension Export: AnyExport {
    public var exported: Expression { value.expression }
}

/// An output of another stack: which stack, where its state is, and the name of the output.
public struct ImportedValue: Hashable, Sendable {
    public let stack: Name
    public let environment: String
    public let region: Region
    public let state: StateBackend
    public let export: String
}
