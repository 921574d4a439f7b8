import Terrane

extension Mistake {
    static var network: [Mistake] {
        [
            malformedRange, hugeRange, reservedRange, subnetOutside, subnetsOverlapping, peersOverlapping, foreignZone,
            missingZone,
        ]
            + routing + placing
    }

    static let vpc = EC2.VPC("net", cidr: "10.0.0.0/16")

    static func subnet(_ name: Name, _ cidr: CIDR, _ zone: String = "a", line: Int = #line) -> EC2.Subnet {
        EC2.Subnet(name, in: vpc.id, cidr: cidr, zone: Region.tokyo.zone(zone), line: line)
    }

    private static var malformedRange: Mistake {
        Mistake(
            "The CIDR '10.2.0.0/99' is invalid",
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
            .element, caughtBy: "malformed"
        ) {
            Network("third", cidr: "10.2.0.0/99", zones: .tokyo(.a, .c))  // mistake
        } legal: {
            Network("third", cidr: "10.2.0.0/16", zones: .tokyo(.a, .c))
        }
    }

    private static var hugeRange: Mistake {
        Mistake(
            "InvalidVpc.Range: The CIDR '10.0.0.0/8' is invalid",
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html", .graph, caughtBy: "range-size"
        ) {
            EC2.VPC("net", cidr: "10.0.0.0/8")  // mistake
        } legal: {
            EC2.VPC("net", cidr: "10.0.0.0/16")
        }
    }

    private static var reservedRange: Mistake {
        Mistake(
            "InvalidParameterValue: the range is reserved",
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html", .graph, caughtBy: "range-reserved"
        ) {
            EC2.VPC("net", cidr: "169.254.0.0/16")  // mistake
        } legal: {
            EC2.VPC("net", cidr: "172.16.0.0/16")
        }
    }

    private static var subnetOutside: Mistake {
        Mistake(
            "InvalidSubnet.Range: The CIDR '10.1.1.0/24' is invalid",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html", .graph,
            caughtBy: "subnet-outside-network"
        ) {
            vpc
            subnet("one", "10.1.1.0/24")  // mistake
        } legal: {
            vpc
            subnet("one", "10.0.1.0/24")
        }
    }

    private static var subnetsOverlapping: Mistake {
        Mistake(
            "InvalidSubnet.Conflict: The CIDR '10.0.1.128/25' conflicts with another subnet",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html", .graph,
            caughtBy: "subnets-overlap"
        ) {
            vpc
            subnet("one", "10.0.1.0/24")
            subnet("two", "10.0.1.128/25", "c")  // mistake
        } legal: {
            vpc
            subnet("one", "10.0.1.0/25")
            subnet("two", "10.0.1.128/25", "c")
        }
    }

    private static var peersOverlapping: Mistake {
        Mistake(
            "The peering fails: failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range",
            "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html", .graph,
            caughtBy: "peer-ranges-overlap"
        ) {
            vpc
            EC2.VPC("data", cidr: "10.0.128.0/20")
            EC2.PeeringConnection("peers", from: vpc.id, to: EC2.VPC("data", cidr: "10.0.128.0/20").id)  // mistake
        } legal: {
            vpc
            EC2.VPC("data", cidr: "10.1.0.0/16")
            EC2.PeeringConnection("peers", from: vpc.id, to: EC2.VPC("data", cidr: "10.1.0.0/16").id)
        }
    }

    private static var foreignZone: Mistake {
        Mistake(
            "InvalidParameterValue: Value (us-west-2a) for parameter availabilityZone is invalid",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html", .graph,
            caughtBy: "zone-elsewhere"
        ) {
            vpc
            EC2.Subnet("one", in: vpc.id, cidr: "10.0.1.0/24", zone: Region.oregon.zone("a"))  // mistake
        } legal: {
            vpc
            EC2.Subnet("one", in: vpc.id, cidr: "10.0.1.0/24", zone: Region.tokyo.zone("a"))
        }
    }

    private static var missingZone: Mistake {
        Mistake(
            "InvalidParameterValue: Value (ap-northeast-1f) for parameter availabilityZone is invalid",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html", .graph,
            caughtBy: "zone-unknown"
        ) {
            vpc
            subnet("one", "10.0.1.0/24", "f")  // mistake
        } legal: {
            vpc
            subnet("one", "10.0.1.0/24", "d")
        }
    }
}
