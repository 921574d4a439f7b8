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
    var frames: [String: Int] = [:]
    /// The boxes that stand for several.
    private var groups: [String: Int] = [:]
    /// The frame of each subnet.
    var strips: [Name: Int] = [:]

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
        // The shorter a name of a host, the more people know it.
        if sorts[index].glyph == .names { titles.sort { ($0.utf8.count, $0) < ($1.utf8.count, $1) } }
        let isCounted = sorts[index].glyph != .names && sorts[index].glyph != .pipeline
        let title = titles.count == 1 ? titles[0] : isCounted ? "\(titles.count) \(plural)" : titles[0]
        let rest = isCounted ? withoutCommonWord(titles) : Array(titles.dropFirst())
        picture.boxes[index] = Picture.Box(
            glyph: box.glyph, kind: box.kind, title: sorts[index].glyph == .pipeline ? plural : title,
            detail: titles.count == 1 ? box.detail : rest.joined(separator: ", "), column: box.column, frame: nil,
            names: box.names)
    }

    /// The names of a group, without the word that all of them begin with.
    private func withoutCommonWord(_ titles: [String]) -> [String] {
        let words = Set(titles.map { $0.prefix { $0 != "-" } })
        let prefix =
            titles.allSatisfy { $0.hasPrefix(picture.stack + "-") } ? picture.stack : words.first.map(String.init) ?? ""
        guard words.count == 1, titles.allSatisfy({ $0.hasPrefix(prefix + "-") && !$0.hasPrefix("nat-") }) else {
            return titles
        }
        return titles.map { String($0.dropFirst(prefix.count + 1)) }
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
