import TerraneCore

extension Checks {
    /// Afterwards each NAT gateway has a way out, and each network one Internet gateway.
    static func checkGateways(_ inventory: Inventory, _ model: PacketModel) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for gateway in inventory.all("aws_nat_gateway") {
            guard let name = model.natGateways[gateway.name]?.subnet, let subnet = model.subnets[name],
                let table = model.tables[subnet.table], !table.mayHaveMore
            else { continue }
            let hasWay = table.routes.contains { route in
                if case .block(let block) = route.destination {
                    !block.isPrivate && (route.target == .internetGateway || route.target == .unknown)
                } else {
                    false
                }
            }
            if !hasWay { problems.append(.gatewayWithoutWayOut(gateway, name)) }
        }
        var first: [Name: Inventory.Item] = [:]
        for gateway in inventory.all("aws_internet_gateway") where gateway.node.options.forEach == nil {
            guard let network = inventory.target(of: gateway, "vpc_id") else { continue }
            if let other = first[network.name] { problems.append(.networkWithTwoGateways(gateway, network, other)) }
            first[network.name] = first[network.name] ?? gateway
        }
        return problems
    }

    /// Afterwards a network resolves the names that its interface endpoints take over.
    static func checkPrivateNames(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all("aws_vpc_endpoint").compactMap { endpoint in
            guard endpoint["private_dns_enabled"].flag == true, endpoint["vpc_endpoint_type"].text == "Interface",
                let network = inventory.target(of: endpoint, "vpc_id"), network.type == "aws_vpc"
            else { return nil }
            let support = network["enable_dns_support"].flag ?? network["enable_dns_support"].isAbsent
            let isOff = network["enable_dns_support"].flag == false || !support && !network["enable_dns_support"].isLate
            let hostnames = network["enable_dns_hostnames"]
            guard isOff || hostnames.isAbsent || hostnames.flag == false else { return nil }
            return .privateNamesUnresolved(endpoint, network)
        }
    }
}

extension Diagnostic {
    /// "NAT gateways", Amazon VPC User Guide: a public one stands in a public subnet.
    fileprivate static func gatewayWithoutWayOut(_ gateway: Inventory.Item, _ subnet: Name) -> Diagnostic {
        .error(
            "NAT gateway '\(gateway.name)' stands in subnet '\(subnet)', which has no route to an Internet gateway",
            help: "Put it into a public subnet, or give that subnet a route to the Internet gateway.",
            at: gateway.source)
    }

    fileprivate static func networkWithTwoGateways(
        _ gateway: Inventory.Item, _ network: Inventory.Item, _ other: Inventory.Item
    ) -> Diagnostic {
        .error(
            "network '\(network.name)' is given a second Internet gateway, '\(gateway.name)'",
            help: "A network has one.", at: gateway.source, notes: [Note("the first is here", at: other.source)])
    }

    /// "Access an AWS service using an interface VPC endpoint", AWS PrivateLink Guide.
    fileprivate static func privateNamesUnresolved(_ endpoint: Inventory.Item, _ network: Inventory.Item) -> Diagnostic
    {
        .error(
            "endpoint '\(endpoint.name)' takes over the service's name, but '\(network.name)' does not resolve private names",
            help: "Private DNS needs `enable_dns_support` and `enable_dns_hostnames` of the network.",
            at: endpoint.source,
            notes: [Note("the network is here", at: network.source)])
    }
}
