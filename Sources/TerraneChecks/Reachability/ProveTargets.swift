import TerraneCore

extension Checks {
    /// Afterwards every load balancer reaches its targets, for requests and for health checks.
    static func proveTargets(_ wiring: Wiring) -> [Diagnostic] {
        let declared = Set(wiring.inventory.graph.flows.map(Declared.init))
        return wiring.inventory.all("aws_ecs_service").flatMap { service in
            service.parts("load_balancer").flatMap { part -> [Diagnostic] in
                guard let group = part.values("target_group_arn").first.flatMap(wiring.inventory.target),
                    let port = part["container_port"].integer
                else { return [] }
                return prove(service, group, port, wiring, declared)
            }
        }
    }

    private static func prove(
        _ service: Inventory.Item, _ group: Inventory.Item, _ port: Int, _ wiring: Wiring, _ declared: Set<Declared>
    ) -> [Diagnostic] {
        var ports = [port]
        if let health = group["health_check/port"].integer, health != port { ports.append(health) }
        return wiring.balancers(of: group).flatMap { balancer in
            ports.compactMap { at in
                // What a connection declares is said of the connection.
                if wiring.isDeclared(balancer, service, at, declared) { return nil }
                let blocker = wiring.blocker(
                    from: wiring.places(of: balancer), to: wiring.places(of: service), ports: at...at)
                return blocker.map {
                    let obstacle = Obstacle(blocker: $0, port: at, wiring: wiring)
                    return at == port
                        ? .targetsUnreachable(balancer, service, obstacle)
                        : .healthCheckBlocked(balancer, service, group, obstacle)
                }
            }
        }
    }
}

/// What a flow opens, by security groups.
private struct Declared: Hashable {
    let client: Name?
    let server: Name?
    let ports: ClosedRange<Int>

    init(client: Name?, server: Name?, ports: ClosedRange<Int>) {
        self.client = client
        self.server = server
        self.ports = ports
    }

    init(_ flow: Flow) {
        self.init(client: flow.client.groupName, server: flow.server.groupName, ports: flow.ports)
    }
}

extension Flow.End {
    fileprivate var groupName: Name? {
        if case .group(let group) = self { group.terraformSide.referred } else { nil }
    }
}

extension Wiring {
    /// The application load balancers that forward to a target group.
    fileprivate func balancers(of group: Inventory.Item) -> [Inventory.Item] {
        var seen: Set<Name> = []
        return inventory.referrers(of: group).compactMap { referrer -> Inventory.Item? in
            switch referrer.type {
            case "aws_lb_listener": inventory.target(of: referrer, "load_balancer_arn")
            case "aws_lb_listener_rule":
                inventory.target(of: referrer, "listener_arn").flatMap {
                    inventory.target(of: $0, "load_balancer_arn")
                }
            default: nil
            }
        }.filter { seen.insert($0.name).inserted }
    }

    fileprivate func isDeclared(
        _ client: Inventory.Item, _ server: Inventory.Item, _ port: Int, _ declared: Set<Declared>
    ) -> Bool {
        let ends = [client, server].map { interfaces[$0.name]?.first?.groups ?? [] }
        return ends[0].contains { one in
            ends[1].contains { declared.contains(Declared(client: one, server: $0, ports: port...port)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func targetsUnreachable(
        _ balancer: Inventory.Item, _ service: Inventory.Item, _ obstacle: Obstacle
    ) -> Diagnostic {
        .warning(
            "load balancer '\(balancer.name)' cannot reach the tasks of '\(service.name)' at port \(obstacle.port): "
                + obstacle.text,
            help: "List a `Connection` from the load balancer to the service, and give it a way.", at: service.source,
            notes: obstacle.notes)
    }

    fileprivate static func healthCheckBlocked(
        _ balancer: Inventory.Item, _ service: Inventory.Item, _ group: Inventory.Item, _ obstacle: Obstacle
    ) -> Diagnostic {
        .warning(
            "health checks of '\(group.name)' do not reach the tasks of '\(service.name)' at port \(obstacle.port): "
                + obstacle.text,
            help: "ECS replaces tasks that fail them. Open the port of the health check to '\(balancer.name)' too.",
            at: group.source, notes: obstacle.notes)
    }
}
