import TerraneAWS
import TerraneCore
import Testing

/// The rows of clusters and services, in both dialects.
struct ECSRowsTests {
    private static var service: ECS.Service {
        var service = ECS.Service(
            "web", serviceName: "web", in: ECS.Cluster("cluster", clusterName: "koemo"), running: "arn:task",
            desiredCount: 2, subnets: ["subnet-1"], securityGroups: ["sg-1"])
        service.registrations = [.init(group: "arn:group", container: "web", port: 3000)]
        service.gracePeriod = .seconds(60)
        service.capacity = [ECS.CapacityShare(.fargateSpot, weight: 2, base: 1)]
        return service
    }

    private static var scaled: ECS.Service {
        var service = ECS.Service(
            "web", serviceName: "web", in: ECS.Cluster("cluster", clusterName: "koemo"), running: "arn:task",
            desiredCount: 2, subnets: [], securityGroups: [])
        service.isScaled = true
        service.gracePeriod = .seconds(60)
        service.rollsBack = false
        return service
    }

    @Test func aCluster() {
        let resource = ECS.Cluster("cluster", clusterName: "koemo", containerInsights: false)
        #expect(
            bilingual(resource) == """
                name | ClusterName = "koemo"
                setting[0]/name | ClusterSettings[0]/Name = "containerInsights"
                setting[0]/value | ClusterSettings[0]/Value = "disabled"
                """)
    }

    @Test func capacityProviders() {
        let resource = ECS.ClusterCapacityProviders(
            "capacity", of: "koemo",
            strategy: [ECS.CapacityShare(.fargate, base: 1), ECS.CapacityShare(.fargateSpot, weight: 3)])
        #expect(
            bilingual(resource) == """
                cluster_name | Cluster = "koemo"
                capacity_providers | CapacityProviders = ["FARGATE", "FARGATE_SPOT"]
                default_capacity_provider_strategy[0]/capacity_provider | DefaultCapacityProviderStrategy[0]/CapacityProvider = "FARGATE"
                default_capacity_provider_strategy[0]/weight | DefaultCapacityProviderStrategy[0]/Weight = 1
                default_capacity_provider_strategy[0]/base | DefaultCapacityProviderStrategy[0]/Base = 1
                default_capacity_provider_strategy[1]/capacity_provider | DefaultCapacityProviderStrategy[1]/CapacityProvider = "FARGATE_SPOT"
                default_capacity_provider_strategy[1]/weight | DefaultCapacityProviderStrategy[1]/Weight = 3
                """)
    }

    @Test func aService() {
        let resource = ECSRowsTests.service
        #expect(
            bilingual(resource) == """
                name | ServiceName = "web"
                cluster | Cluster = <cluster: arn, Arn>
                task_definition | TaskDefinition = "arn:task"
                desired_count = 2 | DesiredCount = 2
                health_check_grace_period_seconds | HealthCheckGracePeriodSeconds = 60
                deployment_minimum_healthy_percent | DeploymentConfiguration/MinimumHealthyPercent = 100
                deployment_maximum_percent | DeploymentConfiguration/MaximumPercent = 200
                enable_ecs_managed_tags | EnableECSManagedTags = true
                propagate_tags | PropagateTags = "SERVICE"
                capacity_provider_strategy[0]/capacity_provider | CapacityProviderStrategy[0]/CapacityProvider = "FARGATE_SPOT"
                capacity_provider_strategy[0]/weight | CapacityProviderStrategy[0]/Weight = 2
                capacity_provider_strategy[0]/base | CapacityProviderStrategy[0]/Base = 1
                deployment_circuit_breaker/enable | DeploymentConfiguration/DeploymentCircuitBreaker/Enable = true
                deployment_circuit_breaker/rollback | DeploymentConfiguration/DeploymentCircuitBreaker/Rollback = true
                network_configuration/subnets | NetworkConfiguration/AwsvpcConfiguration/Subnets = ["subnet-1"]
                network_configuration/security_groups | NetworkConfiguration/AwsvpcConfiguration/SecurityGroups = ["sg-1"]
                network_configuration/assign_public_ip = false | NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp = "DISABLED"
                load_balancer[0]/target_group_arn | LoadBalancers[0]/TargetGroupArn = "arn:group"
                load_balancer[0]/container_name | LoadBalancers[0]/ContainerName = "web"
                load_balancer[0]/container_port | LoadBalancers[0]/ContainerPort = 3000
                """)
    }

    @Test func aServiceThatScalesLeavesItsNumberToCloudFormation() {
        let resource = ECSRowsTests.scaled
        #expect(
            bilingual(resource) == """
                name | ServiceName = "web"
                cluster | Cluster = <cluster: arn, Arn>
                task_definition | TaskDefinition = "arn:task"
                desired_count = 2 | -
                deployment_minimum_healthy_percent | DeploymentConfiguration/MinimumHealthyPercent = 100
                deployment_maximum_percent | DeploymentConfiguration/MaximumPercent = 200
                enable_ecs_managed_tags | EnableECSManagedTags = true
                propagate_tags | PropagateTags = "SERVICE"
                capacity_provider_strategy[0]/capacity_provider | CapacityProviderStrategy[0]/CapacityProvider = "FARGATE"
                capacity_provider_strategy[0]/weight | CapacityProviderStrategy[0]/Weight = 1
                deployment_circuit_breaker/enable | DeploymentConfiguration/DeploymentCircuitBreaker/Enable = false
                deployment_circuit_breaker/rollback | DeploymentConfiguration/DeploymentCircuitBreaker/Rollback = false
                network_configuration/subnets | NetworkConfiguration/AwsvpcConfiguration/Subnets = []
                network_configuration/security_groups | NetworkConfiguration/AwsvpcConfiguration/SecurityGroups = []
                network_configuration/assign_public_ip = false | NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp = "DISABLED"
                """)
    }

    @Test func aTaskDefinition() {
        let resource = ECS.TaskDefinition(
            "task", family: "web", size: .oneCPU(gibibytes: .two), executionRole: "arn:execution", taskRole: "arn:task",
            containers: [ECS.ContainerDefinition(name: "web", image: "nginx")])
        #expect(
            bilingual(resource) == """
                family | Family = "web"
                network_mode | NetworkMode = "awsvpc"
                requires_compatibilities | RequiresCompatibilities = ["FARGATE"]
                cpu | Cpu = "1024"
                memory | Memory = "2048"
                execution_role_arn | ExecutionRoleArn = "arn:execution"
                task_role_arn | TaskRoleArn = "arn:task"
                container_definitions = json [{name: "web", image: "nginx", essential: true}] | ContainerDefinitions = [{Name: "web", Image: "nginx", Essential: true}]
                """)
    }
}
