public import TerraneCore

extension Network {
    /// Adds private ways to services of AWS. Interface endpoints stand in the private subnets and answer the whole
    /// network at 443, under the services' usual names.
    public func endpoints(_ endpoints: ServiceEndpoint...) -> Network {
        var copy = self
        copy.endpoints += endpoints
        return copy
    }

    /// The interface endpoints, as one end of a connection: `Connection(from: backend, to: network.serviceEndpoints)`.
    public var serviceEndpoints: ServiceEndpoints {
        ServiceEndpoints(name: endpointGroup.name, group: endpointGroup.id)
    }

    /// S3 as its gateway endpoint sees it, as one end of a connection.
    public var s3: ManagedAddresses { addresses("s3") }

    /// DynamoDB as its gateway endpoint sees it, as one end of a connection.
    public var dynamoDB: ManagedAddresses { addresses("dynamodb") }

    @ContentBuilder var endpointParts: Content {
        services(.gateway).map { gatewayEndpoint($0) }
        if !services(.interface).isEmpty {
            endpointGroup
            EC2.IngressRule(
                name / "endpoints-from-network", into: endpointGroup.id, from: .range(cidr), ports: 443,
                description: "From the network")
            services(.interface).map { interfaceEndpoint($0) }
        }
    }

    func gatewayEndpoint(_ service: String) -> EC2.VPCEndpoint {
        EC2.VPCEndpoint(
            name / service, in: network.id, service: "com.amazonaws.\(Deployment.region).\(service)",
            access: .gateway(routeTables: zones.letters.map { privateRoutes($0).id })
        ).tag("Name", (name / service).dashed)
    }

    private func interfaceEndpoint(_ service: String) -> EC2.VPCEndpoint {
        let part = name / "\(service.split(separator: ".").joined(separator: "-"))-endpoint"
        return EC2.VPCEndpoint(
            part, in: network.id, service: "com.amazonaws.\(Deployment.region).\(service)",
            access: .interface(subnets: privateSubnets, securityGroups: [endpointGroup.id], privateDNS: true)
        ).tag("Name", part.dashed)
    }

    private var endpointGroup: EC2.SecurityGroup {
        let part = name / "endpoints"
        return EC2.SecurityGroup(part, in: vpc, description: "Endpoints of \(name.dashed)").tag("Name", part.dashed)
    }

    /// Each service once, however many intents name it.
    private func services(_ access: ServiceEndpoint.Access) -> [String] {
        var seen: Set<String> = []
        return endpoints.filter { $0.access == access }.flatMap(\.services).filter { seen.insert($0).inserted }
    }

    private func addresses(_ service: String) -> ManagedAddresses {
        ManagedAddresses(
            name / "\(service)-addresses", listName: "com.amazonaws.\(Deployment.region).\(service)",
            file: source.file, line: source.line)
    }
}

/// The interface endpoints of a network, which share a security group.
public struct ServiceEndpoints: Connectable {
    public let name: Name
    let group: Value<EC2.SecurityGroup.ID>

    public var peer: EC2.TrafficPeer { .securityGroup(group) }
    public var listeningPorts: PortRange? { 443 }
}
