import TerraneCore

/// Networks as a packet meets them: where addresses are, where tables send it, what lets it pass.
///
/// Nothing in it is late-bound: what is not known says so (`mayHaveMore`, `unknown`), and so the answer to a question is
/// yes, no, or not known.
struct PacketModel: Sendable {
    struct Network: Sendable {
        var blocks: [AddressBlock]
    }

    struct Subnet: Sendable {
        var network: Name
        var block: AddressBlock
        var table: Name
        /// The network ACL around it; nil for the network's default one, which lets everything pass.
        var list: Name?
    }

    struct Table: Sendable {
        var routes: [Route] = []
        /// Whether others may add routes: a virtual private gateway, another stack.
        var mayHaveMore = false
        /// Whether it is the one that a network is born with.
        var isMain = false
    }

    struct Route: Hashable, Sendable {
        enum Destination: Hashable, Sendable {
            case block(AddressBlock)
            /// A list of addresses that AWS keeps: `com.amazonaws.ap-northeast-1.s3`.
            case list(String)
        }

        enum Target: Hashable, Sendable {
            case local
            case internetGateway
            case natGateway(Name)
            case peering(Name)
            case gatewayEndpoint
            case unknown
        }

        var destination: Destination
        var target: Target
    }

    struct NATGateway: Sendable {
        var subnet: Name
    }

    struct Peering: Sendable {
        var networks: Set<Name>
    }

    var networks: [Name: Network] = [:]
    var subnets: [Name: Subnet] = [:]
    var tables: [Name: Table] = [:]
    var lists: [Name: AccessList] = [:]
    var groups: [Name: Group] = [:]
    var natGateways: [Name: NATGateway] = [:]
    var peerings: [Name: Peering] = [:]
}

// MARK: What lets packets pass

extension PacketModel {
    enum Transport: String, Hashable, Sendable {
        case tcp, udp
    }

    enum Direction: Hashable, Sendable {
        case inbound, outbound
    }

    /// Which packets a rule is about, by protocol and the port they are sent to.
    struct Traffic: Hashable, Sendable {
        /// Nil for all.
        var transport: Transport?
        var ports: ClosedRange<Int> = 0...65535

        func matches(_ transport: Transport, _ port: Int) -> Bool {
            self.transport == nil || (self.transport == transport && ports.contains(port))
        }
    }

    /// A network ACL: the lowest number that matches decides, and it forgets what it let pass.
    struct AccessList: Sendable {
        struct Entry: Hashable, Sendable {
            var number: Int
            var direction: Direction
            var allows: Bool
            var traffic: Traffic
            var block: AddressBlock
        }

        /// By number.
        var entries: [Entry] = []
        /// Whether some of its entries are not known.
        var mayHaveMore = false
    }

    /// A security group: what one of its rules lets pass passes, and the answers to it do too.
    struct Group: Sendable {
        enum Peer: Hashable, Sendable {
            case block(AddressBlock)
            case group(Name)
            case list(String)
            case unknown
        }

        struct Rule: Hashable, Sendable {
            var direction: Direction
            var traffic: Traffic
            var peer: Peer
        }

        var rules: [Rule] = []
        /// Whether others may add rules.
        var mayHaveMore = false
    }
}

// MARK: Who sends and receives

extension PacketModel {
    /// A network interface: of a task, a database, a load balancer, an endpoint.
    struct Interface: Hashable, Sendable {
        var subnet: Name
        var groups: [Name]
        /// Whether it has groups besides, whose rules are not known.
        var hasUnknownGroups = false
        /// Nil when that is not known.
        var isPublic: Bool? = false
        /// The ports from which it opens connections, and to which answers come.
        var answerPorts = Interface.linux

        /// What Linux takes, and so Fargate ("Custom network ACLs", Amazon VPC User Guide, "Ephemeral ports").
        static let linux = 32768...60999
        /// What load balancers and NAT gateways take (the same).
        static let balancer = 1024...65535
    }

    /// One end of a question.
    enum Place: Hashable, Sendable {
        case interface(Interface)
        /// Anyone who has a public address.
        case internet
        /// Addresses that nothing more is known of.
        case block(AddressBlock)
        /// The addresses in a list that AWS keeps, which are public.
        case list(String)
    }
}
