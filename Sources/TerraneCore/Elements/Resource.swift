/// A cloud resource: a struct whose `properties` is a bilingual table, Terraform on the left and
/// CloudFormation on the right.
public protocol Resource: Declared {
    static var type: ResourceType { get }
    /// The type of this instance; differs from `Self.type` for raw resources alone.
    var resourceType: ResourceType { get }
    @PropertiesBuilder var properties: Properties { get }
    /// For a type that CloudFormation writes as properties of another resource: that resource.
    var owner: Name? { get }
    /// Findings of scanners that are accepted wherever the type is used in this way.
    var suppressions: [Suppression] { get }
    /// Files that come with it: the registrable form of a task definition.
    var documents: [any Document] { get }
}

extension Resource {
    public var resourceType: ResourceType { Self.type }
    public var owner: Name? { nil }
    public var suppressions: [Suppression] { [] }
    public var documents: [any Document] { [] }
    public var role: ElementRole { .resource(self) }

    /// An attribute that this resource offers to others, as each target names it.
    ///
    /// `foreseen` is what the attribute will be when that follows from literals, such as an ARN from a name. For a
    /// resource that exists already it is all there is to know; without it the attribute is looked up.
    public func attribute<Subject>(
        _ terraform: String, _ cloudFormation: Attribute.CloudFormation, foreseen: Value<Subject>? = nil
    ) -> Value<Subject> {
        if let arguments = declaration.options.existing { return foreseen ?? lookup(terraform, by: arguments) }
        return Value(
            .reference(
                Reference(
                    to: name, type: resourceType, attribute: Attribute(terraform, cloudFormation), declaredAt: source,
                    foreseen: foreseen?.expression)))
    }

    private func lookup<Subject>(_ attribute: String, by arguments: Properties) -> Value<Subject> {
        let source = DataSource(
            name, type: resourceType.terraform.typeName ?? "", area: resourceType.area, arguments: arguments,
            region: declaration.options.region, declaredAt: source)
        let subject = Subject.self as? any ParameterSubject.Type
        return Value(
            .lookup(
                Lookup(
                    of: source, attribute: attribute, type: subject?.parameterType ?? .string,
                    cloudFormationType: subject?.cloudFormationType)))
    }
}
