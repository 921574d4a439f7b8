/// What operators need for every service behind a load balancer: deploy, roll back, ask for its health, stop it in an
/// emergency, look at it every day.
///
///     OperationsScripts("shop-operations") {
///         ServiceScripts(web, from: images.repository, behind: balancer, health: SystemHealth("https://shop.example/health"))
///     }
public struct ServiceScripts: Sendable {
    let scripts: [any OperationsScript]

    public init(
        _ service: FargateService, from images: ECR.Repository, behind balancer: LoadBalancer, health: SystemHealth,
        telling slack: SlackWebhook? = nil, file: String = #fileID, line: Int = #line
    ) {
        let common: [any OperationsScript] = [
            HealthCheckScript(health, file: file, line: line),
            EmergencyStopScript(service, telling: slack, file: file, line: line),
            DailyCheckScript(service, behind: balancer, health: health, file: file, line: line),
        ]
        scripts = ServiceScripts.releases(of: service, from: images, health, slack, file, line) + common
    }

    /// CodeDeploy takes a task definition back itself, and ECS takes none from anyone else.
    private static func releases(
        of service: FargateService, from images: ECR.Repository, _ health: SystemHealth, _ slack: SlackWebhook?,
        _ file: String, _ line: Int
    ) -> [any OperationsScript] {
        if service.isDeployedByCodeDeploy {
            return [
                CodeDeployScript(
                    service, application: service.codeDeployApplication, group: service.codeDeployGroup, health: health,
                    telling: slack, file: file, line: line)
            ]
        }
        return [
            DeployScript(service, from: images, health: health, telling: slack, file: file, line: line),
            RollbackScript(service, health: health, telling: slack, file: file, line: line),
        ]
    }
}

extension OperationsScriptsBuilder {
    public static func buildExpression(_ scripts: ServiceScripts) -> [any OperationsScript] { scripts.scripts }
}
