public import TerraneCore

/// A container of a service: its image, its port, and what it is told when it starts.
///
///     Container("api", image: .ecr(images, tag: "latest"), port: 3000) {
///         Variable("NODE_ENV", "production")
///         Secret("JWT_SECRET", from: jwt)
///     }
///     .healthCheck(.http("/health"), every: .seconds(30), retries: 3)
public struct Container: Sendable {
    /// Where an image comes from.
    public enum Image: Sendable {
        /// A repository that Terrane makes, and a tag.
        case ecr(ECR.Repository, tag: Value<String>)
        /// Any registry: `public.ecr.aws/nginx/nginx:1.27`.
        case named(Value<String>)

        var name: Value<String> {
            switch self {
            case .ecr(let repository, let tag): "\(repository.url):\(tag)"
            case .named(let name): name
            }
        }
    }

    /// How a container is asked whether it is well.
    public enum HealthCheck: Sendable {
        /// By a request to its own port, with curl.
        case http(String)
        /// By a command of its shell.
        case shell(String)
    }

    public let name: String
    public let image: Image
    public let port: Port?
    public let settings: [ContainerSetting]
    let source: SourceLocation
    var health: ECS.ContainerDefinition.HealthCheck?
    var options = ECS.ContainerDefinition.Options()

    public init(
        _ name: String, image: Image, port: Port? = nil, file: String = #fileID, line: Int = #line,
        @ContainerSettingsBuilder settings: () -> [ContainerSetting] = { [] }
    ) {
        self.name = name
        self.image = image
        self.port = port
        self.source = SourceLocation(file: file, line: line)
        self.settings = settings()
    }

    var variables: [Variable] {
        settings.compactMap { if case .variable(let variable) = $0 { variable } else { nil } }
    }

    var secrets: [Secret] {
        settings.compactMap { if case .secret(let secret) = $0 { secret } else { nil } }
    }

    /// Asks the container itself whether it is well; ECS replaces a task whose container is not.
    public func healthCheck(
        _ check: HealthCheck, every interval: TimeSpan = .seconds(30), timeout: TimeSpan = .seconds(5),
        retries: Int = 3,
        startPeriod: TimeSpan? = nil
    ) -> Container {
        var copy = self
        copy.health = ECS.ContainerDefinition.HealthCheck(
            command: ["CMD-SHELL", script(check)], interval: interval, timeout: timeout, retries: retries,
            startPeriod: startPeriod)
        return copy
    }

    private func script(_ check: HealthCheck) -> String {
        switch check {
        case .http(let path): "curl -f http://localhost\(port.map { ":\($0)" } ?? "")\(path) || exit 1"
        case .shell(let command): command
        }
    }
}

/// Something a container is told when it starts.
public enum ContainerSetting: Sendable {
    case variable(Variable)
    case secret(Secret)
}

/// An environment variable whose value anybody may see.
///
/// A value known only once deployed reaches the container through an SSM parameter that the service makes, because a
/// task definition is registered as it stands in its file.
public struct Variable: Sendable {
    public let name: String
    public let value: Value<String>
    let source: SourceLocation

    public init(_ name: String, _ value: Value<String>, file: String = #fileID, line: Int = #line) {
        self.name = name
        self.value = value
        source = SourceLocation(file: file, line: line)
    }
}

/// An environment variable whose value ECS fetches when a task starts: nobody sees it in the task definition.
public struct Secret: Sendable {
    /// Where the value is kept.
    public enum Store: Sendable {
        case secretsManager(Value<ARN>)
        case parameterStore(Value<ARN>)
    }

    public let name: String
    public let store: Store
    /// The customer managed key that the value is encrypted with, if one is.
    let key: Value<ARN>?
    /// The one member that is meant of a secret that is a JSON document.
    var member: String?
    let source: SourceLocation

    public init(
        _ name: String, from secret: SecretsManager.Secret, file: String = #fileID, line: Int = #line
    ) {
        self.init(name, .secretsManager(secret.arn), key: secret.encryptionKey, file: file, line: line)
    }

    /// One member of a secret that is a JSON document: `password`.
    public init(
        _ name: String, from secret: SecretsManager.Secret, key member: String, file: String = #fileID,
        line: Int = #line
    ) {
        self.init(name, .secretsManager(secret.arn), key: secret.encryptionKey, file: file, line: line)
        self.member = member
    }

    public init(_ name: String, from parameter: SSM.Parameter, file: String = #fileID, line: Int = #line) {
        self.init(name, .parameterStore(parameter.arn), key: nil, file: file, line: line)
    }

    /// A secret that the stack does not own, by its ARN, and the customer managed key that it is encrypted with.
    public init(
        _ name: String, from store: Store, encryptedWith key: Value<ARN>? = nil, file: String = #fileID,
        line: Int = #line
    ) {
        self.init(name, store, key: key, file: file, line: line)
    }

    private init(_ name: String, _ store: Store, key: Value<ARN>?, file: String, line: Int) {
        self.name = name
        self.store = store
        self.key = key
        source = SourceLocation(file: file, line: line)
    }

    var arn: Value<ARN> {
        switch store {
        case .secretsManager(let arn), .parameterStore(let arn): arn
        }
    }

    /// What ECS reads: the ARN, and for a member of a document its key, in the current version ("Pass Secrets Manager
    /// secrets through Amazon ECS environment variables", Amazon ECS Developer Guide).
    var reference: Value<String> {
        if let member { "\(arn):\(member)::" } else { arn.as() }
    }
}

/// Lists what a container is told.
@resultBuilder
public enum ContainerSettingsBuilder {
    public static func buildExpression(_ variable: Variable) -> [ContainerSetting] { [.variable(variable)] }
    public static func buildExpression(_ secret: Secret) -> [ContainerSetting] { [.secret(secret)] }
    public static func buildExpression(_ settings: [ContainerSetting]) -> [ContainerSetting] { settings }
    public static func buildBlock(_ settings: [ContainerSetting]...) -> [ContainerSetting] { Array(settings.joined()) }
    public static func buildOptional(_ settings: [ContainerSetting]?) -> [ContainerSetting] { settings ?? [] }
    public static func buildEither(first settings: [ContainerSetting]) -> [ContainerSetting] { settings }
    public static func buildEither(second settings: [ContainerSetting]) -> [ContainerSetting] { settings }
    public static func buildArray(_ settings: [[ContainerSetting]]) -> [ContainerSetting] { Array(settings.joined()) }
}
