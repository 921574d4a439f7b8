import TerraneAWS
import TerraneCore
import Testing

/// The rows of what borders a network, in both dialects.
struct NetworkRowsTests {
    @Test func aVPNGateway() {
        #expect(
            bilingual(EC2.VPNGateway("vpn", in: "vpc-1", autonomousSystem: 64600)) == """
                vpc_id = "vpc-1" | -
                - | Type = "ipsec.1"
                amazon_side_asn = "64600" | AmazonSideAsn = 64600
                """)
    }

    @Test func aVPNGatewayIsAttachedByCloudFormationAlone() {
        #expect(
            bilingual(EC2.VPNGatewayAttachment("attachment", of: "vgw-1", to: "vpc-1")) == """
                - | VpcId = "vpc-1"
                - | VpnGatewayId = "vgw-1"
                """)
    }

    @Test func aRoutePropagation() {
        #expect(
            bilingual(EC2.VPNRoutePropagation("propagation", from: "vgw-1", to: "rtb-1")) == """
                vpn_gateway_id | VpnGatewayId = "vgw-1"
                route_table_id = "rtb-1" | RouteTableIds = ["rtb-1"]
                """)
    }

    @Test func aPeeringConnection() {
        #expect(
            bilingual(EC2.PeeringConnection("peering", from: "vpc-1", to: "vpc-2")) == """
                vpc_id | VpcId = "vpc-1"
                peer_vpc_id | PeerVpcId = "vpc-2"
                auto_accept = true | -
                """)
    }

    @Test func aRouteThroughAPeeringConnection() {
        #expect(
            bilingual(EC2.Route("route", in: "rtb-1", to: "10.1.0.0/16", through: .peering("pcx-1"))) == """
                route_table_id | RouteTableId = "rtb-1"
                destination_cidr_block | DestinationCidrBlock = "10.1.0.0/16"
                vpc_peering_connection_id | VpcPeeringConnectionId = "pcx-1"
                """)
    }

    @Test func aDefaultSecurityGroupIsTerraformsAlone() {
        #expect(bilingual(EC2.DefaultSecurityGroup("group", in: "vpc-1")) == "vpc_id = \"vpc-1\" | -")
    }

    @Test func aFlowLogIntoALogGroup() {
        #expect(
            bilingual(EC2.FlowLog("log", of: "vpc-1", to: .logGroup("arn:group", role: "arn:role"))) == """
                vpc_id | ResourceId = "vpc-1"
                - | ResourceType = "VPC"
                traffic_type | TrafficType = "ALL"
                log_destination_type | LogDestinationType = "cloud-watch-logs"
                log_destination | LogDestination = "arn:group"
                iam_role_arn | DeliverLogsPermissionArn = "arn:role"
                max_aggregation_interval | MaxAggregationInterval = 600
                """)
    }

    @Test func aFlowLogIntoABucket() {
        #expect(
            bilingual(EC2.FlowLog("log", of: "vpc-1", .rejected, to: .bucket("arn:logs"), every: .minutes(1))) == """
                vpc_id | ResourceId = "vpc-1"
                - | ResourceType = "VPC"
                traffic_type | TrafficType = "REJECT"
                log_destination_type | LogDestinationType = "s3"
                log_destination | LogDestination = "arn:logs"
                max_aggregation_interval | MaxAggregationInterval = 60
                """)
    }

    @Test func aNetworkACL() {
        #expect(
            bilingual(EC2.NetworkACL("list", in: "vpc-1", around: ["subnet-1"])) == """
                vpc_id | VpcId = "vpc-1"
                subnet_ids = ["subnet-1"] | -
                """)
    }

    @Test func anEntryOfANetworkACL() {
        let entry = EC2.NetworkACLEntry(
            "entry", of: "acl-1", number: 100, .allow(.outbound, .udp(PortRange(1024...2048)), "10.0.1.0/24"))
        #expect(
            bilingual(entry) == """
                network_acl_id | NetworkAclId = "acl-1"
                egress | Egress = true
                rule_number | RuleNumber = 100
                rule_action | RuleAction = "allow"
                protocol = "udp" | Protocol = 17
                from_port | PortRange/From = 1024
                to_port | PortRange/To = 2048
                cidr_block | CidrBlock = "10.0.1.0/24"
                """)
    }

    @Test func anEntryForAllProtocolsHasNoPorts() {
        let entry = EC2.NetworkACLEntry("entry", of: "acl-1", number: 1, .deny(.inbound, .all, "10.0.1.0/24"))
        #expect(
            bilingual(entry) == """
                network_acl_id | NetworkAclId = "acl-1"
                egress | Egress = false
                rule_number | RuleNumber = 1
                rule_action | RuleAction = "deny"
                protocol = "-1" | Protocol = -1
                cidr_block | CidrBlock = "10.0.1.0/24"
                """)
    }

    @Test func anAssociationWithANetworkACL() {
        #expect(
            bilingual(EC2.NetworkACLAssociation("association", of: "subnet-1", with: "acl-1")) == """
                - | NetworkAclId = "acl-1"
                - | SubnetId = "subnet-1"
                """)
    }
}
