import TerraneCore

extension Wiring {
    /// Of each network the interface endpoints that took over their services' names, by service. A network is left out where
    /// endpoints that are not known may do so too: those of other stacks, and those behind private zones.
    static func endpoints(_ inventory: Inventory) -> [Name: [String: Inventory.Item]] {
        let exported = inventory.exportedNames
        var endpoints: [Name: [String: Inventory.Item]] = [:]
        for network in inventory.all("aws_vpc") where !exported.contains(network.name) {
            endpoints[network.name] = services(in: network, inventory)
        }
        return endpoints
    }

    private static func services(
        in network: Inventory.Item, _ inventory: Inventory
    ) -> [String: Inventory.Item]? {
        var services: [String: Inventory.Item] = [:]
        for referrer in inventory.referrers(of: network) {
            switch referrer.type {
            case "aws_vpc_endpoint" where referrer["vpc_endpoint_type"].text == "Interface":
                guard !referrer["private_dns_enabled"].isAbsent, referrer["private_dns_enabled"].flag != false else {
                    continue
                }
                guard referrer["private_dns_enabled"].flag == true, let service = referrer["service_name"].text else {
                    return nil
                }
                services[service] = referrer
            case "aws_route53_zone", "aws_route53_zone_association", "aws_vpc_dhcp_options_association": return nil
            default: break
            }
        }
        return services
    }
}
