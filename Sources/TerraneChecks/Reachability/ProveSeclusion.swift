import TerraneCore

extension Checks {
    /// Afterwards no database and no cache can be called from the Internet by anyone.
    static func proveSeclusion(_ wiring: Wiring) -> [Diagnostic] {
        stores.flatMap(wiring.inventory.all).compactMap { store in
            guard let port = port(of: store) else { return nil }
            for place in wiring.places(of: store) {
                if case .yes(let path) = wiring.model.path(from: .internet, to: place, port: port) {
                    return .storeOpenToInternet(store, port, Opening(path), wiring)
                }
            }
            return nil
        }
    }

    /// Afterwards somebody on the Internet reaches each load balancer that faces it.
    static func proveDoors(_ wiring: Wiring) -> [Diagnostic] {
        wiring.inventory.all("aws_lb").compactMap { balancer in
            let ports = wiring.inventory.referrers(of: balancer).filter { $0.type == "aws_lb_listener" }
                .compactMap { $0["port"].integer }
            let isPublic = wiring.interfaces[balancer.name]?.first?.isPublic == true
            guard isPublic, let first = ports.first else { return nil }
            let blockers = ports.compactMap {
                wiring.blocker(from: [.internet], to: wiring.places(of: balancer), ports: $0...$0)
            }
            guard blockers.count == ports.count, let blocker = blockers.first else { return nil }
            return .doorClosed(balancer, Obstacle(blocker: blocker, port: first, wiring: wiring))
        }
    }

    private static let stores = [
        "aws_db_instance", "aws_rds_cluster", "aws_elasticache_replication_group", "aws_elasticache_cluster",
    ]

    /// "Default port" of the engine ("CreateDBInstance", Amazon RDS API Reference), unless another is given.
    private static func port(of store: Inventory.Item) -> Int? {
        if !store["port"].isAbsent { return store["port"].integer }
        switch store["engine"].text {
        case "postgres", "aurora-postgresql": return 5432
        case "mysql", "mariadb", "aurora-mysql": return 3306
        case "redis", "valkey": return 6379
        default: return nil
        }
    }
}

/// The elements that let the Internet in.
private struct Opening {
    var group: Name?
    var table: Name?

    init(_ path: PacketModel.Path) {
        for step in path {
            switch step {
            case .group(let name, _): group = name
            case .route(let name, _): table = name
            case .list: break
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func storeOpenToInternet(
        _ store: Inventory.Item, _ port: Int, _ opening: Opening, _ wiring: Wiring
    ) -> Diagnostic {
        let elements = [
            opening.group.map { "security group '\($0)' lets everyone in" },
            opening.table.map { "route table '\($0)' leads to an Internet gateway" }, "it has a public address",
        ].compactMap(\.self)
        let group = opening.group.flatMap { wiring.inventory[$0] }
        return .warning(
            "anyone on the Internet can connect to '\(store.name)' at port \(port): \(elements.joined(separator: ", "))",
            help: "Put it into private subnets, without a public address, and let in only what needs it with a "
                + "`Connection`.", at: store.source,
            notes: group.map { [Note("'\($0.name)' is here", at: $0.source)] } ?? [])
    }

    fileprivate static func doorClosed(_ balancer: Inventory.Item, _ obstacle: Obstacle) -> Diagnostic {
        .warning(
            "nobody on the Internet reaches load balancer '\(balancer.name)', which faces it: \(obstacle.text)",
            help: "Open its listeners' ports to those who may come, or make it internal.", at: balancer.source,
            notes: obstacle.notes)
    }
}
