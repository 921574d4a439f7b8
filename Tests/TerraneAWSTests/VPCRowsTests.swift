import TerraneAWS
import TerraneCore
import Testing

/// The rows of a network, in both dialects.
struct VPCRowsTests {
    @Test func aVPC() {
        let resource = EC2.VPC("vpc", cidr: "10.0.0.0/16")
        #expect(
            bilingual(resource) == """
                cidr_block | CidrBlock = "10.0.0.0/16"
                enable_dns_support | EnableDnsSupport = true
                enable_dns_hostnames | EnableDnsHostnames = true
                """)
    }

    @Test func aSubnet() {
        let resource = EC2.Subnet("subnet", in: "vpc-1", cidr: "10.0.1.0/24", zone: Region.tokyo.zone("a"))
        #expect(
            bilingual(resource) == """
                vpc_id | VpcId = "vpc-1"
                cidr_block | CidrBlock = "10.0.1.0/24"
                availability_zone = "ap-northeast-1a" | AvailabilityZone = "(<region>)a"
                map_public_ip_on_launch | MapPublicIpOnLaunch = false
                """)
    }

    @Test func anInternetGatewayIsAttachedByTerraformAlone() {
        let resource = EC2.InternetGateway("gateway", in: "vpc-1")
        #expect(
            bilingual(resource) == """
                vpc_id = "vpc-1" | -
                """)
    }

    @Test func anAttachmentIsForCloudFormationAlone() {
        let resource = EC2.GatewayAttachment("attachment", of: "igw-1", to: "vpc-1")
        #expect(
            bilingual(resource) == """
                - | VpcId = "vpc-1"
                - | InternetGatewayId = "igw-1"
                """)
    }

    @Test func anElasticIP() {
        let resource = EC2.ElasticIP("address")
        #expect(
            bilingual(resource) == """
                domain | Domain = "vpc"
                """)
    }

    @Test func aNATGateway() {
        let resource = EC2.NATGateway("nat", in: "subnet-1", address: EC2.ElasticIP("address").allocationID)
        #expect(
            bilingual(resource) == """
                allocation_id | AllocationId = <address: allocation_id, AllocationId>
                subnet_id | SubnetId = "subnet-1"
                """)
    }

    @Test func aRouteTable() {
        let resource = EC2.RouteTable("routes", in: "vpc-1")
        #expect(
            bilingual(resource) == """
                vpc_id | VpcId = "vpc-1"
                """)
    }

    @Test func aRouteThroughAnInternetGateway() {
        let resource = EC2.Route("route", in: "rtb-1", through: .internetGateway("igw-1"))
        #expect(
            bilingual(resource) == """
                route_table_id | RouteTableId = "rtb-1"
                destination_cidr_block | DestinationCidrBlock = "0.0.0.0/0"
                gateway_id | GatewayId = "igw-1"
                """)
    }

    @Test func aRouteThroughANATGateway() {
        let resource = EC2.Route("route", in: "rtb-1", to: "10.1.0.0/16", through: .natGateway("nat-1"))
        #expect(
            bilingual(resource) == """
                route_table_id | RouteTableId = "rtb-1"
                destination_cidr_block | DestinationCidrBlock = "10.1.0.0/16"
                nat_gateway_id | NatGatewayId = "nat-1"
                """)
    }

    @Test func anAssociation() {
        let resource = EC2.RouteTableAssociation("association", of: "subnet-1", with: "rtb-1")
        #expect(
            bilingual(resource) == """
                subnet_id | SubnetId = "subnet-1"
                route_table_id | RouteTableId = "rtb-1"
                """)
    }

    @Test func aGatewayEndpoint() {
        let resource = EC2.VPCEndpoint(
            "s3", in: "vpc-1", service: "com.amazonaws.\(Deployment.region).s3",
            access: .gateway(routeTables: ["rtb-1", "rtb-2"]))
        #expect(
            bilingual(resource) == """
                vpc_id | VpcId = "vpc-1"
                service_name | ServiceName = "com.amazonaws.(<region>).s3"
                vpc_endpoint_type | VpcEndpointType = "Gateway"
                route_table_ids | RouteTableIds = ["rtb-1", "rtb-2"]
                """)
    }

    @Test func anInterfaceEndpoint() {
        let resource = EC2.VPCEndpoint(
            "ecr", in: "vpc-1", service: "ecr",
            access: .interface(subnets: ["subnet-1"], securityGroups: ["sg-1"], privateDNS: true))
        #expect(
            bilingual(resource) == """
                vpc_id | VpcId = "vpc-1"
                service_name | ServiceName = "ecr"
                vpc_endpoint_type | VpcEndpointType = "Interface"
                subnet_ids | SubnetIds = ["subnet-1"]
                security_group_ids | SecurityGroupIds = ["sg-1"]
                private_dns_enabled | PrivateDnsEnabled = true
                """)
    }
}
