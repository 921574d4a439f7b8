public import TerraneCore
import TerraneTemplates

/// Has CodeDeploy move a service to a task definition, all at once or in steps as its deployment group says, and stops it if
/// the service becomes ill ("CreateDeployment", AWS CodeDeploy API Reference).
public struct CodeDeployScript: OperationsScript {
    public var scriptName = "blue-green"
    public let service: FargateService
    public let application: Value<String>
    public let group: Value<String>
    public let health: SystemHealth
    public let slack: SlackWebhook?
    /// How long the whole deployment may take, its steps and waits included.
    public let patience: TimeSpan
    public let source: SourceLocation

    public init(
        _ service: FargateService, application: Value<String>, group: Value<String>, health: SystemHealth,
        telling slack: SlackWebhook? = nil, patience: TimeSpan = .hours(1), file: String = #fileID, line: Int = #line
    ) {
        self.service = service
        self.application = application
        self.group = group
        self.health = health
        self.slack = slack
        self.patience = patience
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.codeDeploy.text }

    public var facts: [ScriptFact] {
        health.facts + [
            ScriptFact("application", application), ScriptFact("deployment_group", group),
            ScriptFact("appspec", Value.json(appSpec)), .seconds("patience", patience), .slack(slack),
        ]
    }

    /// What CodeDeploy is to deploy ("AppSpec file structure for Amazon ECS deployments", AWS CodeDeploy User Guide).
    private var appSpec: Expression {
        let balanced = service.listener.map { listener in
            Expression.object([
                .init("ContainerName", .string(listener.name)), .init("ContainerPort", listener.port.expression),
            ])
        }
        let properties = Expression.object([
            .init("TaskDefinition", .string("TASK_DEFINITION")), .init("LoadBalancerInfo", balanced ?? .null),
        ])
        let target = Expression.object([.init("Type", .string("AWS::ECS::Service")), .init("Properties", properties)])
        return .object([
            .init("version", .string("0.0")),
            .init("Resources", .list([.object([.init("TargetService", target)])])),
        ])
    }

    public func check() -> [Diagnostic] { health.check() }
}
