public import TerraneCore

/// The system on a developer's own machine: `compose.yaml`, with the containers of the stack and the databases and caches
/// that they need ("Compose file reference", Docker documentation).
///
/// Ports are open to the machine itself alone. What is a secret in the cloud is asked for in `.env`.
///
///     ComposeFile("shop") {
///         ComposeService.postgreSQL("16", name: "database", database: "shop")
///         ComposeService.redis("7", name: "cache")
///         ComposeService(api, build: "../api")
///             .setting("REDIS_URL", "redis://cache:6379")
///             .after("database", "cache")
///     }
public struct ComposeFile: Document {
    /// What Compose calls the project.
    public let project: String
    public let services: [ComposeService]
    public let source: SourceLocation

    public init(
        _ project: String, file: String = #fileID, line: Int = #line,
        @ComposeServicesBuilder services: () -> [ComposeService]
    ) {
        self.project = project
        self.services = services()
        source = SourceLocation(file: file, line: line)
    }

    /// A service of the stack, built from its source, beside its stores: `settings` says what its variables are here.
    ///
    ///     ComposeFile("shop", for: web, build: "../..", beside: .postgreSQL("16", database: "shop"), settings: ["DB_HOST": "postgres"])
    public init(
        _ project: String, for service: FargateService, build context: String, beside stores: ComposeService...,
        settings: KeyValuePairs<String, ComposeText> = [:], file: String = #fileID, line: Int = #line
    ) {
        self.init(project, file: file, line: line) {
            stores
            for container in service.containers {
                settings.reduce(ComposeService(container, build: context, file: file, line: line)) {
                    $0.setting($1.key, $1.value)
                }
                .after(stores.map(\.name))
            }
        }
    }

    public var path: String { "compose.yaml" }
    public var expressions: [Expression] { services.flatMap(\.texts).flatMap(\.modelled) }

    /// The volumes that have names and so outlive the containers; several services may use one.
    public var volumes: [String] {
        var seen: Set<String> = []
        return services.flatMap(\.volumes)
            .compactMap { if case .named(let name) = $0.origin { name } else { nil } }.filter {
                seen.insert($0).inserted
            }
    }
}

/// Lists the services of a compose file.
@resultBuilder
public enum ComposeServicesBuilder {
    public static func buildExpression(_ service: ComposeService) -> [ComposeService] { [service] }
    public static func buildExpression(_ services: [ComposeService]) -> [ComposeService] { services }
    public static func buildBlock(_ services: [ComposeService]...) -> [ComposeService] { Array(services.joined()) }
    public static func buildOptional(_ services: [ComposeService]?) -> [ComposeService] { services ?? [] }
    public static func buildEither(first services: [ComposeService]) -> [ComposeService] { services }
    public static func buildEither(second services: [ComposeService]) -> [ComposeService] { services }
    public static func buildArray(_ services: [[ComposeService]]) -> [ComposeService] { Array(services.joined()) }
}

// MARK: Checks

extension ComposeFile {
    public func check() -> [Diagnostic] {
        var problems = isName(project) ? [] : [Diagnostic.composeName(project)]
        var names: Set<String> = []
        var ports: [Int: String] = [:]
        for service in services {
            if !isName(service.name) { problems.append(.composeName(service.name).located(at: service.source)) }
            if !names.insert(service.name).inserted { problems.append(.serviceTwice(service)) }
            for port in service.ports {
                if let other = ports.updateValue(service.name, forKey: port.onHost.number) {
                    problems.append(.portTwice(port.onHost, other, service))
                }
            }
            for other in service.dependencies where !services.contains(where: { $0.name == other }) {
                problems.append(.noSuchService(other, service, among: services.map(\.name)))
            }
            problems += service.checkTexts()
        }
        return problems.map { $0.located(at: source) }
    }

    /// "Services top-level elements" and "Version and name top-level elements", Docker documentation.
    private func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "_") else { return false }
        return name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
    }
}

extension Diagnostic {
    fileprivate static func composeName(_ name: String) -> Diagnostic {
        .error(
            "'\(name)' cannot name a project or a service of Compose",
            help: "Use lower-case letters, digits, '-' and '_', a letter or digit first.")
    }

    fileprivate static func serviceTwice(_ service: ComposeService) -> Diagnostic {
        .error(
            "there are two services '\(service.name)' in the compose file", help: "Give one of them another name.",
            at: service.source)
    }

    fileprivate static func portTwice(_ port: Port, _ first: String, _ second: ComposeService) -> Diagnostic {
        .error(
            "'\(first)' and '\(second.name)' both want port \(port) of the developer's machine",
            help: "Give one of them another: `.port(\(port.number + 1))`.", at: second.source)
    }

    fileprivate static func noSuchService(
        _ name: String, _ service: ComposeService, among names: [String]
    ) -> Diagnostic {
        .error(
            "'\(service.name)' starts after '\(name)', which the compose file does not list",
            help: Suggestion.nearest(to: name, among: names).map { "Did you mean '\($0)'?" } ?? "List it.",
            at: service.source)
    }
}
