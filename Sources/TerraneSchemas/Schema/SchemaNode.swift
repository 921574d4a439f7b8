internal import Synchronization

/// What a schema demands of a value: every one of its constraints. They are read when they are first asked for: of most types
/// a stack uses a few of many properties.
public final class SchemaNode: Sendable {
    private final class Reading: Sendable {
        let constraints: [SchemaConstraint]

        init(_ constraints: [SchemaConstraint]) {
            self.constraints = constraints
        }
    }

    private let json: SchemaJSON
    private let decoder: SchemaNodeDecoder
    private let reading = AtomicLazyReference<Reading>()

    init(_ json: SchemaJSON, _ decoder: SchemaNodeDecoder) {
        self.json = json
        self.decoder = decoder
    }

    public var constraints: [SchemaConstraint] {
        (reading.load() ?? reading.storeIfNil(Reading(decoder.constraints(json)))).constraints
    }

    /// The members that an object may have by name, those of its alternatives too.
    public var members: [String: SchemaNode] {
        constraints.reduce(into: [:]) { members, constraint in
            switch constraint {
            case .members(let own): members.merge(own.named) { first, _ in first }
            case .all(let nodes), .any(let nodes), .exactlyOne(let nodes):
                for node in nodes { members.merge(node.members) { first, _ in first } }
            default: break
            }
        }
    }
}

/// One demand of a schema, named for what it says and not for the keyword of JSON Schema that says it.
public indirect enum SchemaConstraint: Sendable {
    /// Nothing satisfies it: the keyword that leads to it forbids the value.
    case never
    case types(SchemaTypes)
    /// Another schema of the same type of resource, by its name.
    case definition(String)

    // Objects.
    case members(SchemaMembers)
    case required([String])
    /// At least one of them is there.
    case oneOrMore([String])
    /// One of them is there and no other.
    case oneAlone([String])
    /// Those that a member needs beside it.
    case needs([String: [String]])
    /// Those that a member excludes.
    case excludes([String: [String]])
    /// What a member demands of the whole object.
    case dependent([String: SchemaNode])
    case memberCount(ClosedRange<Int>)
    case memberNames(SchemaNode)

    // Lists.
    case items(SchemaNode)
    case firstItems([SchemaNode])
    case contains(SchemaNode)
    case itemCount(ClosedRange<Int>)
    case distinct
    /// No two items agree in all of these members.
    case distinctIn([String])

    // Scalars.
    /// In characters.
    case length(ClosedRange<Int>)
    case range(SchemaRange)
    case multiple(of: Double)
    case pattern(SchemaPattern)
    /// A kind of identifier, `AWS::EC2::VPC.Id`, and its pattern.
    case format(String, SchemaPattern)
    case enumeration(SchemaEnumeration)

    // Combinations.
    case all([SchemaNode])
    case any([SchemaNode])
    case exactlyOne([SchemaNode])
    case not(SchemaNode)
    case condition(SchemaNode, then: SchemaNode?, otherwise: SchemaNode?)
}

/// Kinds of JSON values.
public struct SchemaTypes: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public static let object = SchemaTypes(rawValue: 1)
    public static let list = SchemaTypes(rawValue: 2)
    public static let text = SchemaTypes(rawValue: 4)
    public static let integer = SchemaTypes(rawValue: 8)
    public static let number = SchemaTypes(rawValue: 16)
    public static let boolean = SchemaTypes(rawValue: 32)
    public static let null = SchemaTypes(rawValue: 64)
}

/// The members of an object: those known by name, those whose name matches a pattern, and all others.
public struct SchemaMembers: Sendable {
    public enum Others: Sendable {
        case allowed
        case refused
        case each(SchemaNode)
    }

    public let named: [String: SchemaNode]
    public let patterns: [(pattern: SchemaPattern, node: SchemaNode)]
    public let others: Others
}

/// The bounds of a number.
public struct SchemaRange: Sendable {
    public let minimum: Double?
    public let maximum: Double?
    /// Bounds that the number must not reach.
    public let above: Double?
    public let below: Double?

    public func contains(_ number: Double) -> Bool {
        number >= (minimum ?? -.infinity) && number <= (maximum ?? .infinity)
            && number > (above ?? -.infinity) && number < (below ?? .infinity)
    }
}

/// The values that a scalar may have. `true` and `"true"`, `1` and `"1"` are the same to CloudFormation.
public struct SchemaEnumeration: Sendable {
    /// As they are written, in their order.
    public let values: [String]
    public let ignoresCase: Bool
    private let known: Set<String>

    init(_ values: [String], ignoresCase: Bool) {
        self.values = values
        self.ignoresCase = ignoresCase
        known = Set(values.map { ignoresCase ? $0.lowercased() : SchemaEnumeration.normal($0) })
    }

    public func contains(_ text: String) -> Bool {
        known.contains(ignoresCase ? text.lowercased() : SchemaEnumeration.normal(text))
    }

    private static func normal(_ text: String) -> String {
        switch text {
        case "True", "TRUE": "true"
        case "False", "FALSE": "false"
        default: text
        }
    }
}
