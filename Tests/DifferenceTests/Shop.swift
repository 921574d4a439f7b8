import Terrane
import TerraneChecks
import TerraneCompiler

/// A system of every usual part, of which a test changes one thing.
struct Shop: Stack {
    let name: Name = "shop"
    var environment = DeploymentEnvironment.production
    let region = Region.tokyo
    let account: AccountID? = "111122223333"

    var engine = AuroraEngine.mySQL(.v3_08)
    var writer = DatabaseInstanceClass.r6g(.large)
    var service: Name = "shop-web"
    var former: Name?
    var hasAlarm = true
    var targetPort: Port = 80
    var snapshots = CacheSnapshots.daily(keep: .days(7))
    var doors: [Opened] = []
    var permissions: [IAM.Statement] = []

    /// A port that everyone is let in at.
    enum Opened { case balancer, service }

    var network: Network { Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)).tiers(.database, .cache) }
    var targets: ELB.TargetGroup {
        ELB.TargetGroup("shop-targets", in: network.vpc, port: targetPort, healthCheck: .http("/"))
    }
    var logs: AccessLogs { .kept(in: "shop-alb-logs", for: .days(90)) }
    var door: PublicDoor {
        PublicDoor("shop-door", at: "shop.example", in: "Z0SHOP", of: network, to: .targets(targets), logs: logs)
    }
    var orders: AuroraCluster {
        AuroraCluster(
            "shop-orders", in: network, engine: engine, databaseName: "shop", writer: writer,
            readers: ["reader1": .r6g(.large)])
    }
    var cache: RedisCache {
        RedisCache("shop-cache", in: network, node: .t4g(.small), replicas: 1, snapshots: snapshots)
    }
    var cluster: FargateCluster { FargateCluster("shop-cluster") }
    var web: FargateService {
        FargateService(
            service, in: network, cluster: cluster, size: .halfCPU(gibibytes: .one), permissions: permissions
        ) { Container("nginx", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: targetPort) }
        .behind(door.balancer.target)
    }
    var oncall: AlertRouting { AlertRouting(asking: "shop-oncall") }

    var body: Content {
        [network, door, orders, cache, cluster, web, oncall, Connection(from: web, to: Internet())]
        [Connection(from: door.balancer, to: web), Connection(from: web, to: orders), Connection(from: web, to: cache)]
        if hasAlarm { Alarm("shop-cpu", on: web.metrics.cpu, above: .percent(80), notify: oncall) }
        for opened in doors { rule(opened) }
    }

    private func rule(_ opened: Opened) -> EC2.IngressRule? {
        switch opened {
        case .balancer: open("shop-open", door.balancer.peer, 8080)
        case .service: open("shop-ssh", web.peer, 22)
        }
    }

    private func open(_ name: Name, _ peer: EC2.TrafficPeer, _ port: Port) -> EC2.IngressRule? {
        guard case .securityGroup(let group) = peer else { return nil }
        return EC2.IngressRule(
            name, into: group, from: .range(.anywhere), ports: PortRange(port), description: "Open")
    }
}

extension Stack {
    /// What the stack is evaluated to.
    var graph: ResourceGraph {
        get async { await Compiler(targets: [], policies: [], schemas: .none).compile([self]).graphs[0] }
    }
}

extension ResourceGraph {
    /// The graph with one property of one resource having another value, in both dialects.
    func setting(_ path: String, _ value: some ExpressionConvertible, of name: Name) -> ResourceGraph {
        var graph = self
        guard let position = graph.index[name] else { return graph }
        let node = graph.nodes[position]
        graph.nodes[position] = ResourceNode(
            name: node.name, type: node.type,
            properties: Properties(node.properties.rows.map { $0.setting(path, value) }),
            options: node.options, region: node.region, owner: node.owner, source: node.source, madeAt: node.madeAt)
        return graph
    }

    /// The graph with other options of one resource.
    func settingOptions(of name: Name, _ edit: (inout Declaration.Options) -> Void) -> ResourceGraph {
        var graph = self
        guard let position = graph.index[name] else { return graph }
        let node = graph.nodes[position]
        var options = node.options
        edit(&options)
        graph.nodes[position] = ResourceNode(
            name: node.name, type: node.type, properties: node.properties, options: options, region: node.region,
            owner: node.owner, source: node.source, madeAt: node.madeAt)
        return graph
    }

    /// The names of all that refer to a resource.
    func referrers(of name: Name) -> Set<Name> {
        guard let target = index[name] else { return [] }
        return Set(facts.references.enumerated().filter { $0.element.contains(target) }.map { nodes[$0.offset].name })
    }
}

extension Row {
    fileprivate func setting(_ path: String, _ value: some ExpressionConvertible) -> Row {
        guard terraform == path else { return self }
        return Row(
            terraform: terraform, cloudFormation: cloudFormation, form: form, content: .value(value.expression),
            reason: reason)
    }
}

extension Difference {
    subscript(name: Name) -> ResourceChange? { changes.first { $0.name == name } }

    /// `replacement will: shop/private-a`: the worst that the first change brings.
    var headline: String {
        guard let change = changes.first, let worst = change.consequences.first else { return "nothing" }
        return "\(worst.kind.rawValue) \(worst.certainty.rawValue): \(change.name)"
    }
}

extension ResourceChange {
    var rules: [String] { consequences.map(\.rule) }

    func consequence(_ rule: String) -> Consequence? { consequences.first { $0.rule == rule } }
}
