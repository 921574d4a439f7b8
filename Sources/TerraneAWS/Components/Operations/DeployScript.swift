public import TerraneCore
import TerraneTemplates

/// Deploys a version of a service's image: registers the task definition with it, waits, asks the service whether it is
/// well, and goes back if it is not.
public struct DeployScript: OperationsScript {
    public var scriptName = "deploy"
    public let service: FargateService
    public let images: ECR.Repository
    public let health: SystemHealth
    public let slack: SlackWebhook?
    /// How long the tasks may take.
    public let patience: TimeSpan
    public let source: SourceLocation

    public init(
        _ service: FargateService, from images: ECR.Repository, health: SystemHealth,
        telling slack: SlackWebhook? = nil,
        patience: TimeSpan = .minutes(20), file: String = #fileID, line: Int = #line
    ) {
        self.service = service
        self.images = images
        self.health = health
        self.slack = slack
        self.patience = patience
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.deploy.text }

    public var facts: [ScriptFact] {
        service.facts + health.facts + [
            ScriptFact("family", service.family), ScriptFact("repository", images.id),
            ScriptFact("repository_url", images.url),
            ScriptFact("present_image", image), ScriptFact("task_definition", service.taskDefinitionFile),
            .seconds("patience", patience), .slack(slack),
        ]
    }

    /// The image that the task definition file names: the one that comes from the repository.
    private var image: Value<String>? {
        for container in service.containers {
            if case .ecr(let repository, _) = container.image, repository.name == images.name {
                return container.image.name
            }
        }
        return nil
    }

    public func check() -> [Diagnostic] {
        health.check() + (image == nil ? [.noContainer(of: service.name, from: images.name)] : [])
    }
}

extension Diagnostic {
    fileprivate static func noContainer(of service: Name, from images: Name) -> Diagnostic {
        .error(
            "no container of '\(service)' has an image from '\(images)'",
            help: "A deployment gives a container another image of the same repository: name that repository.")
    }
}
