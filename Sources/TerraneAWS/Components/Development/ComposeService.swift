public import TerraneCore

/// A container of a compose file.
public struct ComposeService: Sendable {
    /// Where the image comes from.
    public enum Origin: Sendable {
        case image(String)
        /// The folder with the Dockerfile, seen from the compose file, and the stage of it that is built.
        case build(context: String, stage: String?)
    }

    /// A port of the container and the port of the developer's machine that leads to it.
    public struct PublishedPort: Sendable {
        public let onHost: Port
        public let inContainer: Port
    }

    /// Files that outlive the container.
    public struct Volume: Sendable {
        public enum Origin: Sendable {
            case named(String)
            /// A folder of the machine, seen from the compose file.
            case folder(String)
        }

        public let origin: Origin
        public let path: String
    }

    public let name: String
    public let origin: Origin
    public internal(set) var ports: [PublishedPort] = []
    public internal(set) var settings: [(name: String, text: ComposeText)] = []
    public internal(set) var command: [String] = []
    public internal(set) var volumes: [Volume] = []
    public internal(set) var health: ECS.ContainerDefinition.HealthCheck?
    public internal(set) var dependencies: [String] = []
    public let source: SourceLocation

    /// Any image.
    public init(
        _ name: String, image: String, port: Port? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.init(name, .image(image), port: port, source: SourceLocation(file: file, line: line))
    }

    /// Something that the stack does not run, built from its source: an app's own server for development.
    public init(
        _ name: String, build context: String, stage: String? = nil, port: Port? = nil, file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            name, .build(context: context, stage: stage), port: port, source: SourceLocation(file: file, line: line))
    }

    /// A container of the stack, built from its source: with the port, the health check and the variables that it has in
    /// the cloud. A secret, and a value that is known only once deployed, is asked for in `.env` unless `.setting` says
    /// what it is here.
    public init(
        _ container: Container, name: String? = nil, build context: String, stage: String? = nil,
        file: String = #fileID, line: Int = #line
    ) {
        self.init(
            name ?? container.name, .build(context: context, stage: stage), port: container.port,
            source: SourceLocation(file: file, line: line))
        health = container.health
        command = container.options.command
        settings = container.settings.map { setting in
            switch setting {
            case .variable(let variable):
                (variable.name, variable.isLateBound ? .required(variable.name) : .value(variable.value))
            case .secret(let secret): (secret.name, .required(secret.name))
            }
        }
    }

    init(_ name: String, _ origin: Origin, port: Port?, source: SourceLocation) {
        self.name = name
        self.origin = origin
        self.source = source
        ports = port.map { [PublishedPort(onHost: $0, inContainer: $0)] } ?? []
    }

    /// Every text that may hold values of the model.
    var texts: [ComposeText] { settings.map(\.text) }
}

extension ComposeService {
    /// An environment variable, instead of the one of that name that the container has in the cloud.
    public func setting(_ name: String, _ text: ComposeText) -> ComposeService {
        with { service in
            if let index = service.settings.firstIndex(where: { $0.name == name }) {
                service.settings[index].text = text
            } else {
                service.settings.append((name, text))
            }
        }
    }

    /// The port of the developer's machine at which it is reached, instead of its own.
    public func port(_ port: Port) -> ComposeService {
        with { $0.ports = $0.ports.map { PublishedPort(onHost: port, inContainer: $0.inContainer) } }
    }

    /// Starts only once these are well, or have started if they cannot be asked.
    public func after(_ services: String...) -> ComposeService { after(services) }

    func after(_ services: [String]) -> ComposeService {
        with { $0.dependencies += services }
    }

    /// Files that stay when the container goes.
    public func volume(_ name: String, at path: String) -> ComposeService {
        with { $0.volumes.append(Volume(origin: .named(name), path: path)) }
    }

    /// A folder of the developer's machine, seen from the compose file, that the container works on.
    public func folder(_ folder: String, at path: String) -> ComposeService {
        with { $0.volumes.append(Volume(origin: .folder(folder), path: path)) }
    }

    public func command(_ words: String...) -> ComposeService {
        with { $0.command = words }
    }

    /// How it is asked whether it is well: a command of the container, nil if it is not asked.
    public func healthCheck(_ words: String..., every interval: TimeSpan = .seconds(5)) -> ComposeService {
        with {
            $0.health =
                words.isEmpty
                ? nil
                : ECS.ContainerDefinition.HealthCheck(
                    command: ["CMD"] + words, interval: interval, timeout: .seconds(5), retries: 10, startPeriod: nil)
        }
    }

    private func with(_ change: (inout ComposeService) -> Void) -> ComposeService {
        var copy = self
        change(&copy)
        return copy
    }
}
