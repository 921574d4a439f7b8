public import TerraneCore

/// Everything outside the network, as one end of a connection.
public struct Internet: Connectable {
    public let name: Name = "internet"
    public let listeningPorts: PortRange?

    public init(port: PortRange? = 443) {
        listeningPorts = port
    }

    public var peer: EC2.TrafficPeer { .range(.anywhere) }
}

/// Addresses that are no part of the stack, as one end of a connection: an office, a data centre behind a VPN, another
/// network.
///
///     Connection(from: AddressRange("office", "203.0.113.0/24"), to: database)
public struct AddressRange: Connectable {
    public let name: Name
    public let range: CIDR
    public let listeningPorts: PortRange?

    public init(_ name: Name, _ range: CIDR, port: PortRange? = nil) {
        self.name = name
        self.range = range
        listeningPorts = port
    }

    public var peer: EC2.TrafficPeer { .range(range) }
}

/// Whatever a security group of others stands before, as one end of a connection. Its rules are written too, into their
/// group.
///
///     Connection(from: backend, to: ExistingSecurityGroup("warehouse", id: warehouseGroup.value, port: 5439))
public struct ExistingSecurityGroup: Connectable {
    public let name: Name
    public let id: Value<EC2.SecurityGroup.ID>
    public let listeningPorts: PortRange?

    public init(_ name: Name, id: Value<EC2.SecurityGroup.ID>, port: PortRange? = nil) {
        self.name = name
        self.id = id
        listeningPorts = port
    }

    public var peer: EC2.TrafficPeer { .securityGroup(id) }
}

/// A group that a stack makes by itself is an end of a connection too; where it leads to, `ports:` says.
extension EC2.SecurityGroup: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(id) }
    public var listeningPorts: PortRange? { nil }
}

/// A service of AWS whose addresses AWS keeps in a list, as one end of a connection: S3 behind its gateway endpoint.
///
///     Connection(from: backend, to: network.s3)
public struct ManagedAddresses: Connectable {
    public let name: Name
    public let list: Value<EC2.PrefixListID>
    public let listeningPorts: PortRange?

    /// - parameter listName: `com.amazonaws.ap-northeast-1.s3`
    public init(
        _ name: Name, listName: Value<String>, port: PortRange? = 443, file: String = #fileID, line: Int = #line
    ) {
        self.name = name
        listeningPorts = port
        list = .lookUp(name, "aws_ec2_managed_prefix_list", in: .network, file: file, line: line) {
            argument("name", listName)
        }
    }

    public var peer: EC2.TrafficPeer { .prefixList(list.as()) }
}

extension EC2 {
    /// The identifier of a list of address ranges, `pl-61a54008`.
    public enum PrefixListID: TextSubject, ParameterSubject {}
}
