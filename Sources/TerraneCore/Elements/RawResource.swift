/// Any resource type of either target, by name: the escape hatch where Terrane has no Swift type yet. It is checked against
/// the provider's schema as typed resources are.
///
///     RawResource("jobs", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {
///         row("visibility_timeout_seconds", "VisibilityTimeout", 30)
///     }
///
/// With one type its rows have one name, and the other target goes without it, which it says:
///
///     RawResource("jobs", terraform: "aws_sqs_queue") { row("visibility_timeout_seconds", 30) }
public struct RawResource: Resource {
    public static let type = ResourceType(
        terraform: .absent(because: "a raw resource names its own types"),
        cloudFormation: .absent(because: "a raw resource names its own types"), area: .other)

    public var declaration: Declaration
    public let resourceType: ResourceType
    public let properties: Properties

    /// `area` is the file of the Terraform configuration that it is written into.
    public init(
        _ name: Name, terraform: String, cloudFormation: String, in area: ResourceType.Area = .other,
        file: String = #fileID, line: Int = #line, @PropertiesBuilder properties: () -> Properties
    ) {
        let type = ResourceType(terraform: terraform, cloudFormation: cloudFormation, area: area)
        self.init(name, type: type, file: file, line: line, properties: properties)
    }

    public init(
        _ name: Name, terraform: String, in area: ResourceType.Area = .other, file: String = #fileID,
        line: Int = #line, @PropertiesBuilder properties: () -> Properties
    ) {
        let type = ResourceType(terraform: .type(terraform), cloudFormation: .unnamed, area: area)
        self.init(name, type: type, file: file, line: line, properties: properties)
    }

    public init(
        _ name: Name, cloudFormation: String, in area: ResourceType.Area = .other, file: String = #fileID,
        line: Int = #line, @PropertiesBuilder properties: () -> Properties
    ) {
        let type = ResourceType(terraform: .unnamed, cloudFormation: .type(cloudFormation), area: area)
        self.init(name, type: type, file: file, line: line, properties: properties)
    }

    /// With all that Terrane knows of a type: its tags, whether it stores something, what is unique.
    public init(
        _ name: Name, type: ResourceType, file: String = #fileID, line: Int = #line,
        @PropertiesBuilder properties: () -> Properties
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.resourceType = type
        self.properties = properties()
    }
}

extension ResourceType.Form {
    /// The author named a type for the other target alone.
    public static let unnamed = absent(because: "no type of this target was named")
}

/// A property of a raw resource that names one type: what that target calls it.
public func row(_ name: String, _ value: some ExpressionConvertible) -> Row {
    Row(terraform: name, cloudFormation: name, content: .value(value.expression))
}

/// A part of a raw resource that names one type: a Terraform block, or a CloudFormation object.
public func nested(
    _ name: String, as form: Row.Form = .block, @PropertiesBuilder _ rows: () -> Properties
) -> Row {
    nested(name, name, as: form, rows)
}

/// Parts of the same shape of a raw resource that names one type.
public func repeated<Item>(
    _ name: String, as form: Row.Form = .block, _ items: [Item], @PropertiesBuilder _ rows: (Item) -> Properties
) -> Row {
    repeated(name, name, as: form, items, rows)
}
