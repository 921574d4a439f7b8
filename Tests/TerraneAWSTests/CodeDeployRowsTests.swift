import TerraneCore
import Testing

@testable import TerraneAWS

/// The rows of what CodeDeploy is made of, in both dialects.
struct CodeDeployRowsTests {
    private var group: CodeDeploy.DeploymentGroup {
        CodeDeploy.DeploymentGroup(
            "group", groupName: "api", of: "shop", role: "arn:role", config: "canary", cluster: "main", service: "api",
            route: .init(groups: ["blue", "green"], production: "arn:https"))
    }

    @Test func anApplication() {
        #expect(
            bilingual(CodeDeploy.Application("shop", applicationName: "shop-api")) == """
                name | ApplicationName = "shop-api"
                compute_platform | ComputePlatform = "ECS"
                """)
    }

    @Test func aCanary() {
        #expect(
            bilingual(CodeDeploy.DeploymentConfig("config", configName: "five", .canary(percent: 5, minutes: 10)))
                == """
                deployment_config_name | DeploymentConfigName = "five"
                compute_platform | ComputePlatform = "ECS"
                traffic_routing_config/type | TrafficRoutingConfig/Type = "TimeBasedCanary"
                traffic_routing_config/time_based_canary/percentage | TrafficRoutingConfig/TimeBasedCanary/CanaryPercentage = 5
                traffic_routing_config/time_based_canary/interval | TrafficRoutingConfig/TimeBasedCanary/CanaryInterval = 10
                """)
    }

    @Test func equalSteps() {
        #expect(
            bilingual(CodeDeploy.DeploymentConfig("config", configName: "ten", .linear(percent: 10, minutes: 1))) == """
                deployment_config_name | DeploymentConfigName = "ten"
                compute_platform | ComputePlatform = "ECS"
                traffic_routing_config/type | TrafficRoutingConfig/Type = "TimeBasedLinear"
                traffic_routing_config/time_based_linear/percentage | TrafficRoutingConfig/TimeBasedLinear/LinearPercentage = 10
                traffic_routing_config/time_based_linear/interval | TrafficRoutingConfig/TimeBasedLinear/LinearInterval = 1
                """)
    }

    @Test func aDeploymentGroup() {
        #expect(
            bilingual(group) == """
                app_name | ApplicationName = "shop"
                deployment_group_name | DeploymentGroupName = "api"
                service_role_arn | ServiceRoleArn = "arn:role"
                deployment_config_name | DeploymentConfigName = "canary"
                deployment_style/deployment_type | DeploymentStyle/DeploymentType = "BLUE_GREEN"
                deployment_style/deployment_option | DeploymentStyle/DeploymentOption = "WITH_TRAFFIC_CONTROL"
                ecs_service[0]/cluster_name | ECSServices[0]/ClusterName = "main"
                ecs_service[0]/service_name | ECSServices[0]/ServiceName = "api"
                load_balancer_info/target_group_pair_info[0]/prod_traffic_route/listener_arns | LoadBalancerInfo/TargetGroupPairInfoList[0]/ProdTrafficRoute/ListenerArns = ["arn:https"]
                load_balancer_info/target_group_pair_info[0]/target_group[0]/name | LoadBalancerInfo/TargetGroupPairInfoList[0]/TargetGroups[0]/Name = "blue"
                load_balancer_info/target_group_pair_info[0]/target_group[1]/name | LoadBalancerInfo/TargetGroupPairInfoList[0]/TargetGroups[1]/Name = "green"
                blue_green_deployment_config/deployment_ready_option/action_on_timeout | BlueGreenDeploymentConfiguration/DeploymentReadyOption/ActionOnTimeout = "CONTINUE_DEPLOYMENT"
                blue_green_deployment_config/terminate_blue_instances_on_deployment_success/action | BlueGreenDeploymentConfiguration/TerminateBlueInstancesOnDeploymentSuccess/Action = "TERMINATE"
                blue_green_deployment_config/terminate_blue_instances_on_deployment_success/termination_wait_time_in_minutes | BlueGreenDeploymentConfiguration/TerminateBlueInstancesOnDeploymentSuccess/TerminationWaitTimeInMinutes = 5
                auto_rollback_configuration/enabled | AutoRollbackConfiguration/Enabled = true
                auto_rollback_configuration/events | AutoRollbackConfiguration/Events = ["DEPLOYMENT_FAILURE"]
                """)
    }

    @Test func aDeploymentGroupThatIsTestedApprovedAndWatched() {
        var group = group
        group.route = .init(groups: ["blue", "green"], production: "arn:https", test: "arn:test")
        group.alarms = ["errors"]
        group.approvalWait = .minutes(30)
        let lines = bilingual(group).split(separator: "\n").map(String.init)
        for expected in [
            "load_balancer_info/target_group_pair_info[0]/test_traffic_route/listener_arns | LoadBalancerInfo/TargetGroupPairInfoList[0]/TestTrafficRoute/ListenerArns = [\"arn:test\"]",
            "blue_green_deployment_config/deployment_ready_option/action_on_timeout | BlueGreenDeploymentConfiguration/DeploymentReadyOption/ActionOnTimeout = \"STOP_DEPLOYMENT\"",
            "blue_green_deployment_config/deployment_ready_option/wait_time_in_minutes | BlueGreenDeploymentConfiguration/DeploymentReadyOption/WaitTimeInMinutes = 30",
            "auto_rollback_configuration/events | AutoRollbackConfiguration/Events = [\"DEPLOYMENT_FAILURE\", \"DEPLOYMENT_STOP_ON_ALARM\"]",
            "alarm_configuration/enabled | AlarmConfiguration/Enabled = true",
            "alarm_configuration/alarms = [\"errors\"] | AlarmConfiguration/Alarms = [{Name: \"errors\"}]",
        ] {
            #expect(lines.contains(expected))
        }
    }

    @Test func eachPropertyOfADeploymentGroupIsSeenOnBothSides() {
        expectEachChangeToShow(
            group,
            [
                Change("application") { $0.application = "other" }, Change("groupName") { $0.groupName = "other" },
                Change("role") { $0.role = "arn:other" }, Change("config") { $0.config = "other" },
                Change("cluster") { $0.cluster = "other" }, Change("service") { $0.service = "other" },
                Change("route") { $0.route = .init(groups: ["a", "b"], production: "arn:https") },
                Change("route") { $0.route = .init(groups: ["blue", "green"], production: "arn:other") },
                Change("route") { $0.route = .init(groups: ["blue", "green"], production: "arn:https", test: "t") },
                Change("alarms") { $0.alarms = ["a"] }, Change("keepsOldTasks") { $0.keepsOldTasks = .minutes(6) },
                Change("approvalWait") { $0.approvalWait = .minutes(1) },
            ])
        expectEachChangeToShow(
            CodeDeploy.DeploymentConfig("config", configName: "a", .canary(percent: 5, minutes: 1)),
            [
                Change("configName") { $0.configName = "b" },
                Change("routing") { $0.routing = .canary(percent: 6, minutes: 1) },
                Change("routing") { $0.routing = .canary(percent: 5, minutes: 2) },
                Change("routing") { $0.routing = .linear(percent: 5, minutes: 1) },
            ])
        expectEachChangeToShow(
            CodeDeploy.Application("app", applicationName: "a"),
            [Change("applicationName") { $0.applicationName = "b" }])
    }

    @Test func aLongNameIsAnError() {
        let text = String(repeating: "a", count: 101)
        let long = CodeDeploy.Application("app", applicationName: text)
        #expect(long.check() == [.nameTooLong("application", text, limit: 100)])
        #expect(CodeDeploy.Application("app", applicationName: String(text.dropLast())).check().isEmpty)
    }
}
