/// What CloudFormation's registry says of a type of resource in a region.
public final class CloudFormationSchema: Sendable {
    /// A schema of a part of the properties, which cfn-lint's authors added to the registry's.
    public struct Rule: Sendable {
        public let path: SchemaPath
        public let node: SchemaNode
    }

    public let type: String
    /// What its properties must be.
    public let properties: SchemaNode
    /// Schemas that others refer to by name.
    public let definitions: [String: SchemaNode]
    public let rules: [Rule]
    /// Set by the service alone.
    public let readOnly: [SchemaPath]
    /// Of those what nobody else can set at all: some schemas call a property read-only and say elsewhere what becomes of it
    /// when it is set, and then the latter holds.
    public let refused: [SchemaPath]
    /// Never handed back by the service: passwords.
    public let writeOnly: [SchemaPath]
    /// A change of these replaces the resource.
    public let createOnly: [SchemaPath]
    /// A change of these replaces the resource in some cases.
    public let conditionalCreateOnly: [SchemaPath]
    public let deprecated: [SchemaPath]
    /// What together names a resource of the type.
    public let identifier: [SchemaPath]
    /// What `Fn::GetAtt` takes; `Outputs.*` stands for any name after the dot.
    public let attributes: [String]
    /// The property with the tags, for a type that takes them.
    public let tags: SchemaPath?
    /// Whether the old resource is removed before its replacement is made.
    public let isReplacedByDeletion: Bool
    /// The regions that have the type, of those in `knownRegions`.
    public let regions: Set<String>

    /// The regions whose registries were read. Of others nothing is known.
    public static let knownRegions: Set<String> = [
        "ap-northeast-1", "ap-northeast-3", "ap-southeast-1", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2",
    ]

    init(_ type: String, _ json: SchemaJSON) {
        let decoder = SchemaNodeDecoder(formats: json["formats"]?.object ?? [:])
        self.type = type
        properties = decoder.node(json)
        definitions = decoder.nodes(json["definitions"])
        rules = (json["rules"]?.object ?? [:]).sorted { $0.key < $1.key }.compactMap { _, rule in
            rule["schema"].map { Rule(path: SchemaPath(rule["at"]?.string ?? ""), node: decoder.node($0)) }
        }
        readOnly = SchemaPath.list(json["readOnly"])
        writeOnly = SchemaPath.list(json["writeOnly"])
        createOnly = SchemaPath.list(json["createOnly"])
        conditionalCreateOnly = SchemaPath.list(json["conditionalCreateOnly"])
        deprecated = SchemaPath.list(json["deprecated"])
        let settable = Set(createOnly + conditionalCreateOnly + writeOnly)
        refused = readOnly.filter { !settable.contains($0) }
        identifier = SchemaPath.list(json["identifier"])
        attributes = json["attributes"]?.strings ?? readOnly.map { $0.parts.joined(separator: ".") }
        tags = json["tags"]?.string.map { SchemaPath($0) }
        isReplacedByDeletion = json["replacedByDeletion"]?.boolean ?? false
        regions = json["regions"].map { Set($0.strings) } ?? CloudFormationSchema.knownRegions
    }

    /// Whether `Fn::GetAtt` takes this name.
    public func hasAttribute(_ name: String) -> Bool {
        attributes.contains { $0 == name || ($0.hasSuffix("*") && name.hasPrefix($0.dropLast())) }
    }
}

/// A place among the properties of a type: `A/B/*/C`, where the star stands for each item of a list or member of a map.
public struct SchemaPath: Hashable, Sendable, CustomStringConvertible {
    public let parts: [String]

    init(_ text: String) {
        parts = text.split(separator: "/").map(String.init)
    }

    public var description: String { parts.joined(separator: "/") }

    static func list(_ json: SchemaJSON?) -> [SchemaPath] {
        (json?.strings ?? []).map { SchemaPath($0) }
    }
}
