/// An attribute of something that exists already and that the stack does not own, as each target finds it: Terraform by
/// a data source, CloudFormation, which cannot search, by a parameter.
///
/// Using one declares both.
public struct Lookup: Hashable, Sendable {
    public let source: DataSource
    /// The attribute of the data source.
    public let attribute: String
    /// What a CloudFormation template asks for instead.
    public let parameter: ParameterDeclaration

    public init(of source: DataSource, attribute: String, type: ParameterType, cloudFormationType: String?) {
        self.source = source
        self.attribute = attribute
        parameter = ParameterDeclaration(
            name: "\(source.name.dashed)-\(attribute)", type: type, cloudFormationType: cloudFormationType,
            fallback: nil, isSensitive: false, description: "\(attribute) of \(source.name), which exists already",
            source: source.declaredAt)
    }
}

/// A question that Terraform asks the cloud before it plans: a `data` block.
public struct DataSource: Hashable, Sendable {
    public let name: Name
    /// `aws_route53_zone`.
    public let type: String
    public let area: ResourceType.Area
    /// What finds exactly one.
    public let arguments: Properties
    /// Another region than the stack's.
    public let region: Region?
    public let declaredAt: SourceLocation

    public init(
        _ name: Name, type: String, area: ResourceType.Area, arguments: Properties, region: Region?,
        declaredAt: SourceLocation
    ) {
        self.name = name
        self.type = type
        self.area = area
        self.arguments = arguments
        self.region = region
        self.declaredAt = declaredAt
    }

    /// The same question, wherever it was written.
    public static func == (left: DataSource, right: DataSource) -> Bool {
        left.name == right.name && left.type == right.type && left.arguments == right.arguments
            && left.region == right.region
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
