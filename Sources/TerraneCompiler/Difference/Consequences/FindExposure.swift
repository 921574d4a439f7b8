import TerraneChecks
import TerraneCore

extension GraphComparison {
    /// Afterwards whatever the Internet can newly enter says so, and so do the rules that let everyone in.
    mutating func findExposure() {
        guard changes.contains(where: \.concernsNetworks) else { return }
        let known = Inventory(older).internetDoors
        let (before, maybe) = (Set(known.filter(\.isSure).map(\.place)), Set(known.map(\.place)))
        let doors = Inventory(newer).internetDoors
        let opened = doors.filter { $0.isSure ? !before.contains($0.place) : !maybe.contains($0.place) }
        for position in changes.indices { findOpenedRules(position, opened) }
        for door in opened { expose(door) }
    }

    private mutating func expose(_ door: InternetDoor) {
        let words =
            door.isSure ? "anyone on the Internet can connect to it" : "someone on the Internet may connect to it"
        guard let node = newer[door.thing] else { return }
        let change =
            positions[door.thing].map { changes[$0] } ?? PendingChange(kind: .touched, older: node, newer: node)
        let certainty: Consequence.Certainty = door.isSure ? .will : .may
        let consequence = Consequence(
            .exposure, terraform: change.terraform(certainty), cloudFormation: change.cloudFormation(certainty),
            "\(words) at \(door.words)", rule: "new-path-from-the-internet",
            authority: "the packets' way through security groups, network ACLs and route tables of the two graphs",
            cause: door.group)
        if let known = positions[door.thing] {
            changes[known].consequences.append(consequence)
        } else {
            append(PendingChange(kind: .touched, older: node, newer: node, consequences: [consequence]))
        }
    }

    // MARK: Rules

    /// A rule that is new, or says something else, and lets everyone in.
    private mutating func findOpenedRules(_ position: Int, _ opened: [InternetDoor]) {
        let change = changes[position]
        guard let node = change.newer, let type = node.type.terraform.typeName else { return }
        let rules = OpenRule.all(in: node, type)
        let before = Set(change.older.map { OpenRule.all(in: $0, type) } ?? [])
        for rule in rules where !before.contains(rule) {
            let isReached = opened.contains { $0.isSure && ($0.group == rule.group || $0.group == node.name) }
            let certainty: Consequence.Certainty = isReached || rule.isTheOnlyOne ? .will : .may
            changes[position].consequences.append(
                Consequence(
                    .exposure, terraform: change.terraform(certainty), cloudFormation: change.cloudFormation(certainty),
                    "it lets everyone on the Internet in at \(rule.words)", rule: "group-opened",
                    authority: rule.authority, property: rule.path, cause: rule.group))
        }
    }
}

extension PendingChange {
    /// Whether it may be about who can connect to whom.
    fileprivate var concernsNetworks: Bool {
        guard let name = type?.terraform.typeName else { return false }
        return (kind == .removed ? PendingChange.barriers : PendingChange.networkTypes).contains(name)
    }

    /// What may keep packets out as long as it is there.
    private static let barriers: Set = [
        "aws_network_acl", "aws_network_acl_rule", "aws_network_acl_association", "aws_route_table_association",
    ]

    private static let networkTypes: Set = [
        "aws_vpc_security_group_ingress_rule", "aws_security_group_rule", "aws_security_group", "aws_route",
        "aws_route_table", "aws_route_table_association", "aws_subnet", "aws_internet_gateway", "aws_network_acl",
        "aws_network_acl_rule", "aws_network_acl_association", "aws_lb", "aws_db_instance", "aws_rds_cluster",
        "aws_rds_cluster_instance", "aws_ecs_service", "aws_instance", "aws_vpc", "aws_main_route_table_association",
        "mongodbatlas_project_ip_access_list",
    ]
}

extension InternetDoor {
    /// What makes it the same door in another revision.
    fileprivate var place: String { "\(thing) \(transport) \(ports)" }

    fileprivate var words: String { OpenRule.words(transport, ports.lowerBound, ports.upperBound) }
}

/// An inbound rule that is for every address there is.
private struct OpenRule: Hashable {
    let path: String
    let words: String
    private(set) var group: Name?
    /// Whether nothing else stands between the Internet and what it is about.
    private(set) var isTheOnlyOne = false
    private(set) var authority = "Security group rules (Amazon VPC User Guide)"

    static func all(in node: ResourceNode, _ type: String) -> [OpenRule] {
        guard types.contains(type) else { return [] }
        let plain = PlainForm(dialect: .terraform, region: node.region, account: nil)
        guard case .object(let fields) = plain(WrittenProperties.object(of: node, in: .terraform)) else { return [] }
        switch type {
        case "aws_vpc_security_group_ingress_rule":
            return rule(fields, ["cidr_ipv4", "cidr_ipv6"], "ip_protocol", at: "", node.name).map { [$0] } ?? []
        case "aws_security_group_rule" where fields.text("type") == "ingress":
            return rule(fields, ["cidr_blocks", "ipv6_cidr_blocks"], "protocol", at: "", node.name).map { [$0] } ?? []
        case "aws_security_group":
            guard case .list(let blocks)? = fields.value("ingress") else { return [] }
            return blocks.compactMap { block in
                guard case .object(let inner) = block else { return nil }
                return rule(inner, ["cidr_blocks", "ipv6_cidr_blocks"], "protocol", at: "ingress/", node.name)
            }
        case "mongodbatlas_project_ip_access_list":
            return rule(fields, ["cidr_block"], "", at: "", node.name).map { [$0.ofAtlas] } ?? []
        default: return []
        }
    }

    /// Clusters have public names, and the list of addresses is all that is asked for before a password.
    private var ofAtlas: OpenRule {
        var rule = self
        (rule.group, rule.isTheOnlyOne) = (nil, true)
        rule.authority = "Configure IP access list entries (MongoDB Atlas documentation)"
        return rule
    }

    private static let types: Set = [
        "aws_vpc_security_group_ingress_rule", "aws_security_group_rule", "aws_security_group",
        "mongodbatlas_project_ip_access_list",
    ]

    private static func rule(
        _ fields: [Expression.Field], _ ranges: [String], _ transport: String, at path: String, _ name: Name
    ) -> OpenRule? {
        let open = ranges.first { range in
            guard let value = fields.value(range) else { return false }
            let texts =
                if case .list(let items) = value { items.compactMap(\.text) } else { [value.text].compactMap(\.self) }
            return texts.contains("0.0.0.0/0") || texts.contains("::/0")
        }
        guard let open else { return nil }
        let (first, last) = (fields.text("from_port").flatMap { Int($0) }, fields.text("to_port").flatMap { Int($0) })
        var group: Name?
        if case .reference(let reference)? = fields.value("security_group_id") { group = reference.target }
        return OpenRule(
            path: path + open, words: words(fields.text(transport) ?? "-1", first ?? 0, last ?? 65535),
            group: group ?? name)
    }

    static func words(_ transport: String, _ first: Int, _ last: Int) -> String {
        if transport == "-1" || (first <= 0 && last >= 65535) { return "every port" }
        return first == last ? "\(transport) \(first)" : "\(transport) \(first) to \(last)"
    }
}

extension [Expression.Field] {
    fileprivate func value(_ key: String) -> Expression? { first { $0.key == key }?.value }
    fileprivate func text(_ key: String) -> String? { value(key)?.scalarText }
}
