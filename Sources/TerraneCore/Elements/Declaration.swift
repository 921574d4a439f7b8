/// What every declared thing has: its name, where it was written, and the options of its kind.
public struct Declaration: Hashable, Sendable {
    public let name: Name
    public let source: SourceLocation
    /// Nil where no option was chosen, which is the rule: declarations are handed around a lot.
    private var chosen: ChosenOptions?

    public var options: Options {
        get { chosen?.options ?? Options() }
        set { chosen = ChosenOptions(newValue) }
    }

    public init(_ name: Name, file: String, line: Int) {
        self.name = name
        self.source = SourceLocation(file: file, line: line)
    }

    /// Options that mean the same for each type of resource. On a component they hold for all its parts.
    public struct Options: Hashable, Sendable {
        /// Another region than the stack's.
        public var region: Region?
        /// Created only after these, where no reference says so.
        public var dependencies: [Name] = []
        /// Tags beside the stack's.
        public var tags: [Tag] = []
        /// Terraform attributes that somebody else changes after creation.
        public var ignoredChanges: [String] = []
        /// One instance for each member of this object. Terraform only.
        public var forEach: Expression?
        /// What the parts of a component have, by type. The last word for a type holds.
        public var defaults: [PartDefault] = []
        /// Replaces or adds properties, by dialect.
        public var overrides: [Row] = []
        /// Whether what it stores survives its removal; nil leaves it to the type and the environment.
        public var isProtected: Bool?
        /// Findings of scanners that are accepted.
        public var suppressions: [Suppression] = []
        /// Breaches of policies that are allowed.
        public var exemptions: [Exemption] = []
        /// The new one is made before the old one goes.
        public var createsBeforeDestroying = false
        /// What it was called before, the latest name first.
        public var formerNames: [FormerName] = []
        /// For what exists already and belongs to somebody else: what finds it in Terraform. It is referred to, never
        /// listed.
        public var existing: Properties?

        public init() {}

        /// The tags of a resource: the stack's, of which its own replace those with the same key.
        public func tags(overriding stack: [Tag]) -> [Tag] {
            stack.filter { tag in !tags.contains { $0.key == tag.key } } + tags
        }
    }
}

/// The options of a declaration in one place.
private final class ChosenOptions: Hashable, Sendable {
    let options: Declaration.Options

    init(_ options: Declaration.Options) {
        self.options = options
    }

    static func == (left: ChosenOptions, right: ChosenOptions) -> Bool { left.options == right.options }

    func hash(into hasher: inout Hasher) { hasher.combine(options) }
}

/// A tag of a resource.
public struct Tag: Hashable, Sendable {
    public let key: String
    public let value: String

    public init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}

extension Declared {
    /// Puts this, and all its parts, into another region than the stack's.
    public func region(_ region: Region) -> Self {
        with { $0.region = region }
    }

    /// Adds a tag beside the stack's.
    public func tag(_ key: String, _ value: String) -> Self {
        with { $0.tags.append(Tag(key, value)) }
    }

    /// Says that this is created after `others`, where no reference says so.
    public func after(_ others: any Declared...) -> Self {
        with { $0.dependencies += others.map(\.name) }
    }

    /// Keeps (or, with `false`, gives up) what this stores when it is removed from the stack.
    public func protected(_ isProtected: Bool = true) -> Self {
        with { $0.isProtected = isProtected }
    }

    /// Says that this exists already and belongs to somebody else: it is referred to, never listed.
    ///
    /// Its attributes are then what they are foreseen to be, an ARN that follows from a name; where nothing is
    /// foreseen, Terraform asks a data source of the same type with these arguments, and CloudFormation asks for a
    /// parameter.
    public func existing(@PropertiesBuilder foundBy arguments: () -> Properties = { Properties([]) }) -> Self {
        let arguments = arguments()
        return with { $0.existing = arguments }
    }

    func with(_ change: (inout Declaration.Options) -> Void) -> Self {
        var copy = self
        change(&copy.declaration.options)
        return copy
    }
}

extension Resource {
    /// Says that somebody else changes these Terraform attributes after creation, so Terraform leaves them be.
    public func ignoringChanges(_ terraformAttributes: String...) -> Self {
        with { $0.ignoredChanges += terraformAttributes }
    }

    /// Makes one instance for each member of `collection` (Terraform's `for_each`).
    public func forEach(_ collection: Expression) -> Self {
        with { $0.forEach = collection }
    }

    /// Makes the replacement before the old one is destroyed.
    public func replacedBeforeDestruction() -> Self {
        with { $0.createsBeforeDestroying = true }
    }

    /// Sets properties that the Swift type does not have, or sets them otherwise. The last word.
    public func overriding(@PropertiesBuilder _ rows: () -> Properties) -> Self {
        let rows = rows().rows
        return with { $0.overrides += rows }
    }
}
