/// A system in one environment: a pure value whose `body` is its table of contents.
public protocol Stack: Sendable {
    /// What the system is called, in every environment: `koemo`.
    var name: Name { get }
    var environment: DeploymentEnvironment { get }
    /// The region that everything is in unless it says otherwise.
    var region: Region { get }
    /// The account it is deployed to. Terraform refuses any other; ARNs that must be known beforehand need it.
    var account: AccountID? { get }
    /// Tags that reach every resource that can carry them.
    var tags: [Tag] { get }
    /// Findings of scanners that are accepted in the whole stack.
    var suppressions: [Suppression] { get }
    /// Breaches of policies that are allowed in the whole stack.
    var exemptions: [Exemption] { get }
    /// Properties that all its resources of a type have: the permissions boundary of its roles.
    var defaults: [PartDefault] { get }
    /// Where Terraform keeps its state.
    var state: StateBackend { get }

    @ContentBuilder var body: Content { get }
}

extension Stack {
    public var account: AccountID? { nil }
    public var tags: [Tag] { [] }
    public var suppressions: [Suppression] { [] }
    public var exemptions: [Exemption] { [] }
    public var defaults: [PartDefault] { [] }
    public var state: StateBackend { .local }
}

/// A stage that a change passes on its way to users.
public struct DeploymentEnvironment: Hashable, Sendable {
    public let name: String
    /// Whether users depend on it: what it stores is protected from removal.
    public let isProduction: Bool

    public init(_ name: String, isProduction: Bool = false) {
        self.name = name
        self.isProduction = isProduction
    }

    public static let production = DeploymentEnvironment("production", isProduction: true)
    public static let staging = DeploymentEnvironment("staging")
    public static let development = DeploymentEnvironment("development")
}

extension DeploymentEnvironment: CustomStringConvertible {
    public var description: String { name }
}

/// An AWS account number: 12 digits.
public struct AccountID: Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(stringLiteral digits: String) {
        rawValue = digits
    }

    public var isWellFormed: Bool {
        rawValue.utf8.count == 12 && rawValue.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// Where Terraform keeps its state.
public enum StateBackend: Hashable, Sendable {
    /// A file beside the configuration. For trying things out.
    case local
    /// An S3 object, encrypted, locked with S3's own conditional writes ("Backend Type: s3", Terraform documentation).
    case s3(bucket: String, key: String, region: Region)
}
