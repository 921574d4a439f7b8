import TerraneCore

/// A service's deployments through AWS CodeDeploy: the application, the deployment group, the role with which CodeDeploy moves
/// exactly this service's traffic, and the AppSpec file.
struct CodeDeployment: Component {
    var declaration: Declaration
    let service: FargateService
    let shift: TrafficShift
    let route: TrafficTarget.Shift

    init(of service: FargateService, _ shift: TrafficShift, along route: TrafficTarget.Shift) {
        declaration = Declaration(service.name / "deployment", file: service.source.file, line: service.source.line)
        self.service = service
        self.shift = shift
        self.route = route
    }

    var body: Content {
        service.application
        config
        role
        policy
        group
        appSpec
    }

    /// The role's policy must be there before the first deployment.
    var group: CodeDeploy.DeploymentGroup {
        CodeDeploy.DeploymentGroup(
            name / "group", groupName: service.serviceName, of: service.application.deployedName, role: role.arn,
            config: config?.deployedName ?? "CodeDeployDefault.ECSAllAtOnce", cluster: service.cluster.id,
            service: service.deployedName,
            route: .init(groups: [route.blue, route.green], production: route.production, test: route.test),
            alarms: shift.alarms.map(\.id), keepsOldTasks: shift.keepsOldTasks,
            approvalWait: shift.approval
        ).after(policy)
    }

    /// Its name holds its numbers, because it cannot be changed while it is in use: a change makes another one.
    private var config: CodeDeploy.DeploymentConfig? {
        switch shift.pace {
        case .allAtOnce: nil
        case .canary(let share, let time): config("canary", share, time) { .canary(percent: $0, minutes: $1) }
        case .linear(let share, let time): config("linear", share, time) { .linear(percent: $0, minutes: $1) }
        }
    }

    private func config(
        _ kind: String, _ share: Percentage, _ time: TimeSpan,
        _ routing: (Int, Int) -> CodeDeploy.DeploymentConfig.Routing
    ) -> CodeDeploy.DeploymentConfig {
        let percent = Int(share.ofHundred)
        return CodeDeploy.DeploymentConfig(
            name / "config",
            configName: "\(service.serviceName)-\(kind)-\(percent)-percent-\(time.inMinutes)-minutes",
            routing(percent, time.inMinutes)
        ).replacedBeforeDestruction()
    }

    // MARK: What CodeDeploy may do

    private var role: IAM.Role {
        IAM.Role(
            name / "role", roleName: "\(service.serviceName)-codedeploy",
            description: "Moves the traffic of \(service.serviceName) to new tasks",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("codedeploy.amazonaws.com"), actions: ["sts:AssumeRole"])))
    }

    private var policy: IAM.RolePolicy {
        IAM.RolePolicy(
            name / "policy", policyName: "shift-traffic", of: role.id,
            IAM.PolicyDocument(taskStatements + trafficStatements + watchStatements)
        )
        .suppressing("CKV_AWS_355", because: "It only reads, and what it reads of has no resource to name")
    }

    /// Those of AWS's own policy `AWSCodeDeployRoleForECS` that such a deployment needs, for one service.
    private var taskStatements: [IAM.Statement] {
        [
            .allow(
                "ecs:DescribeServices", "ecs:CreateTaskSet", "ecs:UpdateServicePrimaryTaskSet", "ecs:DeleteTaskSet",
                on: [service.arn, arn("ecs", "task-set/\(service.cluster.id)/\(service.deployedName)/*")],
                id: "ReplaceTasks"),
            .allow(
                "iam:PassRole", on: [service.executionRoleARN, service.taskRoleARN],
                if: .equals("iam:PassedToService", "ecs-tasks.amazonaws.com"), id: "PassTaskRoles"),
        ]
    }

    private var trafficStatements: [IAM.Statement] {
        [
            .allow(
                "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules", on: ["*"], id: "FindTraffic"),
            .allow(
                "elasticloadbalancing:ModifyListener", on: [route.production] + [route.test].compactMap { $0 },
                id: "MoveTraffic"),
            .allow(
                "elasticloadbalancing:ModifyRule",
                on: [arn("elasticloadbalancing", "listener-rule/\(route.balancer)/*")], id: "MoveRoutedTraffic"),
        ]
    }

    private var watchStatements: [IAM.Statement] {
        var statements: [IAM.Statement] = []
        if !shift.alarms.isEmpty {
            statements.append(.allow("cloudwatch:DescribeAlarms", on: ["*"], id: "WatchAlarms"))
        }
        if !shift.hooks.isEmpty {
            statements.append(
                .allow("lambda:InvokeFunction", on: shift.hooks.map(\.function), id: "CallHooks"))
        }
        return statements
    }

    private func arn(_ service: String, _ resource: Value<ARN>) -> Value<ARN> {
        "arn:\(Deployment.partition):\(service):\(Deployment.region):\(Deployment.account):\(resource)"
    }
}

// MARK: What starts a deployment

extension CodeDeployment {
    /// For a workflow that registers a revision and has it deployed ("AWS CodeDeploy", README of
    /// aws-actions/amazon-ecs-deploy-task-definition).
    var deployPermissions: [IAM.Statement] {
        [
            .allow("ecs:DescribeServices", on: [service.arn], id: "DescribeService"),
            .allow("codedeploy:RegisterApplicationRevision", on: [service.application.arn], id: "RegisterRevision"),
            .allow(
                "codedeploy:CreateDeployment", "codedeploy:GetDeployment", "codedeploy:GetDeploymentGroup",
                on: [group.arn], id: "Deploy"),
            .allow(
                "codedeploy:GetDeploymentConfig",
                on: [arn("codedeploy", "deploymentconfig:\(group.config)")], id: "ReadDeploymentConfig"),
        ]
    }

    /// What CodeDeploy is told of a revision; whoever deploys puts the task definition's ARN in ("AppSpec 'resources' section",
    /// AWS CodeDeploy User Guide).
    private var appSpec: YAMLDocument {
        YAMLDocument(
            path: service.appSpecFile, scope: .environment,
            contents: .object([
                .init("version", .number(0)),
                .init("Resources", .list([.object([.init("TargetService", targetService)])])),
                .init("Hooks", shift.hooks.isEmpty ? .null : .list(shift.hooks.map(CodeDeployment.table))),
            ]), source: source)
    }

    private var targetService: Expression {
        .object([
            .init("Type", .string("AWS::ECS::Service")),
            .init(
                "Properties",
                .object([
                    .init("TaskDefinition", .string("<TASK_DEFINITION>")),
                    .init("LoadBalancerInfo", container),
                    .init("CapacityProviderStrategy", .list(service.capacity.shares.map(CodeDeployment.table))),
                ])),
        ])
    }

    private var container: Expression {
        guard let listener = service.listener else { return .null }
        return .object([
            .init("ContainerName", .string(listener.name)), .init("ContainerPort", listener.port.expression),
        ])
    }

    /// The new tasks get their machines from where the old ones do.
    private static func table(of share: ECS.CapacityShare) -> Expression {
        .object([
            .init("CapacityProvider", share.provider.expression), .init("Weight", share.weight.expression),
            .init("Base", share.base.expression),
        ])
    }

    private static func table(of hook: DeploymentHook) -> Expression {
        .object([.init(hook.event.rawValue, hook.function.expression)])
    }
}
