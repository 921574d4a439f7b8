public import TerraneCore

/// A task that is started again and again, by the clock.
///
///     ScheduledTask("nightly", of: report, at: .at(2, in: "Asia/Tokyo"))
public struct ScheduledTask: Component {
    public var declaration: Declaration
    public let task: FargateTask
    public let schedule: Schedule

    public init(
        _ name: Name, of task: FargateTask, at schedule: Schedule, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.task = task
        self.schedule = schedule
    }

    public var body: Content {
        role
        IAM.RolePolicy(name / "policy", policyName: "start-task", of: role.id, permissions)
        Scheduler.TaskSchedule(
            name, description: "Starts \(task.family)", at: schedule, running: task.workload.task.arn,
            in: task.cluster.arn, subnets: task.network.privateSubnets, securityGroups: [task.workload.group.id],
            role: role.arn)
    }

    private var role: IAM.Role {
        IAM.Role(
            name / "role", roleName: name.dashed, description: "Starts \(task.family) by the clock",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .service("scheduler.amazonaws.com"), actions: ["sts:AssumeRole"],
                    conditions: [.equals("aws:SourceAccount", Deployment.account)])))
    }

    private var permissions: IAM.PolicyDocument {
        IAM.PolicyDocument(task.runPermissions.filter { $0.id == "RunTask" || $0.id == "PassRolesOfTask" })
    }
}
