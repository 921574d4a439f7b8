/// An attribute of another resource of the stack.
public struct Reference: Hashable, Sendable {
    /// The resource referred to.
    public let target: Name
    /// The resource's type, in both dialects.
    public let type: ResourceType
    /// Which of its attributes, in both dialects.
    public let attribute: Attribute
    /// Where the resource, or the component that holds it, was declared.
    public let declaredAt: SourceLocation
    /// What the attribute will be, when that follows from literals: a role's ARN from its name.
    public let foreseen: Expression?

    public init(
        to target: Name, type: ResourceType, attribute: Attribute, declaredAt: SourceLocation,
        foreseen: Expression? = nil
    ) {
        self.target = target
        self.type = type
        self.attribute = attribute
        self.declaredAt = declaredAt
        self.foreseen = foreseen
    }
}

/// An attribute that a resource offers to others, as each target names it.
public struct Attribute: Hashable, Sendable {
    /// How CloudFormation reads an attribute.
    public enum CloudFormation: Hashable, Sendable {
        /// `Ref`: the resource's own identifier.
        case ref
        /// `Fn::GetAtt` with this attribute name.
        case attribute(String)
        /// It offers no such thing.
        case absent(because: String)
    }

    public let terraform: String
    public let cloudFormation: CloudFormation

    public init(_ terraform: String, _ cloudFormation: CloudFormation) {
        self.terraform = terraform
        self.cloudFormation = cloudFormation
    }
}
