public import TerraneCore

extension CodeDeploy {
    /// An ECS service as CodeDeploy deploys it: a new set of tasks beside the old one, and traffic that moves from one
    /// target group to the other ("Deployments on an Amazon ECS compute platform", AWS CodeDeploy User Guide).
    ///
    /// The CloudFormation reference says in a note that such deployments take a hook in the template instead. That note is older
    /// than `ECSServices` and `TargetGroupPairInfoList`, with which the CDK's `EcsDeploymentGroup` makes this type.
    public struct DeploymentGroup: Resource {
        /// What a deployment takes back by itself.
        public enum RollbackEvent: String, Hashable, Sendable, ExpressionConvertible {
            case failure = "DEPLOYMENT_FAILURE"
            case alarm = "DEPLOYMENT_STOP_ON_ALARM"
            case request = "DEPLOYMENT_STOP_ON_REQUEST"
        }

        /// The two target groups, and the listeners that lead to them.
        public struct Route: Hashable, Sendable {
            /// By name, the one that serves first in front.
            public let groups: [Value<String>]
            public let production: Value<ARN>
            public let test: Value<ARN>?

            public init(groups: [Value<String>], production: Value<ARN>, test: Value<ARN>? = nil) {
                self.groups = groups
                self.production = production
                self.test = test
            }
        }

        public static let type = ResourceType(
            terraform: "aws_codedeploy_deployment_group", cloudFormation: "AWS::CodeDeploy::DeploymentGroup",
            area: .deployment, tagging: .list)

        public var declaration: Declaration
        public var application: Value<String>
        /// At most 100 characters.
        public var groupName: String
        public var role: Value<ARN>
        /// By name: one of AWS's own, or a `DeploymentConfig`.
        public var config: Value<String>
        public var cluster: Value<String>
        public var service: Value<String>
        public var route: Route
        /// By name. Any of them in state ALARM stops a deployment.
        public var alarms: [Value<String>]
        /// How long the old tasks stay after a deployment, in case it is taken back.
        public var keepsOldTasks: TimeSpan
        /// How long a deployment waits, before traffic moves, for somebody to continue it; after that it stops.
        public var approvalWait: TimeSpan?

        public init(
            _ name: Name, groupName: String, of application: Value<String>, role: Value<ARN>, config: Value<String>,
            cluster: Value<String>, service: Value<String>, route: Route, alarms: [Value<String>] = [],
            keepsOldTasks: TimeSpan = .minutes(5), approvalWait: TimeSpan? = nil, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName
            self.application = application
            self.role = role
            self.config = config
            self.cluster = cluster
            self.service = service
            self.route = route
            self.alarms = alarms
            self.keepsOldTasks = keepsOldTasks
            self.approvalWait = approvalWait
        }

        public var deployedName: Value<String> {
            attribute("deployment_group_name", .ref, foreseen: Value(groupName))
        }

        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):codedeploy:\(Deployment.region):\(Deployment.account):deploymentgroup:\(application)/\(deployedName)"
        }

        public func check() -> [Diagnostic] {
            groupName.utf8.count > 100 ? [.nameTooLong("deployment group", groupName, limit: 100)] : []
        }
    }
}

extension CodeDeploy.DeploymentGroup {
    @PropertiesBuilder public var properties: Properties {
        row("app_name", "ApplicationName", application)
        row("deployment_group_name", "DeploymentGroupName", groupName)
        row("service_role_arn", "ServiceRoleArn", role)
        row("deployment_config_name", "DeploymentConfigName", config)
        nested("deployment_style", "DeploymentStyle") {
            row("deployment_type", "DeploymentType", "BLUE_GREEN")
            row("deployment_option", "DeploymentOption", "WITH_TRAFFIC_CONTROL")
        }
        repeated("ecs_service", "ECSServices", [service]) { service in
            row("cluster_name", "ClusterName", cluster)
            row("service_name", "ServiceName", service)
        }
        nested("load_balancer_info", "LoadBalancerInfo") {
            repeated("target_group_pair_info", "TargetGroupPairInfoList", [route]) { CodeDeploy.table(of: $0) }
        }
        nested("blue_green_deployment_config", "BlueGreenDeploymentConfiguration") { replacement }
        nested("auto_rollback_configuration", "AutoRollbackConfiguration") {
            row("enabled", "Enabled", true)
            row("events", "Events", rollbackEvents)
        }
        if !alarms.isEmpty {
            nested("alarm_configuration", "AlarmConfiguration") {
                row("enabled", "Enabled", true)
                row("alarms", terraform: alarms, "Alarms", cloudFormation: alarms.map(CodeDeploy.named))
            }
        }
    }

    @PropertiesBuilder private var replacement: Properties {
        nested("deployment_ready_option", "DeploymentReadyOption") {
            row("action_on_timeout", "ActionOnTimeout", approvalWait == nil ? "CONTINUE_DEPLOYMENT" : "STOP_DEPLOYMENT")
            row("wait_time_in_minutes", "WaitTimeInMinutes", approvalWait?.inMinutes)
        }
        nested("terminate_blue_instances_on_deployment_success", "TerminateBlueInstancesOnDeploymentSuccess") {
            row("action", "Action", "TERMINATE")
            row("termination_wait_time_in_minutes", "TerminationWaitTimeInMinutes", keepsOldTasks.inMinutes)
        }
    }

    private var rollbackEvents: [RollbackEvent] { alarms.isEmpty ? [.failure] : [.failure, .alarm] }
}

extension CodeDeploy {
    @PropertiesBuilder fileprivate static func table(of route: DeploymentGroup.Route) -> Properties {
        nested("prod_traffic_route", "ProdTrafficRoute") { row("listener_arns", "ListenerArns", [route.production]) }
        if let test = route.test {
            nested("test_traffic_route", "TestTrafficRoute") { row("listener_arns", "ListenerArns", [test]) }
        }
        repeated("target_group", "TargetGroups", route.groups) { row("name", "Name", $0) }
    }

    /// A name as CloudFormation lists alarms.
    fileprivate static func named(_ alarm: Value<String>) -> Expression {
        .object([.init("Name", alarm.expression)])
    }
}
