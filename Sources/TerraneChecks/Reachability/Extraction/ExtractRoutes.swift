import TerraneCore

extension Inventory {
    typealias Route = PacketModel.Route

    /// The route that a block or a resource is: none when it is not about IPv4, nil when its destination is not known.
    func routes(_ part: Part, to destination: String, in network: Name?, of model: PacketModel) -> [Route]? {
        let target = routeTarget(part, in: network, of: model)
        switch part[destination] {
        case .known(let text):
            guard let block = text.text.flatMap({ AddressBlock($0) }) else { return nil }
            return [Route(destination: .block(block), target: target)]
        case .late: return nil
        case .absent:
            guard let list = part.values("destination_prefix_list_id").first else { return [] }
            return listName(list, in: part).map { [Route(destination: .list($0), target: target)] }
        }
    }

    private func routeTarget(_ part: Part, in network: Name?, of model: PacketModel) -> Route.Target {
        if let gateway = part.values("gateway_id").first {
            if part.fact(gateway).text == "local" { return .local }
            guard let item = target(of: gateway), item.type == "aws_internet_gateway", network != nil,
                attachedNetwork(of: item) == network
            else { return .unknown }
            return .internetGateway
        }
        if let name = part.values("nat_gateway_id").first.flatMap(target)?.name, model.natGateways[name] != nil {
            return .natGateway(name)
        }
        if let name = part.values("vpc_peering_connection_id").first.flatMap(target)?.name, model.peerings[name] != nil
        {
            return .peering(name)
        }
        return .unknown
    }

    /// The network of an Internet gateway, which says so itself or has an attachment that does.
    func attachedNetwork(of gateway: Item) -> Name? {
        if let network = target(of: gateway, "vpc_id") { return network.name }
        let attachment = referrers(of: gateway).first { $0.type == "aws_internet_gateway_attachment" }
        return attachment.flatMap { target(of: $0, "vpc_id") }?.name
    }

    /// What a gateway endpoint writes into the tables that it names; nil when its service is not known.
    func routes(toGatewayEndpoint endpoint: Item) -> [Route]? {
        endpoint["service_name"].text.map { [Route(destination: .list($0), target: .gatewayEndpoint)] }
    }

    /// The name of a list of addresses that AWS keeps: `com.amazonaws.ap-northeast-1.s3`. Of other lists it is nil.
    func listName(_ expression: Expression, in part: Part) -> String? {
        if case .lookup(let lookup) = expression.terraformSide, lookup.source.type == "aws_ec2_managed_prefix_list" {
            let names = lookup.source.arguments.rows.compactMap { row -> Expression? in
                if row.terraform == "name", case .value(let name) = row.content { name } else { nil }
            }
            return names.first.flatMap { part.fact($0.terraformSide).text }
        }
        guard let endpoint = target(of: expression), endpoint.type == "aws_vpc_endpoint" else { return nil }
        return endpoint["service_name"].text
    }
}
