import TerraneCore

extension Checks {
    /// Afterwards each route has one destination and one target, no table has two routes to one destination, and no subnet
    /// follows two tables.
    static func checkRoutes(_ inventory: Inventory) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var seen: [Destination: Inventory.Item] = [:]
        for route in inventory.all("aws_route") where route.node.options.forEach == nil {
            if targets.allSatisfy({ route[$0].isAbsent }) { problems.append(.routeToNowhere(route)) }
            guard let table = inventory.target(of: route, "route_table_id"),
                let range = route["destination_cidr_block"].text
            else { continue }
            problems += check(route, to: range, in: table, inventory)
            let destination = Destination(table: table.name, range: range)
            if let first = seen[destination] {
                problems.append(.routeTwice(route, range, table, first))
            } else {
                seen[destination] = route
            }
        }
        return problems + checkAssociations(inventory)
    }

    private struct Destination: Hashable {
        let table: Name
        let range: String
    }

    private static func check(
        _ route: Inventory.Item, to range: String, in table: Inventory.Item, _ inventory: Inventory
    ) -> [Diagnostic] {
        guard let network = inventory.target(of: table, "vpc_id") else { return [] }
        if let block = AddressBlock(range), inventory.blocks(of: network)?.contains(block) == true,
            !route["nat_gateway_id"].isAbsent || !route["gateway_id"].isAbsent
                || !route["vpc_peering_connection_id"].isAbsent
        {
            return [.routeToOwnNetwork(route, range, network)]
        }
        guard let gateway = inventory.target(of: route, "gateway_id"), gateway.type == "aws_internet_gateway",
            let attached = inventory.attachedNetwork(of: gateway), attached != network.name
        else { return [] }
        return [.gatewayOfAnotherNetwork(route, gateway, network)]
    }

    private static func checkAssociations(_ inventory: Inventory) -> [Diagnostic] {
        var first: [Name: Inventory.Item] = [:]
        return inventory.all("aws_route_table_association").compactMap { association in
            guard association.node.options.forEach == nil,
                let subnet = inventory.target(of: association, "subnet_id")
            else { return nil }
            if let table = inventory.target(of: association, "route_table_id"),
                let one = inventory.target(of: table, "vpc_id"), let other = inventory.target(of: subnet, "vpc_id"),
                one.name != other.name
            {
                return .tableOfAnotherNetwork(association, table, subnet)
            }
            defer { first[subnet.name] = first[subnet.name] ?? association }
            return first[subnet.name].map { .subnetWithTwoTables(association, subnet, $0) }
        }
    }

    private static let targets = [
        "gateway_id", "nat_gateway_id", "vpc_peering_connection_id", "transit_gateway_id", "vpc_endpoint_id",
        "network_interface_id", "egress_only_gateway_id", "carrier_gateway_id", "core_network_arn", "local_gateway_id",
    ]
}

extension Diagnostic {
    fileprivate static func routeToNowhere(_ route: Inventory.Item) -> Diagnostic {
        .error(
            "route '\(route.name)' leads nowhere", help: "A route names exactly one target, such as `nat_gateway_id`.",
            at: route.source)
    }

    fileprivate static func routeTwice(
        _ route: Inventory.Item, _ range: String, _ table: Inventory.Item, _ first: Inventory.Item
    ) -> Diagnostic {
        .error(
            "route '\(route.name)' is the second one to \(range) in '\(table.name)'",
            help: "A table has one route to a destination: take one away.", at: route.source,
            notes: [Note("'\(first.name)' is here", at: first.source)])
    }

    /// "Route priority", Amazon VPC User Guide.
    fileprivate static func routeToOwnNetwork(
        _ route: Inventory.Item, _ range: String, _ network: Inventory.Item
    ) -> Diagnostic {
        .error(
            "route '\(route.name)' leads \(range), the range of '\(network.name)' itself, out of the network",
            help: "Addresses of the network have a local route, beside which AWS takes none of the same range.",
            at: route.source)
    }

    fileprivate static func gatewayOfAnotherNetwork(
        _ route: Inventory.Item, _ gateway: Inventory.Item, _ network: Inventory.Item
    ) -> Diagnostic {
        .error(
            "route '\(route.name)' of the network '\(network.name)' leads to '\(gateway.name)', the gateway of another",
            help: "A route leads to the Internet gateway that is attached to its own network.", at: route.source,
            notes: [Note("the gateway is here", at: gateway.source)])
    }

    fileprivate static func tableOfAnotherNetwork(
        _ association: Inventory.Item, _ table: Inventory.Item, _ subnet: Inventory.Item
    ) -> Diagnostic {
        .error(
            "subnet '\(subnet.name)' follows route table '\(table.name)' of another network",
            help: "A subnet follows a table of its own network.", at: association.source)
    }

    fileprivate static func subnetWithTwoTables(
        _ association: Inventory.Item, _ subnet: Inventory.Item, _ first: Inventory.Item
    ) -> Diagnostic {
        .error(
            "subnet '\(subnet.name)' is told to follow two route tables",
            help: "A subnet follows one: take the other away.",
            at: association.source, notes: [Note("the first is here", at: first.source)])
    }
}
