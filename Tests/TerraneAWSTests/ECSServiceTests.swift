import TerraneCore
import Testing

@testable import TerraneAWS

struct ECSServiceTests {
    private let cluster = ECS.Cluster("cluster", clusterName: "koemo-production")

    private var service: ECS.Service {
        ECS.Service(
            "api", serviceName: "api-service", in: cluster, running: "arn:task", desiredCount: 3, subnets: ["subnet-1"],
            securityGroups: ["sg-1"])
    }

    @Test func tasksHaveNoPublicAddressAndADeploymentThatFailsIsTakenBack() {
        let rows = DataTable(service)
        #expect(rows.terraform["network_configuration/assign_public_ip"] == .boolean(false))
        #expect(rows.cloudFormation["NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp"] == .string("DISABLED"))
        #expect(rows.terraform["deployment_circuit_breaker/rollback"] == .boolean(true))
        #expect(rows.cloudFormation["DeploymentConfiguration/DeploymentCircuitBreaker/Enable"] == .boolean(true))
    }

    @Test func fargateWithWeightOneIsTheDefaultCapacity() {
        let rows = DataTable(service)
        #expect(rows.terraform["capacity_provider_strategy[0]/capacity_provider"] == .string("FARGATE"))
        #expect(rows.cloudFormation["CapacityProviderStrategy[0]/Weight"] == .integer(1))
    }

    @Test func onlyCloudFormationLeavesOutTheCountOfAScaledService() {
        #expect(DataTable(service).cloudFormation["DesiredCount"] == .integer(3))
        var scaled = service
        scaled.isScaled = true
        #expect(DataTable(scaled).terraform["desired_count"] == .integer(3))
        #expect(DataTable(scaled).cloudFormation["DesiredCount"] ?? .null == .null)
    }

    @Test func aGracePeriodNeedsALoadBalancer() {
        var service = service
        service.gracePeriod = .seconds(60)
        #expect(DataTable(service).terraform["health_check_grace_period_seconds"] == nil)
        service.registrations = [.init(group: "arn:group", container: "api", port: 3000)]
        #expect(DataTable(service).cloudFormation["HealthCheckGracePeriodSeconds"] == .integer(60))
        #expect(DataTable(service).terraform["load_balancer[0]/container_port"] == .integer(3000))
    }

    @Test func itsARNIsForeseen() {
        let foreseen: Value<ARN> =
            "arn:\(Deployment.partition):ecs:\(Deployment.region):\(Deployment.account):service/koemo-production/api-service"
        guard case .reference(let reference) = service.arn.expression else {
            Issue.record("no reference")
            return
        }
        #expect(reference.foreseen == foreseen.expression)
    }

    @Test func aClusterWatchesItsContainersUnlessToldNotTo() {
        #expect(DataTable(cluster).terraform["setting[0]/value"] == .string("enabled"))
        let quiet = ECS.Cluster("quiet", clusterName: "quiet", containerInsights: false)
        #expect(DataTable(quiet).cloudFormation["ClusterSettings[0]/Value"] == .string("disabled"))
    }

    @Test func aFargateClusterListsItsCapacity() {
        let cluster = FargateCluster("main", strategy: .mixed(regular: 1, spot: 3, afterRegular: 1))
        #expect(listedNames(cluster) == ["main", "main/capacity"])
        let rows = table(of: "main/capacity", in: cluster)
        #expect(rows?.terraform["default_capacity_provider_strategy[1]/weight"] == .integer(3))
        #expect(rows?.cloudFormation["DefaultCapacityProviderStrategy[0]/Base"] == .integer(1))
        #expect(rows?.cloudFormation["Cluster"] == cluster.id.expression)
    }
}
