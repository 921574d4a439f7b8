import TerraneChecks
import TerraneCore

extension PictureDrawing {
    /// The frames around the boxes, and below them the zones of each network with their subnets.
    mutating func drawFrames() {
        for index in picture.boxes.indices { picture.boxes[index].frame = frame(of: index) }
        drawZones()
        for (index, item) in inventory.items.enumerated() {
            guard case .network(let network) = places[index], boxes[item.name] == nil else { continue }
            let own = strips[item.name] ?? networkFrame(plan.networks[network])
            picture.frames[own].names.append(item.name)
        }
    }

    private mutating func frame(of index: Int) -> Int? {
        guard let item = inventory[picture.boxes[index].names[0]] else { return nil }
        switch sorts[index].place {
        case .outside: return nil
        case .global: return frame("global", .global, "Edge", "all regions", nil)
        case .partner(let name): return frame("partner/\(name)", .partner, name, "", nil)
        case .region: return regionFrame(item.region)
        case .gateway:
            let position = inventory.graph.index[item.name]
            if let position, case .network(let network)? = nearNetwork(position) {
                return networkFrame(plan.networks[network])
            }
            return regionFrame(item.region)
        case .network:
            let home =
                plan.subnets(of: item).first ?? plan.subnets.first { !$0.isPublic && $0.item.region == item.region }
            return home.map { tierFrame($0) } ?? regionFrame(item.region)
        }
    }

    private func nearNetwork(_ position: Int) -> ResourcePlaces.Place? {
        let item = inventory.items[position]
        let around =
            inventory.graph.facts.references[position].map { inventory.items[$0] } + inventory.referrers(of: item)
        for other in around {
            if let network = plan.networks.firstIndex(where: { $0.name == other.name }) { return .network(network) }
            if case .network(let network)? = places.place(of: other) { return .network(network) }
        }
        return plan.networks.isEmpty ? nil : .network(0)
    }

    private mutating func frame(
        _ key: String, _ kind: Picture.Frame.Kind, _ title: String, _ detail: String, _ parent: Int?
    )
        -> Int
    {
        if let known = frames[key] { return known }
        frames[key] = picture.frames.count
        picture.frames.append(Picture.Frame(kind: kind, title: title, detail: detail, parent: parent))
        return picture.frames.count - 1
    }

    private mutating func regionFrame(_ region: Region) -> Int {
        frame("region/\(region)", .region, region.title, region.rawValue, nil)
    }

    private mutating func networkFrame(_ network: Inventory.Item) -> Int {
        let region = regionFrame(network.region)
        guard plan.isShown(network.name) else {
            let hidden = plan.networks.count - Limits.networks
            return frame("networks/\(network.region)", .network, "+\(hidden) networks", "", region)
        }
        return frame(
            "network/\(network.name)", .network, "VPC \(network.name.path.parentPath ?? network.name.path)",
            network["cidr_block"].text ?? "", region)
    }

    private mutating func tierFrame(_ subnet: NetworkPlan.Subnet) -> Int {
        guard let network = inventory[subnet.network] else { return regionFrame(subnet.item.region) }
        let parent = networkFrame(network)
        guard plan.isShown(network.name) else { return parent }
        let title = subnet.tier.prefix(1).uppercased() + subnet.tier.dropFirst() + " subnets"
        return frame(
            "tier/\(subnet.network)/\(subnet.tier)", .tier(isPublic: subnet.isPublic), title, "", parent)
    }

    private mutating func drawZones() {
        let signs = signsBySubnet()
        var zones: [Name: Set<String>] = [:]
        var numbers: [String: Int] = [:]
        for subnet in plan.subnets where plan.isShown(subnet.network) {
            guard let network = inventory[subnet.network] else { continue }
            zones[subnet.network, default: []].insert(subnet.zone)
            let isHidden = zones[subnet.network, default: []].count > Limits.zones
            let parent = networkFrame(network)
            let zone = isHidden ? "Further zones" : "Zone \(subnet.zone)"
            let zoneFrame = frame("zone/\(subnet.network)/\(zone)", .zone, zone, "", parent)
            let columns = columns(of: subnet)
            let place = "strip/\(zoneFrame)/\(columns)"
            numbers[place, default: 0] += 1
            let own = numbers[place, default: 0] <= Limits.subnets ? "strip/\(subnet.item.name)" : place
            let strip = frame(
                own, .subnet(isPublic: subnet.isPublic), String(subnet.item.name.last),
                subnet.item["cidr_block"].text ?? "",
                zoneFrame)
            if own == place {
                let hidden = numbers[place, default: 0] - Limits.subnets
                picture.frames[strip].title = "+\(hidden) more"
                picture.frames[strip].detail = ""
            }
            strips[subnet.item.name] = strip
            picture.frames[strip].signs = signs[subnet.item.name] ?? []
            picture.frames[strip].columns = columns
        }
    }

    private func signsBySubnet() -> [Name: [Glyph]] {
        var signs: [Name: [Glyph]] = [:]
        for item in inventory.items {
            guard let box = boxes[item.name], case .network = sorts[box].place, isInEachSubnet(item) else { continue }
            for subnet in plan.subnets(of: item) where signs[subnet.item.name]?.contains(sorts[box].glyph) != true {
                signs[subnet.item.name, default: []].append(sorts[box].glyph)
            }
        }
        return signs
    }

    /// Whether it is in all subnets that it names, and not in one of them, which AWS chooses.
    private func isInEachSubnet(_ item: Inventory.Item) -> Bool {
        switch item.type {
        case "aws_db_instance": item["multi_az"].flag == true
        case "aws_elasticache_replication_group", "aws_elasticache_cluster":
            CacheNodes(of: item).map { $0.perShard > 1 } ?? false
        default: true
        }
    }

    /// Those that the boxes of its tier stand in.
    private func columns(of subnet: NetworkPlan.Subnet) -> ClosedRange<Int> {
        let tier = frames["tier/\(subnet.network)/\(subnet.tier)"]
        let columns = picture.boxes.filter { tier != nil && $0.frame == tier }.map(\.column.rawValue)
        if let first = columns.min(), let last = columns.max() { return first...last }
        let stores = ["data", "database", "db", "cache"].contains { subnet.tier.hasPrefix($0) }
        let column: Picture.Column = subnet.isPublic ? .door : stores ? .data : .compute
        return column.rawValue...column.rawValue
    }
}
