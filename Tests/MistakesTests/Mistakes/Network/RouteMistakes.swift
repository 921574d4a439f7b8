import Terrane

extension Mistake {
    static var routing: [Mistake] {
        [
            secondRoute, ownNetwork, foreignGateway, twoTables, secondGateway, stuckNAT, secondNumber, highNumber,
            portless,
        ]
    }

    private static let table = EC2.RouteTable("table", in: vpc.id)
    private static let gateway = EC2.InternetGateway("gateway", in: vpc.id)
    private static let otherVPC = EC2.VPC("other", cidr: "10.1.0.0/16")

    private static func attachment(_ gateway: EC2.InternetGateway, to vpc: EC2.VPC) -> EC2.GatewayAttachment {
        EC2.GatewayAttachment("\(gateway.name)-attachment", of: gateway.id, to: vpc.id)
    }

    private static var secondRoute: Mistake {
        Mistake(
            "RouteAlreadyExists: The route identified by 0.0.0.0/0 already exists",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html", .graph,
            caughtBy: "route-twice"
        ) {
            vpc
            gateway
            attachment(gateway, to: vpc)
            table
            EC2.Route("one", in: table.id, through: .internetGateway(gateway.id))
            EC2.Route("two", in: table.id, through: .internetGateway(gateway.id))  // mistake
        } legal: {
            vpc
            gateway
            attachment(gateway, to: vpc)
            table
            EC2.Route("one", in: table.id, through: .internetGateway(gateway.id))
            EC2.Route("two", in: table.id, to: "192.0.2.0/24", through: .internetGateway(gateway.id))
        }
    }

    private static var ownNetwork: Mistake {
        Mistake(
            "InvalidParameterValue: the route's destination is the network's local route",
            "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html", .graph,
            caughtBy: "route-to-own-network"
        ) {
            vpc
            gateway
            attachment(gateway, to: vpc)
            table
            EC2.Route("one", in: table.id, to: "10.0.0.0/16", through: .internetGateway(gateway.id))  // mistake
        } legal: {
            vpc
            gateway
            attachment(gateway, to: vpc)
            table
            EC2.Route("one", in: table.id, through: .internetGateway(gateway.id))
        }
    }

    private static var foreignGateway: Mistake {
        Mistake(
            "InvalidParameterValue: route table and network gateway belong to different networks",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html", .graph,
            caughtBy: "gateway-of-another-network"
        ) {
            vpc
            otherVPC
            EC2.InternetGateway("gateway", in: otherVPC.id)
            attachment(gateway, to: otherVPC)
            table
            EC2.Route("one", in: table.id, through: .internetGateway(gateway.id))  // mistake
        } legal: {
            vpc
            gateway
            attachment(gateway, to: vpc)
            table
            EC2.Route("one", in: table.id, through: .internetGateway(gateway.id))
        }
    }

    private static var twoTables: Mistake {
        Mistake(
            "Resource.AlreadyAssociated: the specified association conflicts with an existing association",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html", .graph,
            caughtBy: "subnet-with-two-tables"
        ) {
            vpc
            table
            subnet("subnet", "10.0.1.0/24")
            EC2.RouteTableAssociation("one", of: subnet("subnet", "10.0.1.0/24").id, with: table.id)
            EC2.RouteTableAssociation("two", of: subnet("subnet", "10.0.1.0/24").id, with: table.id)  // mistake
        } legal: {
            vpc
            table
            subnet("subnet", "10.0.1.0/24")
            EC2.RouteTableAssociation("one", of: subnet("subnet", "10.0.1.0/24").id, with: table.id)
        }
    }

    private static var secondGateway: Mistake {
        Mistake(
            "Resource.AlreadyAssociated: the network has an Internet gateway attached already",
            "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html", .graph,
            caughtBy: "network-with-two-gateways"
        ) {
            vpc
            gateway
            EC2.InternetGateway("second", in: vpc.id)  // mistake
        } legal: {
            vpc
            otherVPC
            gateway
            EC2.InternetGateway("second", in: otherVPC.id)
        }
    }

    private static func stuck(line: Int = #line) -> EC2.NATGateway {
        let address = EC2.ElasticIP("address").allocationID
        return EC2.NATGateway("nat", in: subnet("subnet", "10.0.1.0/24").id, address: address, line: line)
    }

    private static var stuckNAT: Mistake {
        Mistake(
            "Instances behind the NAT gateway reach nothing: it stands in a private subnet",
            "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html", .graph,
            caughtBy: "gateway-without-way-out"
        ) {
            vpc
            subnet("subnet", "10.0.1.0/24")
            EC2.ElasticIP("address")
            stuck()  // mistake
        } legal: {
            Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single)
        }
    }

    // MARK: Network ACLs

    private static let list = EC2.NetworkACL("list", in: vpc.id, around: [])

    private static func entry(_ name: Name, _ number: Int, line: Int = #line) -> EC2.NetworkACLEntry {
        EC2.NetworkACLEntry(
            name, of: list.id, number: number, .allow(.inbound, .tcp(443), "10.0.0.0/16"), line: line)
    }

    private static var secondNumber: Mistake {
        Mistake(
            "NetworkAclEntryAlreadyExists: The network acl entry identified by 100 already exists",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html", .graph,
            caughtBy: "entry-number-twice"
        ) {
            vpc
            list
            entry("one", 100)
            entry("two", 100)  // mistake
        } legal: {
            vpc
            list
            entry("one", 100)
            entry("two", 110)
        }
    }

    private static var highNumber: Mistake {
        Mistake(
            "InvalidParameterValue: rule numbers are from 1 to 32766",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html", .graph,
            caughtBy: "entry-number"
        ) {
            vpc
            list
            entry("one", 40000)  // mistake
        } legal: {
            vpc
            list
            entry("one", 32766)
        }
    }

    private static let entryType = ResourceType(
        terraform: "aws_network_acl_rule", cloudFormation: "AWS::EC2::NetworkAclEntry", area: .security)

    private static func rawEntry(_ name: Name, ports: ClosedRange<Int>?, line: Int = #line) -> RawResource {
        RawResource(name, type: entryType, line: line) {
            row("network_acl_id", "NetworkAclId", list.id)
            row("egress", "Egress", false)
            row("rule_number", "RuleNumber", 100)
            row("rule_action", "RuleAction", "allow")
            row("protocol", terraform: "tcp", "Protocol", cloudFormation: 6)
            row("from_port", "PortRange/From", ports?.lowerBound)
            row("to_port", "PortRange/To", ports?.upperBound)
            row("cidr_block", "CidrBlock", "10.0.0.0/16")
        }
    }

    private static var portless: Mistake {
        Mistake(
            "MissingParameter: PortRange is required for TCP and UDP",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html", .graph,
            caughtBy: "entry-without-ports"
        ) {
            vpc
            list
            rawEntry("one", ports: nil)  // mistake
        } legal: {
            vpc
            list
            rawEntry("one", ports: 443...443)
        }
    }
}
