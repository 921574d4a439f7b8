/// A type of cloud resource, as each target names it.
///
/// It is a class, though it never changes, because every resource and every reference has one at hand.
public final class ResourceType: Hashable, Sendable {
    /// What a target calls the type, or why it has none.
    public enum Form: Hashable, Sendable {
        case type(String)
        /// The target has no such resource: its effect comes about otherwise.
        case absent(because: String)
        /// The target writes it as properties of another resource of this type (CloudFormation only).
        case part(of: String)
        /// The target calls a module that others wrote (Terraform only).
        case module
        /// The target reads or makes it anew at each run and keeps nothing of it, so that a secret may pass through it
        /// ("Ephemeral resources", Terraform documentation).
        case ephemeral(String)

        public var typeName: String? {
            switch self {
            case .type(let name), .ephemeral(let name): name
            case .absent, .part, .module: nil
            }
        }
    }

    /// The subject matter, which is the file of a Terraform configuration that a resource goes into.
    public enum Area: String, Hashable, Sendable, CaseIterable {
        case network, security, compute, database, cache, storage, edge, deployment, monitoring, cost, other
    }

    /// How CloudFormation takes the tags of a type.
    public enum Tagging: Hashable, Sendable {
        /// It takes none.
        case none
        /// A list of key and value.
        case list
        /// Such a list, in a property of another name than `Tags`: `HealthCheckTags`.
        case listNamed(String)
        /// An object from key to value.
        case map
        /// Such an object, in a property of another name than `Tags`.
        case mapNamed(String)
        /// Terraform takes tags, CloudFormation does not.
        case terraformOnly
    }

    /// What a resource stores, and so what becomes of it when it is removed.
    public enum Persistence: Hashable, Sendable {
        /// Nothing that could not be made again.
        case none
        /// Nothing itself, though CloudFormation counts it among what does: the data are another resource's, as with an
        /// instance of a cluster.
        case elsewhere
        /// Data: kept when the resource is removed from a template.
        case retain
        /// Data that AWS can take a last snapshot of.
        case snapshot

        /// Whether data are lost with it.
        public var isStateful: Bool { self == .retain || self == .snapshot }
    }

    public let terraform: Form
    public let cloudFormation: Form
    public let area: Area
    public let tagging: Tagging
    public let persistence: Persistence
    /// Terraform attributes in all of which no two resources of the type agree: a listener and a priority.
    public let uniqueTogether: [String]

    public init(
        terraform: Form, cloudFormation: Form, area: Area, tagging: Tagging = .none, persistence: Persistence = .none,
        uniqueTogether: [String] = []
    ) {
        self.terraform = terraform
        self.cloudFormation = cloudFormation
        self.area = area
        self.tagging = tagging
        self.persistence = persistence
        self.uniqueTogether = uniqueTogether
    }

    public convenience init(
        terraform: String, cloudFormation: String, area: Area, tagging: Tagging = .none,
        persistence: Persistence = .none, uniqueTogether: [String] = []
    ) {
        self.init(
            terraform: .type(terraform), cloudFormation: .type(cloudFormation), area: area, tagging: tagging,
            persistence: persistence, uniqueTogether: uniqueTogether)
    }

    public static func == (left: ResourceType, right: ResourceType) -> Bool {
        left === right
            || (left.terraform == right.terraform && left.cloudFormation == right.cloudFormation
                && left.area == right.area && left.tagging == right.tagging && left.persistence == right.persistence
                && left.uniqueTogether == right.uniqueTogether)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(terraform)
        hasher.combine(cloudFormation)
    }

    /// What to call the type in a message: the CloudFormation name is the one people say.
    public var displayName: String {
        cloudFormation.typeName ?? terraform.typeName ?? "resource"
    }
}
