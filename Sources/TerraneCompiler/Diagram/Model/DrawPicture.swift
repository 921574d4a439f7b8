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
    /// The boxes that stand for several.
    private var groups: [String: Int] = [:]
    /// The frame of each subnet.
    private var strips: [Name: Int] = [:]

    /// How many of a kind are drawn before a box stands for the rest.
    enum Limits {
        static let alike = 6
        static let networks = 3
        static let zones = 6
        static let subnets = 4
    }

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
        let found = inventory.items.compactMap { item in
            ResourceSort(item, in: inventory).flatMap { isPart(item) ? nil : (item: item, sort: $0) }
        }
        var numbers = Dictionary(grouping: found) { crowd($0.item, $0.sort) }.mapValues { (all: $0.count, drawn: 0) }
        for (item, sort) in found {
            let crowd = crowd(item, sort)
            if sort.plural != nil {
                add(item, sort, to: crowd)
            } else if let number = numbers[crowd], number.all > Limits.alike, number.drawn == Limits.alike - 1 {
                add(item, sort, to: crowd, isRest: true)
            } else {
                numbers[crowd]?.drawn += 1
                add(item, sort, to: nil)
            }
        }
        for (index, sort) in sorts.enumerated() {
            if picture.boxes[index].glyph == .more {
                picture.boxes[index].title = "+\(picture.boxes[index].names.count) more"
            } else if let plural = sort.plural {
                nameGroup(index, plural)
            }
        }
    }

    /// What looks alike and stands together.
    private func crowd(_ item: Inventory.Item, _ sort: ResourceSort) -> String {
        let subnet = plan.subnets(of: item).first
        let place =
            subnet.map { plan.isShown($0.network) ? "\($0.network)/\(sort.plural == nil ? $0.tier : "")" : "more" }
            ?? ""
        return "\(sort.kind)/\(item.region)/\(place)"
    }

    /// Adds a box for a resource, or the resource to the box that stands for several.
    private mutating func add(_ item: Inventory.Item, _ sort: ResourceSort, to group: String?, isRest: Bool = false) {
        if let known = group.flatMap({ groups[$0] }) {
            boxes[item.name] = known
            picture.boxes[known].names.append(item.name)
            return
        }
        boxes[item.name] = picture.boxes.count
        if let group { groups[group] = picture.boxes.count }
        picture.boxes.append(isRest ? rest(item, sort) : box(item, sort))
        sorts.append(sort)
    }

    private func rest(_ item: Inventory.Item, _ sort: ResourceSort) -> Picture.Box {
        Picture.Box(
            glyph: .more, kind: sort.kind, title: "", detail: "", column: column(of: sort), frame: nil,
            names: [item.name])
    }

    private func box(_ item: Inventory.Item, _ sort: ResourceSort) -> Picture.Box {
        Picture.Box(
            glyph: sort.glyph, kind: inventory.kind(of: item) ?? sort.kind, title: title(of: item),
            detail: inventory.detail(of: item),
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
        var seen: Set<String> = []
        titles = titles.filter { seen.insert($0).inserted }
        let isCounted = sorts[index].glyph != .names && sorts[index].glyph != .pipeline
        let title = titles.count == 1 ? titles[0] : isCounted ? "\(titles.count) \(plural)" : titles[0]
        let rest = (isCounted ? titles : Array(titles.dropFirst())).map(withoutStack)
        picture.boxes[index] = Picture.Box(
            glyph: box.glyph, kind: box.kind, title: sorts[index].glyph == .pipeline ? plural : title,
            detail: titles.count == 1 ? box.detail : rest.joined(separator: ", "), column: box.column, frame: nil,
            names: box.names)
    }

    private func withoutStack(_ title: String) -> String {
        title.hasPrefix(picture.stack + "-") ? String(title.dropFirst(picture.stack.count + 1)) : title
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
        let count = inventory.items.count
        picture.notes.insert(count == 1 ? "1 resource" : "\(count) resources", at: 0)
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
