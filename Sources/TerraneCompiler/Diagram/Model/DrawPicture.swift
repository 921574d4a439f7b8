import TerraneChecks
public import TerraneCore

extension Picture {
    /// What an architect would draw of a stack. Its references must be resolved.
    public init(of graph: ResourceGraph) {
        var drawing = PictureDrawing(Inventory(graph))
        drawing.draw()
        self = drawing.picture
    }
}

/// A picture in the making: the boxes first, then the frames around them, then the lines between them.
struct PictureDrawing {
    let inventory: Inventory
    let plan: NetworkPlan
    var picture: Picture
    /// For each resource that a box is named for, its box.
    var boxes: [Name: Int] = [:]
    var sorts: [ResourceSort] = []
    var places: ResourcePlaces
    private var frames: [String: Int] = [:]

    init(_ inventory: Inventory) {
        let graph = inventory.graph
        self.inventory = inventory
        plan = NetworkPlan(inventory)
        picture = Picture(
            stack: graph.stack.path, title: "\(graph.stack) · \(graph.environment.name)",
            detail: [graph.region.title, graph.account.map { "account \($0.rawValue)" }].compactMap(\.self)
                .joined(separator: " · "))
        places = ResourcePlaces(inventory, primaries: [])
    }

    mutating func draw() {
        drawBoxes()
        assign()
        drawFrames()
        drawLines()
        describeRest()
    }

    // MARK: Boxes

    private mutating func drawBoxes() {
        var groups: [String: Int] = [:]
        for item in inventory.items {
            guard let sort = ResourceSort(item, in: inventory), !isPart(item) else { continue }
            let group = sort.plural.map { _ in
                "\(sort.kind)/\(item.region)/\(plan.subnets(of: item).first?.network.path ?? "")"
            }
            if let known = group.flatMap({ groups[$0] }) {
                boxes[item.name] = known
                picture.boxes[known].names.append(item.name)
            } else {
                boxes[item.name] = picture.boxes.count
                if let group { groups[group] = picture.boxes.count }
                picture.boxes.append(box(item, sort))
                sorts.append(sort)
            }
        }
        for (index, sort) in sorts.enumerated() { if let plural = sort.plural { nameGroup(index, plural) } }
    }

    private func box(_ item: Inventory.Item, _ sort: ResourceSort) -> Picture.Box {
        Picture.Box(
            glyph: sort.glyph, kind: sort.kind, title: title(of: item), detail: inventory.detail(of: item),
            column: column(of: sort), frame: nil, names: [item.name])
    }

    /// Without what its component calls the one of its parts that does the work.
    private func title(of item: Inventory.Item) -> String {
        let generic: Set<Substring> = [
            "distribution", "bucket", "endpoint", "task", "alb", "provider", "zone", "cluster",
        ]
        guard generic.contains(item.name.last), let parent = item.name.path.parentPath else { return item.name.path }
        return parent
    }

    private func column(of sort: ResourceSort) -> Picture.Column {
        switch sort.place {
        case .outside: .entry
        case .global(let column), .network(let column), .region(let column): column
        case .gateway: .door
        case .partner: .partner
        }
    }

    /// A bucket that a service writes its logs into, and nobody reads but its operators, is a part of the service.
    private func isPart(_ item: Inventory.Item) -> Bool {
        guard item.type == "aws_s3_bucket", item.region == inventory.graph.region,
            let parent = item.name.path.parentPath
        else { return false }
        let users = inventory.referrers(of: item)
        if users.contains(where: { serves($0, item) }) { return false }
        return inventory[Name(parent)] != nil
            || users.contains {
                $0.name.path.parentPath == parent && $0.type != item.type
                    && ResourceSort($0, in: inventory) != nil
            }
    }

    private func serves(_ item: Inventory.Item, _ bucket: Inventory.Item) -> Bool {
        item.values("origin/domain_name").contains { inventory.target(of: $0)?.name == bucket.name }
    }

    /// One box for several: how many there are, and which.
    private mutating func nameGroup(_ index: Int, _ plural: String) {
        let box = picture.boxes[index]
        var titles = box.names.compactMap { inventory[$0] }.map(label)
        titles = titles.enumerated().filter { !titles[..<$0.offset].contains($0.element) }.map(\.element)
        let isCounted = sorts[index].glyph != .names && sorts[index].glyph != .pipeline
        let title = titles.count == 1 ? titles[0] : isCounted ? "\(titles.count) \(plural)" : titles[0]
        let rest = isCounted ? titles : Array(titles.dropFirst())
        picture.boxes[index] = Picture.Box(
            glyph: box.glyph, kind: box.kind, title: sorts[index].glyph == .pipeline ? plural : title,
            detail: titles.count == 1 ? box.detail : rest.joined(separator: ", "), column: box.column, frame: nil,
            names: box.names)
    }

    private func label(_ item: Inventory.Item) -> String {
        switch item.type {
        case "aws_route53_record", "aws_route53_zone": item["name"].text ?? item.name.path
        case "aws_nat_gateway": String(item.name.last)
        default: title(of: item)
        }
    }

    // MARK: Parts

    private mutating func assign() {
        let primaries = inventory.items.map { item -> ResourcePlaces.Place? in
            if let box = boxes[item.name] { return .box(box) }
            return plan.networks.firstIndex { $0.name == item.name }.map { .network($0) }
        }
        places = ResourcePlaces(inventory, primaries: primaries)
        for (index, item) in inventory.items.enumerated() where boxes[item.name] == nil {
            switch places[index] {
            case .box(let box): picture.boxes[box].names.append(item.name)
            case .network: break
            case nil: picture.others.append(item.name)
            }
        }
    }

    // MARK: Frames

    private mutating func drawFrames() {
        for index in picture.boxes.indices { picture.boxes[index].frame = frame(of: index) }
        drawZones()
        for (index, item) in inventory.items.enumerated() {
            guard case .network(let network) = places[index], boxes[item.name] == nil else { continue }
            let own = frames["subnet/\(item.name)"] ?? networkFrame(plan.networks[network])
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
        return frame(
            "network/\(network.name)", .network, "VPC \(network.name.path.parentPath ?? network.name.path)",
            network["cidr_block"].text ?? "", region)
    }

    private mutating func tierFrame(_ subnet: NetworkPlan.Subnet) -> Int {
        guard let network = inventory[subnet.network] else { return regionFrame(subnet.item.region) }
        let parent = networkFrame(network)
        let title = subnet.tier.prefix(1).uppercased() + subnet.tier.dropFirst() + " subnets"
        return frame(
            "tier/\(subnet.network)/\(subnet.tier)", .tier(isPublic: subnet.isPublic), title, "", parent)
    }

    private mutating func drawZones() {
        let signs = signsBySubnet()
        for subnet in plan.subnets {
            guard let network = inventory[subnet.network] else { continue }
            let parent = networkFrame(network)
            let zone = frame("zone/\(subnet.network)/\(subnet.zone)", .zone, "Zone \(subnet.zone)", "", parent)
            let own = frame(
                "subnet/\(subnet.item.name)", .subnet(isPublic: subnet.isPublic), String(subnet.item.name.last),
                subnet.item["cidr_block"].text ?? "", zone)
            picture.frames[own].signs = signs[subnet.item.name] ?? []
            picture.frames[own].columns = columns(of: subnet)
        }
    }

    private func signsBySubnet() -> [Name: [Glyph]] {
        var signs: [Name: [Glyph]] = [:]
        for item in inventory.items {
            guard let box = boxes[item.name], case .network = sorts[box].place else { continue }
            for subnet in plan.subnets(of: item) where signs[subnet.item.name]?.contains(sorts[box].glyph) != true {
                signs[subnet.item.name, default: []].append(sorts[box].glyph)
            }
        }
        return signs
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

    // MARK: The rest

    private mutating func describeRest() {
        let dashboards = inventory.all("aws_cloudwatch_dashboard").count
        if dashboards > 0 { picture.notes.append(dashboards == 1 ? "1 dashboard" : "\(dashboards) dashboards") }
        let hidden = inventory.items.count
        picture.notes.insert("\(hidden) resources in \(picture.boxes.count) boxes", at: 0)
    }
}

extension Region {
    /// `Tokyo` where the code has a name that people say.
    var title: String {
        let cities: [String: String] = [
            "ap-northeast-1": "Tokyo", "ap-northeast-2": "Seoul", "ap-northeast-3": "Osaka",
            "ap-southeast-1": "Singapore", "ap-southeast-2": "Sydney", "ap-south-1": "Mumbai",
            "us-east-1": "N. Virginia", "us-east-2": "Ohio", "us-west-1": "N. California", "us-west-2": "Oregon",
            "ca-central-1": "Canada", "sa-east-1": "São Paulo", "eu-west-1": "Ireland", "eu-west-2": "London",
            "eu-west-3": "Paris", "eu-central-1": "Frankfurt", "eu-north-1": "Stockholm", "eu-south-1": "Milan",
        ]
        return cities[rawValue] ?? rawValue
    }
}
