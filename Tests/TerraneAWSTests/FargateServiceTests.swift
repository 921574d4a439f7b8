import TerraneCore
import Testing

@testable import TerraneAWS

struct FargateServiceTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let cluster = FargateCluster("main")
    private let images = ECR.Repository("images", repositoryName: "api")
    private let jwt = SecretsManager.Secret("jwt", secretName: "koemo/jwt", description: "JWT")
    private let target = TrafficTarget(group: "arn:group", listener: "alb/https")

    private func service(
        deployedBy deployer: FargateService.Deployer = .stack, permissions: [IAM.Statement] = [],
        @ContainerSettingsBuilder settings: () -> [ContainerSetting] = { [] }
    ) -> FargateService {
        FargateService(
            "api", in: network, cluster: cluster, size: .quarterCPU(.half), permissions: permissions,
            deployedBy: deployer
        ) {
            Container("api", image: .ecr(images, tag: "latest"), port: 3000, settings: settings)
                .healthCheck(.http("/health"), startPeriod: .seconds(60))
        }
    }

    private func policy(_ service: FargateService) -> IAM.PolicyDocument? {
        let policies = listedResources(service).compactMap { $0 as? IAM.RolePolicy }
        return policies.first { $0.name == service.name / "execution-policy" }?.policy
    }

    private func resources(_ id: String, in service: FargateService) -> [Value<ARN>]? {
        policy(service)?.statements.first { $0.id == id }?.resources
    }

    private func options(_ service: FargateService) -> Declaration.Options? {
        listedResources(service).first { $0.name == service.name }?.declaration.options
    }

    @Test func aServiceIsItsTasksAndWhatTheyNeed() {
        #expect(
            listedNames(service()) == [
                "api/logs", "api/security-group", "api/execution-role", "api/execution-policy", "api/task-role",
                "api/task",
                "api",
            ])
    }

    @Test func permissionsOfTheApplicationAreAPolicyOfTheTaskRole() {
        let service = service(permissions: [.allow("s3:PutObject", on: ["arn:aws:s3:::b/*"])])
        #expect(listedNames(service).contains("api/task-policy"))
    }

    @Test func physicalNamesHaveDefaults() {
        let service = service()
        #expect(service.serviceName == "api" && service.family == "api")
        #expect(service.logs.groupName == "/ecs/api")
        #expect(
            service.workload.executionRole.roleName == "api-execution"
                && service.workload.taskRole.roleName == "api-task")
    }

    @Test func theHealthCheckAsksTheContainersOwnPort() {
        #expect(
            service().task.containers[0].healthCheck?.command
                == ["CMD-SHELL", "curl -f http://localhost:3000/health || exit 1"])
    }

    @Test func startingTasksNeedsNoMoreThanWhatTheyUse() {
        let service = service { Secret("JWT_SECRET", from: jwt) }
        #expect(resources("PullImages", in: service) == [images.arn])
        #expect(resources("WriteLogs", in: service) == ["\(service.logs.arn):*"])
        #expect(resources("ReadSecrets", in: service) == [jwt.arn])
        #expect(resources("ReadParameters", in: service) == nil && resources("DecryptSecrets", in: service) == nil)
    }

    @Test func anARNWithoutItsLastSixCharactersIsAllowedWithThem() {
        let arn: Value<ARN> = "arn:aws:secretsmanager:us-west-2:111122223333:secret:koemo/jwt"
        let service = service { Secret("JWT_SECRET", from: .secretsManager(arn)) }
        #expect(resources("ReadSecrets", in: service) == [arn, "\(arn)-??????"])
    }

    @Test func aSecretWithAKeyOfItsOwnNeedsTheKey() {
        let secret = SecretsManager.Secret("s", secretName: "s", description: "s", encryptedWith: "arn:key")
        #expect(resources("DecryptSecrets", in: service { Secret("S", from: secret) }) == ["arn:key"])
    }

    @Test func aValueKnownOnlyOnceDeployedIsPublishedAsAParameter() {
        let endpoint = Value<String>(
            .reference(
                Reference(to: "cache", type: ECS.Cluster.type, attribute: Attribute("x", .ref), declaredAt: jwt.source))
        )
        let service = service { Variable("REDIS_URL", "rediss://\(endpoint):6379") }
        #expect(listedNames(service).contains("api/redis-url"))
        #expect(service.task.containers[0].environment.isEmpty)
        #expect(service.task.containers[0].secrets.map(\.name) == ["REDIS_URL"])
        #expect(resources("ReadParameters", in: service)?.count == 1)
    }

    @Test func tasksStartOnlyOnceCapacityAndPoliciesAreThere() {
        let plain = options(service())?.dependencies
        #expect(plain == ["main/capacity", "api/execution-policy"])
        let behind = service(permissions: [.allow("s3:PutObject", on: ["arn:b"])]).behind(target)
        #expect(
            options(behind)?.dependencies == ["main/capacity", "api/execution-policy", "api/task-policy", "alb/https"])
    }

    @Test func aWorkflowOwnsTheTaskDefinitionAndScalingTheCount() {
        #expect(options(service())?.ignoredChanges == [])
        let both = service(deployedBy: .workflow).scaling(3...10) { TargetTracking(.cpu, at: .percent(70)) }
        #expect(options(both)?.ignoredChanges == ["task_definition", "desired_count"])
        #expect(options(service().standingBy())?.ignoredChanges == ["desired_count"])
    }

    @Test func onlyCloudFormationLeavesTheCountOfAScaledServiceAlone() {
        let rows = table(of: "api", in: service().scaling(3...10) { TargetTracking(.cpu, at: .percent(70)) })
        #expect(rows?.terraform["desired_count"] == .integer(3))
        #expect(rows?.cloudFormation["DesiredCount"] ?? .null == .null)
        #expect(table(of: "api", in: service().tasks(2))?.cloudFormation["DesiredCount"] == .integer(2))
    }

    @Test func aStandbyHasNoTasksInEitherDialect() {
        let rows = table(of: "api", in: service().standingBy())
        #expect(rows?.terraform["desired_count"] == .integer(0) && rows?.cloudFormation["DesiredCount"] == .integer(0))
    }

    @Test func othersConnectToThePortOfItsFirstListeningContainer() {
        #expect(service().listeningPorts == 3000)
    }

    @Test func containersTakeOptions() {
        let service = FargateService("api", in: network, cluster: cluster, size: .quarterCPU(.half)) {
            Container("migrate", image: .named("migrate")).command("up").nonessential().user("node")
            Container("api", image: .named("nginx"), port: 80).starting(after: "migrate", .succeeded)
                .stopping(within: .seconds(30)).readOnlyFileSystem().openFiles(upTo: 4096)
                .reserving(cpuUnits: 128, memory: .mebibytes(256)).entryPoint("/init")
        }
        #expect(service.check().isEmpty)
        let options = service.task.containers.map(\.options)
        #expect(options[0].command == ["up"] && !options[0].isEssential && options[0].user == "node")
        #expect(options[1].dependencies == [.init("migrate", .succeeded)] && options[1].isReadOnly)
        #expect(options[1].memoryReservation == .mebibytes(256) && options[1].entryPoint == ["/init"])
    }
}
