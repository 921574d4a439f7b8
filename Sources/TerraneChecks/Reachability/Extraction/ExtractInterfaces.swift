import TerraneCore

/// What of a stack has network interfaces, and which.
struct Wiring: Sendable {
    typealias Interface = PacketModel.Interface

    let inventory: Inventory
    let model: PacketModel
    /// The interfaces of each thing, one for each of the subnets that are known.
    private(set) var interfaces: [Name: [Interface]] = [:]
    /// The things behind each security group.
    private(set) var members: [Name: [Inventory.Item]] = [:]
    /// Of each network the endpoints that answer under their services' names; nothing where that is not known.
    let endpoints: [Name: [String: Inventory.Item]]

    init(_ inventory: Inventory) {
        self.inventory = inventory
        model = inventory.packetModel
        endpoints = Wiring.endpoints(inventory)
        guard !model.subnets.isEmpty else { return }
        for kind in Kind.all {
            for item in inventory.all(kind.type) { add(item, kind) }
        }
    }

    private mutating func add(_ item: Inventory.Item, _ kind: Kind) {
        guard item.node.options.forEach == nil, kind.isOne(item) else { return }
        var interface = Interface(subnet: item.name, groups: [])
        for value in item.values(kind.groups).flatMap(\.elements) {
            if let group = inventory.target(of: value), model.groups[group.name] != nil {
                interface.groups.append(group.name)
            } else {
                interface.hasUnknownGroups = true
            }
        }
        // Whatever names no group is in the network's default one.
        if interface.groups.isEmpty { interface.hasUnknownGroups = true }
        interface.isPublic = kind.isPublic(item, inventory)
        interface.answerPorts = kind.answerPorts
        interfaces[item.name] = subnets(of: item, kind).filter { model.subnets[$0] != nil }.map { subnet in
            var copy = interface
            copy.subnet = subnet
            return copy
        }
        for group in Set(interface.groups) { members[group, default: []].append(item) }
    }

    private func subnets(of item: Inventory.Item, _ kind: Kind) -> [Name] {
        let holder = kind.subnetGroup.map { inventory.target(of: item, $0) } ?? item
        return holder?.values(kind.subnets).flatMap(\.elements).compactMap { inventory.target(of: $0)?.name } ?? []
    }

    /// The places of a thing.
    func places(of item: Inventory.Item) -> [PacketModel.Place] {
        interfaces[item.name, default: []].map { .interface($0) }
    }
}

/// How a type says where its interfaces are.
private struct Kind: Sendable {
    let type: String
    var subnets: String
    var groups: String
    /// Where it names a group of subnets instead.
    var subnetGroup: String?
    var answerPorts = PacketModel.Interface.linux
    var isOne: @Sendable (Inventory.Item) -> Bool = { _ in true }
    /// Nil when that is not known.
    var isPublic: @Sendable (Inventory.Item, Inventory) -> Bool? = { _, _ in false }

    static let all = [
        task("aws_ecs_service", "network_configuration"),
        task("aws_scheduler_schedule", "target/ecs_parameters/network_configuration"),
        Kind(
            type: "aws_lb", subnets: "subnets", groups: "security_groups",
            answerPorts: PacketModel.Interface.balancer,
            isOne: { $0["load_balancer_type"].text ?? "application" == "application" },
            isPublic: { item, _ in item["internal"].isAbsent ? true : item["internal"].flag.map { !$0 } }),
        Kind(
            type: "aws_vpc_endpoint", subnets: "subnet_ids", groups: "security_group_ids",
            isOne: { $0["vpc_endpoint_type"].text == "Interface" }),
        Kind(
            type: "aws_db_instance", subnets: "subnet_ids", groups: "vpc_security_group_ids",
            subnetGroup: "db_subnet_group_name", isPublic: { item, _ in flag(item, "publicly_accessible") }),
        Kind(
            type: "aws_rds_cluster", subnets: "subnet_ids", groups: "vpc_security_group_ids",
            subnetGroup: "db_subnet_group_name",
            isPublic: { cluster, inventory in
                let instances = inventory.referrers(of: cluster).filter { $0.type == "aws_rds_cluster_instance" }
                let flags = instances.map { flag($0, "publicly_accessible") }
                return flags.contains(true) ? true : flags.contains(nil) ? nil : false
            }),
        Kind(
            type: "aws_elasticache_replication_group", subnets: "subnet_ids", groups: "security_group_ids",
            subnetGroup: "subnet_group_name"),
        Kind(
            type: "aws_elasticache_cluster", subnets: "subnet_ids", groups: "security_group_ids",
            subnetGroup: "subnet_group_name"),
        Kind(
            type: "aws_lambda_function", subnets: "vpc_config/subnet_ids", groups: "vpc_config/security_group_ids"),
        Kind(
            type: "aws_instance", subnets: "subnet_id", groups: "vpc_security_group_ids",
            answerPorts: PacketModel.Interface.balancer,
            isPublic: { item, _ in item["associate_public_ip_address"].flag }),
    ]

    private static func task(_ type: String, _ path: String) -> Kind {
        Kind(
            type: type, subnets: "\(path)/subnets", groups: "\(path)/security_groups",
            isPublic: { item, _ in flag(item, "\(path)/assign_public_ip") })
    }

    /// False unless it is given.
    private static func flag(_ item: Inventory.Item, _ path: String) -> Bool? {
        item[path].isAbsent ? false : item[path].flag
    }
}
