import TerraneCore
import Testing

@testable import TerraneAWS

/// Tasks that run once and end, by hand or by the clock.
struct FargateTaskTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    private func task(_ name: Name = "migration", names: FargateService.Names = .init()) -> FargateTask {
        FargateTask(name, in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half), names: names) {
            Container("migrate", image: .named("nginx")).command("npm", "run", "migrate")
        }
    }

    private var nightly: ScheduledTask { ScheduledTask("nightly", of: task(), at: .at(2, in: "Asia/Tokyo")) }

    private func policy(_ name: String, in element: any Element) -> String {
        table(of: name, in: element)?.cloudFormation["PolicyDocument"]?.shortText ?? ""
    }

    @Test func aTaskIsADefinitionWithRolesAndAPlaceButNoService() {
        #expect(
            listedNames(task()) == [
                "migration/logs", "migration/security-group", "migration/execution-role", "migration/execution-policy",
                "migration/task-role", "migration/task", "migration/network",
            ])
        #expect(problems(of: task()).isEmpty)
    }

    @Test func itsFileIsKnownByItsFamily() {
        #expect(task().taskDefinitionFile == "ecs/migration.task-definition.json")
        let renamed = task(names: .init(family: "shop-migration"))
        #expect(renamed.taskDefinitionFile == "ecs/shop-migration.task-definition.json")
        #expect(table(of: "migration/task", in: renamed)?.terraform["family"] == .string("shop-migration"))
        #expect(
            table(of: "migration/network", in: renamed)?.cloudFormation["Name"] == .string("/shop-migration/network"))
    }

    @Test func whereItRunsIsAParameterInTheFormOfRunTask() {
        let rows = table(of: "migration/network", in: task())
        #expect(rows?.terraform["name"] == .string("/migration/network"))
        #expect(rows?.terraform["value"] == rows?.cloudFormation["Value"])
        guard case .json(let value)? = rows?.terraform["value"] else {
            Issue.record("the value is no JSON")
            return
        }
        let group = task().workload.group.id.expression.shortText
        let subnets = network.privateSubnets.expression.shortText
        #expect(
            value.shortText
                == "{awsvpcConfiguration: {subnets: \(subnets), securityGroups: [\(group)], assignPublicIp: \"DISABLED\"}}"
        )
    }

    @Test func whoStartsItMayPassItsRolesAndNoOthers() {
        let statements = task().runPermissions
        #expect(statements.compactMap(\.id) == ["RunTask", "WatchTask", "PlaceTask", "PassRolesOfTask"])
        #expect(statements.last?.resources == [task().executionRoleARN, task().taskRoleARN])
        #expect(statements.first?.conditions == [.equals("ecs:cluster", task().cluster.arn.as())])
    }

    @Test func aTaskWithoutAContainerIsAnError() {
        let empty = FargateTask("empty", in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {}
        #expect(empty.check() == [.serviceWithoutContainers("empty")])
    }

    @Test func itReachesOthersAndListensToNobody() {
        #expect(task().peer == .securityGroup(task().workload.group.id))
        #expect(task().listeningPorts == nil)
    }

    // MARK: By the clock

    @Test func aScheduleBringsARoleThatOnlyTheSchedulerOfThisAccountTakesOn() {
        #expect(listedNames(nightly) == ["nightly/role", "nightly/policy", "nightly"])
        let role = table(of: "nightly/role", in: nightly)
        for trust in [role?.terraform["assume_role_policy"], role?.cloudFormation["AssumeRolePolicyDocument"]] {
            #expect(trust?.shortText.contains("Principal: {Service: \"scheduler.amazonaws.com\"}") == true)
            #expect(trust?.shortText.contains("aws:SourceAccount: <account>") == true)
        }
    }

    @Test func theRoleStartsTheTaskAndDoesNothingElse() {
        let text = policy("nightly/policy", in: nightly)
        #expect(text.contains("ecs:RunTask") && text.contains("iam:PassRole"))
        #expect(!text.contains("ecs:DescribeTasks") && !text.contains("ssm:"))
    }

    @Test func theScheduleStartsTheTaskInItsCluster() {
        let rows = table(of: "nightly", in: nightly)
        #expect(rows?.terraform["schedule_expression"] == .string("cron(0 2 ? * * *)"))
        #expect(rows?.cloudFormation["ScheduleExpressionTimezone"] == .string("Asia/Tokyo"))
        #expect(rows?.terraform["target/arn"] == task().cluster.arn.expression)
        #expect(
            rows?.cloudFormation["Target/EcsParameters/TaskDefinitionArn"] == task().workload.task.arn.expression)
    }
}
