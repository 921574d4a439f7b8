import TerraneCore
import Testing

@testable import TerraneAWS

/// How services come from one version to the next.
struct DeploymentStrategyTests {
    private let topic = AlertTopic("oncall", subscribers: ["ops": .email("ops@example.com")])

    private var pair: BlueGreenTargets { BlueGreenTargets(Edge.targets, shiftedBy: .codeDeploy) }

    private var balancer: LoadBalancer {
        LoadBalancer(
            "alb", in: Edge.network, certificate: Edge.certificate, to: .blueGreen(pair), protectedBy: Edge.firewall)
    }

    private var errors: Alarm {
        Alarm("errors", on: balancer.metrics(of: pair).errorRate, above: .percent(5), notify: topic)
    }

    private var service: FargateService {
        FargateService("api", in: Edge.network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
            Container("api", image: .named("nginx"), port: 3000)
        }
    }

    private func deployed(_ strategy: DeploymentStrategy, by balancer: LoadBalancer? = nil) -> FargateService {
        service.behind((balancer ?? self.balancer).target).deployed(strategy)
    }

    private var canary: FargateService {
        deployed(.canary(.percent(5), for: .minutes(10), rollingBackOn: [errors]))
    }

    private func resource(_ name: String, of service: FargateService) -> (any Resource)? {
        listedResources(service).first { $0.name.path == name }
    }

    @Test func aRollingUpdateHasItsBounds() {
        let rolling = service.deployed(.rolling(minimum: .percent(50), maximum: .percent(150)))
        let rows = table(of: "api", in: rolling)
        #expect(rows?.terraform["deployment_minimum_healthy_percent"] == .integer(50))
        #expect(rows?.cloudFormation["DeploymentConfiguration/MaximumPercent"] == .integer(150))
        #expect(rolling.check().isEmpty)
    }

    @Test func aServiceOfCodeDeployIsLeftAsItIsFound() {
        let lines = resource("api", of: canary).map(bilingual) ?? ""
        #expect(lines.contains("deployment_controller/type | DeploymentController/Type = \"CODE_DEPLOY\""))
        #expect(lines.contains("task_definition = <api/task: arn, Ref> | TaskDefinition = \"api\""))
        #expect(!lines.contains("circuit_breaker") && !lines.contains("healthy_percent"))
        #expect(
            resource("api", of: canary)?.declaration.options.ignoredChanges == ["task_definition", "load_balancer"])
        #expect(resource("api", of: canary)?.declaration.options.dependencies.contains("api/task") == true)
    }

    @Test func aCanaryBringsItsApplicationConfigurationRoleAndGroup() {
        #expect(
            listedNames(canary).suffix(5) == [
                "api/application", "api/deployment/config", "api/deployment/role", "api/deployment/policy",
                "api/deployment/group",
            ])
        let group = table(of: "api/deployment/group", in: canary)
        #expect(group?.terraform["deployment_config_name"]?.target?.cloudFormation == "api/deployment/config")
        #expect(
            table(of: "api/deployment/config", in: canary)?.cloudFormation["DeploymentConfigName"]
                == .string("api-canary-5-percent-10-minutes"))
        #expect(group?.terraform["alarm_configuration/alarms"]?.shortText == "[<errors: alarm_name, Ref>]")
    }

    @Test func blueGreenMovesAllTrafficAtOnce() {
        let service = deployed(.blueGreen())
        #expect(resource("api/deployment/config", of: service) == nil)
        #expect(
            table(of: "api/deployment/group", in: service)?.terraform["deployment_config_name"]
                == .string("CodeDeployDefault.ECSAllAtOnce"))
        #expect(service.check().isEmpty)
    }

    @Test func codeDeployMayMoveThisServiceAlone() {
        let policy =
            listedResources(canary).compactMap { $0 as? IAM.RolePolicy }
            .first { $0.name == "api/deployment/policy" }?.policy.statements ?? []
        #expect(policy.filter { $0.resources == ["*"] }.map(\.id) == ["FindTraffic", "WatchAlarms"])
        #expect(policy.first { $0.id == "MoveTraffic" }?.resources == [balancer.listener])
        #expect(policy.first { $0.id == "ReplaceTasks" }?.resources.first == canary.arn)
        #expect(
            policy.first { $0.id == "PassTaskRoles" }?.conditions
                == [.equals("iam:PassedToService", "ecs-tasks.amazonaws.com")])
    }

    @Test func theAppSpecNamesTheContainerAndLeavesAPlaceForTheRevision() {
        let entries = canary.codeDeployment?.body.entries ?? []
        let document = entries.compactMap { $0.element as? YAMLDocument }.first
        #expect(document?.path == "ecs/api.appspec.yaml")
        #expect(
            document?.contents.shortText
                == "{version: 0.0, Resources: [{TargetService: {Type: \"AWS::ECS::Service\", Properties: {TaskDefinition: \"<TASK_DEFINITION>\", LoadBalancerInfo: {ContainerName: \"api\", ContainerPort: 3000}, CapacityProviderStrategy: [{CapacityProvider: \"FARGATE\", Weight: 1, Base: null}]}}}], Hooks: null}"
        )
    }

    @Test func aWorkflowMayStartThisDeploymentAlone() {
        let ids = canary.deployPermissions.map(\.id)
        #expect(ids == ["DescribeService", "RegisterRevision", "Deploy", "ReadDeploymentConfig"])
        #expect(canary.deployPermissions.allSatisfy { $0.resources != ["*"] })
        #expect(service.deployPermissions.map(\.id) == ["UpdateService"])
    }

    @Test func theNamesAreKnownBeforeDeployment() {
        guard case .reference(let application) = canary.codeDeployApplication.expression,
            case .reference(let group) = canary.codeDeployGroup.expression
        else {
            Issue.record("no references")
            return
        }
        #expect(application.foreseen == .string("api") && group.foreseen == .string("api"))
    }

    // MARK: Mistakes

    @Test func codeDeployNeedsALoadBalancerWithTwoColors() {
        #expect(service.deployed(.blueGreen()).check() == [.shiftWithoutBalancer("api")])
        #expect(deployed(.blueGreen(), by: Edge.balancer).check() == [.shiftWithoutPair("api")])
        #expect(canary.check().isEmpty)
    }

    @Test func twoColorsNeedCodeDeploy() {
        #expect(service.behind(balancer.target).check() == [.pairWithoutShift("api")])
        #expect(deployed(.rolling()).check() == [.pairWithoutShift("api")])
        #expect(service.behind(Edge.balancer.target).check().isEmpty)
    }

    @Test func aTestNeedsATestListener() {
        let hook = DeploymentHook(.afterAllowTestTraffic, calling: "arn:aws:lambda:x:1:function:smoke")
        let tested = DeploymentStrategy.blueGreen(hooks: [hook])
        let approved = DeploymentStrategy.blueGreen(approvedWithin: .hours(1))
        #expect(deployed(tested).check() == [.testWithoutListener("api")])
        #expect(deployed(approved).check() == [.testWithoutListener("api")])
        #expect(deployed(tested, by: balancer.testListener(at: 8443)).check().isEmpty)
        #expect(deployed(.blueGreen(hooks: [.init(.afterInstall, calling: "arn:f")])).check().isEmpty)
    }

    @Test(arguments: [0, 100, 12.5, -5])
    func aShareThatCodeDeployDoesNotTakeIsAnError(percent: Double) {
        let strategy = DeploymentStrategy.canary(.percent(percent), for: .minutes(5), rollingBackOn: [])
        #expect(deployed(strategy).check() == [.shiftShare("api", .percent(percent))])
    }

    @Test func timesAreWholeMinutesUpToTwoDays() {
        let longest = DeploymentStrategy.linear(
            .percent(99), every: .days(2), rollingBackOn: [], keepingOldTasksFor: .days(2))
        #expect(deployed(longest).check().isEmpty)
        let hasty = DeploymentStrategy.linear(.percent(1), every: .seconds(30), rollingBackOn: [])
        #expect(deployed(hasty).check() == [.shiftTime("api", "lets 30 seconds pass between two steps")])
        let kept = DeploymentStrategy.blueGreen(keepingOldTasksFor: .days(3))
        #expect(deployed(kept).check() == [.shiftTime("api", "keeps its old tasks for 3 days")])
        let awaited = DeploymentStrategy.blueGreen(approvedWithin: .seconds(90))
        let tested = balancer.testListener(at: 8443)
        #expect(deployed(awaited, by: tested).check() == [.shiftTime("api", "waits 90 seconds for approval")])
    }

    @Test func anEventCallsOneFunction() {
        let hook = DeploymentHook(.afterInstall, calling: "arn:f")
        #expect(deployed(.blueGreen(hooks: [hook, hook])).check() == [.hookTwice("api", "AfterInstall")])
    }

    @Test func rollingUpdatesNeedRoomToMove() {
        #expect(
            service.deployed(.rolling(minimum: .percent(100), maximum: .percent(100))).check() == [
                .rollingStandstill("api")
            ])
        #expect(service.deployed(.rolling(minimum: .percent(0), maximum: .percent(100))).check().isEmpty)
        #expect(service.deployed(.rolling(maximum: .percent(300))).check() == [.rollingBounds("api")])
    }
}
