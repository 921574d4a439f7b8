public import TerraneCore

extension EC2.NetworkACL {
    /// What a network ACL does with traffic: `.allow(.inbound, .tcp(443), .anywhere)`.
    public struct Rule: Hashable, Sendable {
        public enum Action: String, Hashable, Sendable {
            case allow, deny
        }

        public enum Direction: Hashable, Sendable {
            /// Into the subnets, from the range.
            case inbound
            /// Out of the subnets, to the range.
            case outbound
        }

        /// Packets by protocol and the port they are sent to.
        public enum Traffic: Hashable, Sendable {
            case all
            case tcp(PortRange)
            case udp(PortRange)
        }

        public let action: Action
        public let direction: Direction
        public let traffic: Traffic
        public let range: CIDR

        public static func allow(_ direction: Direction, _ traffic: Traffic, _ range: CIDR) -> Rule {
            Rule(action: .allow, direction: direction, traffic: traffic, range: range)
        }

        public static func deny(_ direction: Direction, _ traffic: Traffic, _ range: CIDR) -> Rule {
            Rule(action: .deny, direction: direction, traffic: traffic, range: range)
        }
    }
}

extension EC2.NetworkACL.Rule.Traffic {
    /// As Terraform names the protocol.
    var name: String {
        switch self {
        case .all: "-1"
        case .tcp: "tcp"
        case .udp: "udp"
        }
    }

    /// As CloudFormation names it ("Protocol Numbers", IANA).
    var number: Int {
        switch self {
        case .all: -1
        case .tcp: 6
        case .udp: 17
        }
    }

    var ports: PortRange? {
        switch self {
        case .all: nil
        case .tcp(let ports), .udp(let ports): ports
        }
    }
}

extension PortRange {
    /// The ports that the caller's end of a connection may have, to which answers go. Linux, Windows and the load
    /// balancers of AWS each take another part of this ("Custom network ACLs", Amazon VPC User Guide, "Ephemeral
    /// ports").
    public static let ephemeral = PortRange(1024...65535)
}
