import TerraneCore
import Testing

@testable import TerraneAWS

/// What a network may have beside its subnets: a VPN gateway, endpoints, flow logs.
struct NetworkPartsTests {
    private let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)).tiers(.database)
    private let plain = Set(
        listedNames(Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)).tiers(.database)))

    /// What a network has more than a plain one.
    private func added(_ network: Network) -> [String] { listedNames(network).filter { !plain.contains($0) } }

    private func rows(_ name: Name, _ network: Network) -> String? {
        listedResources(network).first { $0.name == name }.map(bilingual)
    }

    // MARK: VPN

    @Test func aVPNGatewayTellsPrivateSubnetsItsRoutes() {
        let network = network.vpnGateway()
        #expect(
            added(network) == [
                "shop/vpn", "shop/vpn-attachment", "shop/vpn-private-a-routes", "shop/vpn-private-c-routes",
            ])
        #expect(
            rows("shop/vpn-private-c-routes", network) == """
                vpn_gateway_id | VpnGatewayId = <shop/vpn: id, Ref>
                route_table_id = <shop/private-c-routes: id, Ref> | RouteTableIds = [<shop/private-c-routes: id, Ref>]
                """)
        let propagations = listedResources(network).filter { $0 is EC2.VPNRoutePropagation }
        #expect(propagations.allSatisfy { $0.declaration.options.dependencies == ["shop/vpn-attachment"] })
        #expect(network.vpnGatewayID.expression.shortText == "<shop/vpn: id, Ref>")
    }

    @Test func aVPNGatewayMayReachOtherTiers() {
        #expect(
            added(network.vpnGateway(autonomousSystem: 64600, routesTo: .public, .database, .cache)) == [
                "shop/vpn", "shop/vpn-attachment", "shop/vpn-public-routes", "shop/vpn-database-routes",
            ])
        #expect(rows("shop/vpn", network.vpnGateway(autonomousSystem: 64600))?.contains("64600") == true)
    }

    @Test func aVPNGatewayReachesTiersThatAreThere() {
        #expect(network.vpnGateway(routesTo: .database).check().isEmpty)
        #expect(network.vpnGateway(routesTo: .cache).check() == [.tierMissing("shop", .cache)])
    }

    // MARK: Endpoints

    @Test func anIntentMayBeSeveralEndpointsAndEachIsThereOnce() {
        #expect(
            added(network.endpoints(.ecr, .logs, .dynamoDB).endpoints(.fargate)) == [
                "shop/dynamodb", "shop/endpoints", "shop/endpoints-from-network", "shop/ecr-api-endpoint",
                "shop/ecr-dkr-endpoint", "shop/logs-endpoint", "shop/secretsmanager-endpoint", "shop/ssm-endpoint",
                "shop/ssmmessages-endpoint",
            ])
    }

    @Test func aGatewayEndpointNeedsNoSecurityGroup() {
        #expect(added(network.endpoints(.dynamoDB)) == ["shop/dynamodb"])
    }

    @Test func interfaceEndpointsAnswerTheWholeNetwork() {
        let network = network.endpoints(.ecr)
        #expect(
            rows("shop/ecr-dkr-endpoint", network) == """
                vpc_id | VpcId = <shop/vpc: id, Ref>
                service_name | ServiceName = "com.amazonaws.(<region>).ecr.dkr"
                vpc_endpoint_type | VpcEndpointType = "Interface"
                subnet_ids | SubnetIds = [<shop/private-a: id, Ref>, <shop/private-c: id, Ref>]
                security_group_ids | SecurityGroupIds = [<shop/endpoints: id, GroupId>]
                private_dns_enabled | PrivateDnsEnabled = true
                """)
        #expect(rows("shop/endpoints-from-network", network)?.contains("CidrIp = \"10.0.0.0/16\"") == true)
        #expect(rows("shop/endpoints-from-network", network)?.contains("FromPort = 443") == true)
    }

    @Test func aServiceConnectsToEndpoints() {
        let network = network.endpoints(.logs)
        let client = ExistingSecurityGroup("worker", id: "sg-worker")
        #expect(
            listedNames(Connection(from: client, to: network.serviceEndpoints)) == [
                "worker/to-shop-endpoints/out", "worker/to-shop-endpoints/in",
            ])
        #expect(listedNames(Connection(from: client, to: network.s3)) == ["worker/to-shop-s3-addresses/out"])
    }

    @Test func anyServiceIsNamedWithoutItsRegion() {
        #expect(network.endpoints(.service("transcribe")).check().isEmpty)
        let service = "com.amazonaws.ap-northeast-1.transcribe"
        #expect(network.endpoints(.service(service)).check() == [.endpointName("shop", service)])
    }

    // MARK: Flow logs

    @Test func flowLogsGoIntoALogGroup() {
        let network = network.flowLogs(.cloudWatch(keep: .threeMonths, traffic: .rejected))
        #expect(
            added(network) == ["shop/flow-logs", "shop/flow-log-role", "shop/flow-log-policy", "shop/flow-log"])
        let log = listedResources(network).compactMap { $0 as? EC2.FlowLog }.first
        #expect(log?.declaration.options.dependencies == ["shop/flow-log-policy"])
        let lines = rows("shop/flow-log", network)?.split(separator: "\n") ?? []
        #expect(lines.first == "vpc_id | ResourceId = <shop/vpc: id, Ref>")
        #expect(lines.contains("- | ResourceType = \"VPC\""))
        #expect(lines.contains("traffic_type | TrafficType = \"REJECT\""))
        #expect(lines.contains("iam_role_arn | DeliverLogsPermissionArn = <shop/flow-log-role: arn, Arn>"))
        let trust = rows("shop/flow-log-role", network) ?? ""
        #expect(trust.contains("shop-flow-logs-ap-northeast-1"))
        #expect(trust.contains("vpc-flow-logs.amazonaws.com") && trust.contains("aws:SourceAccount"))
    }

    @Test func flowLogsGoIntoABucket() {
        let network = network.flowLogs(.s3(bucketName: "shop-flow-logs", keep: .days(90)))
        let lines = rows("shop/flow-log", network)?.split(separator: "\n") ?? []
        #expect(lines.contains("log_destination | LogDestination = <shop/flow-logs: arn, Arn>"))
        #expect(!added(network).contains("shop/flow-log-role"))
        let policy = rows("shop/flow-logs/policy", network) ?? ""
        #expect(policy.contains("delivery.logs.amazonaws.com") && policy.contains("s3:GetBucketAcl"))
    }

    @Test func aFlowLogHasLinesOfAMinuteOrTen() {
        let bucket = EC2.FlowLog.Destination.bucket("arn:aws:s3:::logs")
        let wrong = EC2.FlowLog("log", of: "vpc-1", to: bucket, every: .minutes(5))
        #expect(wrong.check() == [.flowLogInterval("log", .minutes(5))])
        #expect(EC2.FlowLog("log", of: "vpc-1", to: bucket, every: .minutes(1)).check().isEmpty)
    }
}
