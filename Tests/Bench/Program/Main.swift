import Foundation
import Terrane
import TerraneCLI

/// Generated stacks for the benchmark: as many resources as `TERRANE_BENCH_RESOURCES` says.
///
/// A unit counts as four resources, as in the benchmarks of other tools: a security group with two rules, a log group,
/// an alarm, and a task definition that references the log group. Terrane writes the two rules as resources of their
/// own, so a unit is six resources to it. CloudFormation takes 500 resources in a template, so the units are spread
/// over stacks of 80.
///
/// `TERRANE_BENCH_EDITED` units have another description of their security group, which replaces the group and its rules: the
/// newer revision for `diff`.
@main struct Bench: StackProgram {
    private static let unitsPerStack = 80

    static var stacks: [any Stack] {
        let resources = number("TERRANE_BENCH_RESOURCES") ?? 100
        let units = max(1, resources / 4)
        stride(from: 0, to: units, by: unitsPerStack).map { first in
            Generated(number: first / unitsPerStack, units: first..<min(units, first + unitsPerStack))
        }
    }

    static let edited = number("TERRANE_BENCH_EDITED") ?? 0

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }
}

struct Generated: Stack {
    let number: Int
    let units: Range<Int>

    var name: Name { "generated-\(number)" }
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"
    let tags = [Tag("Project", "bench")]

    var network: EC2.VPC { EC2.VPC("network", cidr: "10.0.0.0/16") }

    var body: Content {
        network
        for unit in units { Unit(Name("unit-\(unit)"), in: network.id, isEdited: unit < Bench.edited) }
    }
}

struct Unit: Component {
    var declaration: Declaration
    let vpc: Value<EC2.VPC.ID>
    let isEdited: Bool

    init(_ name: Name, in vpc: Value<EC2.VPC.ID>, isEdited: Bool, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
        self.vpc = vpc
        self.isEdited = isEdited
    }

    private var group: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "group", in: vpc, description: isEdited ? "Another unit" : "Unit")
    }
    private var logs: Logs.LogGroup { Logs.LogGroup(name / "logs", groupName: "/bench/\(name)", retention: .oneWeek) }

    var body: Content {
        group
        EC2.IngressRule(name / "in", into: group.id, from: .range("10.0.0.0/8"), ports: 443, description: "From inside")
        EC2.EgressRule(name / "out", outOf: group.id, to: .range(.anywhere), ports: 443, description: "To the Internet")
        logs
        CloudWatch.MetricAlarm(
            name / "alarm", alarmName: Value(name.dashed),
            on: Metric(
                "CPUUtilization", namespace: "AWS/ECS",
                dimensions: [.init("ClusterName", "bench"), .init("ServiceName", Value(name.dashed))],
                unit: .percent),
            .above, 80, periods: 2, actions: ["arn:aws:sns:ap-northeast-1:111122223333:bench"])
        task
    }

    private var task: ECS.TaskDefinition {
        var container = ECS.ContainerDefinition(name: "main", image: "public.ecr.aws/nginx/nginx:1.27")
        container.ports = [80]
        container.logGroup = logs.id
        return ECS.TaskDefinition(
            name / "task", family: name.dashed, size: .quarterCPU(.half),
            executionRole: "arn:\(Deployment.partition):iam::\(Deployment.account):role/bench", taskRole: nil,
            containers: [container])
    }
}
