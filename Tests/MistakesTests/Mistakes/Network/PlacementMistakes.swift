import Terrane

extension Mistake {
    static var placing: [Mistake] {
        [balancerInOneZone, balancerTwiceInZone, privateBalancer, groupInOneZone, tooManyTasks, deafNetwork]
    }

    private static let town = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .none)
    private static let gate = EC2.SecurityGroup("group", in: town.vpc, description: "Balancer")

    private static func bridge(
        internal isInternal: Bool = false, _ subnets: [Value<EC2.Subnet.ID>], line: Int = #line
    ) -> ELB.ApplicationLoadBalancer {
        ELB.ApplicationLoadBalancer(
            "balancer", balancerName: "shop", isInternal: isInternal, subnets: subnets, securityGroups: [gate.id],
            isProtected: true, line: line)
    }

    private static var balancerInOneZone: Mistake {
        Mistake(
            "ValidationError: At least two subnets in two different Availability Zones must be specified",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html", .graph,
            caughtBy: "balancer-with-one-zone"
        ) {
            town
            gate
            bridge(internal: true, [town.privateSubnets[0]])  // mistake
        } legal: {
            town
            gate
            bridge(internal: true, town.privateSubnets)
        }
    }

    private static var balancerTwiceInZone: Mistake {
        Mistake(
            "InvalidConfigurationRequest: A load balancer cannot be attached to multiple subnets in the same Availability Zone",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html", .graph,
            caughtBy: "balancer-twice-in-zone"
        ) {
            town
            gate
            bridge(internal: true, town.privateSubnets + [town.publicSubnets[0]])  // mistake
        } legal: {
            town
            gate
            bridge(internal: true, town.privateSubnets)
        }
    }

    private static var privateBalancer: Mistake {
        Mistake(
            "Clients cannot connect to an internet-facing load balancer: its subnets have no route to an internet gateway",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
            .graph, caughtBy: "balancer-in-private-subnet"
        ) {
            town
            gate
            bridge(town.privateSubnets)  // mistake
        } legal: {
            town
            gate
            bridge(town.publicSubnets)
        }
    }

    private static var groupInOneZone: Mistake {
        Mistake(
            "DBSubnetGroupDoesNotCoverEnoughAZs: add subnets to cover at least 2 Availability Zones",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html", .graph,
            caughtBy: "subnet-group-in-one-zone"
        ) {
            town
            RDS.DBSubnetGroup("subnets", description: "One", subnets: [town.privateSubnets[0]])  // mistake
        } legal: {
            town
            RDS.DBSubnetGroup("subnets", description: "Two", subnets: town.privateSubnets)
        }
    }

    private static let small = Network("shop", cidr: "10.0.0.0/20", zones: .tokyo(.a, .c), natGateways: .single)
    private static let yard = FargateCluster("cluster")

    private static func workers(_ count: Int, line: Int = #line) -> FargateService {
        FargateService("api", in: small, cluster: yard, size: .quarterCPU(.half), line: line) {
            Container("api", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: 80)
        }
        .tasks(count)
    }

    private static var tooManyTasks: Mistake {
        Mistake(
            "RESOURCE:ENI: subnet has insufficient IP addresses available",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html", .graph,
            caughtBy: "tasks-without-room"
        ) {
            small
            yard
            workers(20)  // mistake
            Connection(from: workers(20), to: Internet())
        } legal: {
            small
            yard
            workers(5)
            Connection(from: workers(5), to: Internet())
        }
    }

    private static func endpoint(in vpc: EC2.VPC, line: Int = #line) -> EC2.VPCEndpoint {
        EC2.VPCEndpoint(
            "logs", in: vpc.id, service: "com.amazonaws.ap-northeast-1.logs",
            access: .interface(
                subnets: [EC2.Subnet("one", in: vpc.id, cidr: "10.0.1.0/24", zone: Region.tokyo.zone("a")).id],
                securityGroups: [EC2.SecurityGroup("endpoints", in: vpc.id, description: "Endpoints").id],
                privateDNS: true), line: line)
    }

    private static var deafNetwork: Mistake {
        Mistake(
            "InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames",
            "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html", .graph,
            caughtBy: "private-names-unresolved"
        ) {
            vpc.overriding { row("enable_dns_hostnames", "EnableDnsHostnames", false) }
            subnet("one", "10.0.1.0/24")
            EC2.SecurityGroup("endpoints", in: vpc.id, description: "Endpoints")
            endpoint(in: vpc)  // mistake
        } legal: {
            vpc
            subnet("one", "10.0.1.0/24")
            EC2.SecurityGroup("endpoints", in: vpc.id, description: "Endpoints")
            endpoint(in: vpc)
        }
    }
}
