/// A resource of a compiled stack: evaluated once, never changed, and what every back end reads.
///
/// It is a class so that the passes hand it on without copying its table.
public final class ResourceNode: Sendable {
    public let name: Name
    public let type: ResourceType
    public let properties: Properties
    public let options: Declaration.Options
    /// The region it is in.
    public let region: Region
    /// For a part of another resource: that resource.
    public let owner: Name?
    /// The author's line that is answerable for it.
    public let source: SourceLocation
    /// The line that made it, in a library perhaps.
    public let madeAt: SourceLocation

    public init(
        name: Name, type: ResourceType, properties: Properties, options: Declaration.Options, region: Region,
        owner: Name? = nil, source: SourceLocation, madeAt: SourceLocation
    ) {
        self.name = name
        self.type = type
        self.properties = properties
        self.options = options
        self.region = region
        self.owner = owner
        self.source = source
        self.madeAt = madeAt
    }

    /// Calls `visit` with each expression the resource holds.
    public func forEachExpression(_ visit: (Expression) -> Void) {
        properties.forEachExpression(visit)
        if !options.overrides.isEmpty { Properties(options.overrides).forEachExpression(visit) }
        options.forEach.map(visit)
    }
}
