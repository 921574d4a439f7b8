import TerraneChecks
import TerraneCore

extension PictureDrawing {
    /// Who talks to whom, in the order of a request: from the Internet to what answers it, and on to the data.
    mutating func drawLines() {
        drawFlows()
        drawTargets()
        drawDelivery()
        drawNames()
        drawPartners()
        drawUses()
        drawEgress()
        drawEntries()
        drawDeployment()
        drawGateways()
    }

    mutating func connect(_ from: Int?, _ to: Int?, _ kind: Picture.Line.Kind, _ label: String = "") {
        guard let from, let to, from != to else { return }
        if let known = picture.lines.firstIndex(where: { $0.from == from && $0.to == to }) {
            let labels = picture.lines[known].label.split(separator: ", ").map(String.init)
            if !label.isEmpty, !labels.contains(label) {
                picture.lines[known].label = (labels + [label]).joined(separator: ", ")
            }
        } else {
            picture.lines.append(Picture.Line(from: from, to: to, kind: kind, label: label))
        }
    }

    func box(of item: Inventory.Item?) -> Int? {
        guard let item, case .box(let box)? = places.place(of: item) else { return nil }
        return box
    }

    func box(of expression: Expression) -> Int? { box(of: inventory.target(of: expression)) }

    // MARK: Declared traffic

    private mutating func drawFlows() {
        for flow in inventory.graph.flows {
            guard let from = box(of: flow.client, flow.clientName), let to = box(of: flow.server, flow.serverName)
            else {
                continue
            }
            connect(from, to, .traffic, flow.ports.label)
        }
    }

    private func box(of end: Flow.End, _ name: Name) -> Int? {
        if case .group(let expression) = end, let found = box(of: expression) { return found }
        return box(of: inventory[name])
    }

    /// From a balancer to what its target groups send requests to.
    private mutating func drawTargets() {
        for service in inventory.all("aws_ecs_service") {
            for part in service.parts("load_balancer") {
                guard let group = part.values("target_group_arn").first.flatMap(inventory.target(of:)) else { continue }
                let label = part["container_port"].integer.map(String.init) ?? ""
                for listener in inventory.referrers(of: group) where listener.type.hasPrefix("aws_lb_listener") {
                    let balancer = box(of: listener)
                    let isKnown = picture.lines.contains { $0.from == balancer && $0.to == boxes[service.name] }
                    if !isKnown { connect(balancer, boxes[service.name], .traffic, label) }
                }
            }
        }
    }

    // MARK: The edge

    private mutating func drawDelivery() {
        for distribution in inventory.all("aws_cloudfront_distribution") {
            for origin in distribution.values("origin/domain_name") {
                connect(
                    boxes[distribution.name], front(of: box(of: inventory.origin(origin, of: distribution))), .traffic)
            }
        }
    }

    /// The firewall before a box, if it has one.
    func front(of box: Int?) -> Int? {
        guard let box else { return nil }
        let firewalls = picture.boxes.indices.filter { picture.boxes[$0].glyph == .firewall }
        return firewalls.first { protects($0, box) } ?? box
    }

    func protects(_ firewall: Int, _ box: Int) -> Bool {
        guard let item = inventory[picture.boxes[firewall].names[0]] else { return false }
        return inventory.referrers(of: item).contains { referrer in
            switch referrer.type {
            case "aws_wafv2_web_acl_association":
                referrer.values("resource_arn").contains { self.box(of: $0) == box }
            case "aws_cloudfront_distribution": boxes[referrer.name] == box
            default: false
            }
        }
    }

    private mutating func drawNames() {
        for record in inventory.all("aws_route53_record") {
            guard let names = boxes[record.name], let target = record.values("alias/name").first else { continue }
            connect(names, box(of: target), .support)
        }
    }

    // MARK: Data

    /// From the private endpoint of a partner to what it leads to.
    private mutating func drawPartners() {
        for link in inventory.all("mongodbatlas_privatelink_endpoint_service") {
            let project = inventory.target(of: link, "project_id")
            let endpoint = link.values("endpoint_service_id").first.flatMap { box(of: $0) }
            for cluster in inventory.all("mongodbatlas_advanced_cluster")
            where inventory.target(of: cluster, "project_id")?.name == project?.name {
                connect(endpoint, boxes[cluster.name], .traffic)
            }
        }
    }

    /// What a service, a function or a bucket names among what stores or carries data.
    private mutating func drawUses() {
        let users: Set<Glyph> = [.service, .function, .schedule, .instance, .bucket]
        let used: Set<Glyph> = [.bucket, .queue, .function]
        let references = inventory.graph.facts.references
        for index in inventory.items.indices {
            guard case .box(let user)? = places[index], users.contains(picture.boxes[user].glyph) else { continue }
            for target in references[index] {
                guard case .box(let box)? = places[target], used.contains(picture.boxes[box].glyph),
                    boxes[inventory.items[target].name] == box
                else { continue }
                let isCopy = picture.boxes[user].glyph == .bucket && picture.boxes[box].glyph == .bucket
                connect(user, box, isCopy ? .support : .traffic)
            }
        }
    }

    // MARK: The world outside

    private mutating func addEntry(_ glyph: Glyph, _ kind: String, _ title: String, _ detail: String) -> Int {
        picture.boxes.append(
            Picture.Box(glyph: glyph, kind: kind, title: title, detail: detail, column: .entry, frame: nil, names: []))
        return picture.boxes.count - 1
    }

    private mutating func internet() -> Int {
        picture.boxes.firstIndex { $0.glyph == .internet } ?? addEntry(.internet, "Users and services", "Internet", "")
    }

    private mutating func drawEntries() {
        for distribution in inventory.all("aws_cloudfront_distribution") {
            guard let box = boxes[distribution.name] else { continue }
            enter(box, "443")
        }
        for balancer in inventory.all("aws_lb") where balancer["internal"].flag != true {
            guard let box = boxes[balancer.name] else { continue }
            let isBehindDelivery = picture.lines.contains {
                picture.boxes[$0.from].glyph == .delivery && ($0.to == box || $0.to == front(of: box))
            }
            let listeners = inventory.referrers(of: balancer).filter { $0.type == "aws_lb_listener" }
            let ports = Set(listeners.compactMap { $0["port"].integer }).intersection(Set([80, 443])).sorted()
            if isBehindDelivery, refusesOthers(balancer, listeners) {
                connectFirewall(of: box)
            } else {
                enter(box, ports.map(String.init).joined(separator: ", "))
            }
        }
        for index in picture.boxes.indices where picture.boxes[index].kind == "API Gateway" { enter(index, "443") }
    }

    /// Whether a balancer answers nobody but those whom a rule of its own knows, or lets nobody else in.
    private func refusesOthers(_ balancer: Inventory.Item, _ listeners: [Inventory.Item]) -> Bool {
        let answers = listeners.map { $0["default_action/type"].text }.filter { $0 != "redirect" }
        if !answers.isEmpty, answers.allSatisfy({ $0 == "fixed-response" }) { return true }
        let groups = Set(
            balancer.values("security_groups").flatMap(\.members).compactMap { inventory.target(of: $0)?.name })
        return !inventory.all("aws_vpc_security_group_ingress_rule").contains { rule in
            rule["cidr_ipv4"].text == "0.0.0.0/0"
                && inventory.target(of: rule, "security_group_id").map { groups.contains($0.name) } == true
        }
    }

    private mutating func enter(_ box: Int, _ ports: String) {
        connect(internet(), front(of: box), .traffic, ports)
        connectFirewall(of: box)
    }

    private mutating func connectFirewall(of box: Int) {
        if let firewall = front(of: box), firewall != box { connect(firewall, box, .traffic) }
    }

    private mutating func drawEgress() {
        for flow in inventory.graph.flows {
            guard case .range(let range) = flow.server, range.description == "0.0.0.0/0",
                let client = box(of: flow.client, flow.clientName)
            else { continue }
            let gateway = picture.boxes.indices.first {
                picture.boxes[$0].glyph == .nat && network(of: $0) == network(of: client)
            }
            connect(client, gateway ?? internet(), .egress, flow.ports.label)
            if gateway != nil { connect(gateway, internet(), .egress) }
        }
    }

    func network(of box: Int) -> Int? {
        picture.ancestors(of: picture.boxes[box].frame).first { picture.frames[$0].kind.isNetwork }
    }

    private mutating func drawDeployment() {
        guard let pipeline = picture.boxes.firstIndex(where: { $0.glyph == .pipeline }) else { return }
        for index in picture.boxes.indices where picture.boxes[index].glyph == .registry {
            connect(pipeline, index, .support)
        }
    }

    private mutating func drawGateways() {
        let joined = Set(
            inventory.all("aws_vpn_connection").compactMap { inventory.target(of: $0, "vpn_gateway_id")?.name })
        for index in picture.boxes.indices
        where picture.boxes[index].glyph == .vpn && picture.boxes[index].names.contains(where: joined.contains) {
            connect(addEntry(.vpn, "Remote network", "Office", "over VPN"), index, .support)
        }
    }
}

extension ClosedRange<Int> {
    /// `443`, `1024–65535`, or nothing where every port is meant.
    fileprivate var label: String {
        if lowerBound == upperBound { return String(lowerBound) }
        return lowerBound <= 1 && upperBound == 65535 ? "" : "\(lowerBound)–\(upperBound)"
    }
}
