import TerraneCore

extension Checks {
    /// Afterwards every task on Fargate that the stack starts gets its images and secrets, and writes its log.
    static func proveStarts(_ wiring: Wiring) -> [Diagnostic] {
        let starters = [
            ("aws_ecs_service", "task_definition"),
            ("aws_scheduler_schedule", "target/ecs_parameters/task_definition_arn"),
        ]
        return starters.flatMap { type, path in
            wiring.inventory.all(type).flatMap { item -> [Diagnostic] in
                guard let task = wiring.inventory.target(of: item, path) else { return [] }
                return StartNeed.all(of: task).compactMap { prove(item, $0, wiring) }
            }
        }
    }

    private static func prove(_ item: Inventory.Item, _ need: StartNeed, _ wiring: Wiring) -> Diagnostic? {
        for place in wiring.places(of: item) {
            for service in need.services {
                if let blocker = wiring.blocker(from: place, to: service, in: item.region) {
                    let obstacle = Obstacle(blocker: blocker, port: 443, wiring: wiring)
                    switch need {
                    case .image: return .imageOutOfReach(item, service, obstacle)
                    case .secret: return .secretOutOfReach(item, service, obstacle)
                    case .log: return .logOutOfReach(item, service, obstacle)
                    }
                }
            }
        }
        return nil
    }
}

/// What a task needs before its first line runs.
private enum StartNeed: Hashable {
    case image(StartService)
    case secret(StartService)
    case log

    /// "Amazon ECR interface VPC endpoints": an image's layers come from S3.
    var services: [StartService] {
        switch self {
        case .image(.endpoint): [.endpoint("ecr.api"), .endpoint("ecr.dkr"), .s3]
        case .image(let registry): [registry]
        case .secret(let store): [store]
        case .log: [.endpoint("logs")]
        }
    }

    /// What is known of the needs of a task's containers.
    static func all(of task: Inventory.Item) -> [StartNeed] {
        var needs: [StartNeed] = []
        for container in TaskReading(task).containers ?? [] {
            if let image = container.value("image"), let registry = StartService(registryOf: image, for: task) {
                needs.append(.image(registry))
            }
            for secret in container.value("secrets")?.elements ?? [] {
                if let value = secret["valueFrom"], let store = StartService(storeOf: value, for: task) {
                    needs.append(.secret(store))
                }
            }
            if container.value("logConfiguration")?["logDriver"].flatMap({ task.fact($0).text }) == "awslogs" {
                needs.append(.log)
            }
        }
        var seen: Set<StartNeed> = []
        return needs.filter { seen.insert($0).inserted }
    }
}

/// Who gives it.
private enum StartService: Hashable {
    /// A service of AWS, by its name behind `com.amazonaws.<region>.`.
    case endpoint(String)
    case s3
    case internet

    init?(registryOf image: Expression, for task: Inventory.Item) {
        let text = image.knownText(for: task)
        if let host = text.range(of: ".dkr.ecr.") {
            self = text[host.upperBound...].hasPrefix(task.region.rawValue + ".") ? .endpoint("ecr.api") : .internet
        } else if image.refers(to: "aws_ecr_repository") {
            self = .endpoint("ecr.api")
        } else if let known = task.fact(image).text, !known.isEmpty {
            self = .internet
        } else {
            return nil
        }
    }

    init?(storeOf value: Expression, for task: Inventory.Item) {
        let text = value.knownText(for: task)
        if value.refers(to: "aws_secretsmanager_secret") || text.contains(":secretsmanager:") {
            self = .endpoint("secretsmanager")
        } else if value.refers(to: "aws_ssm_parameter") || text.contains(":ssm:") {
            self = .endpoint("ssm")
        } else {
            return nil
        }
    }

    var title: String {
        switch self {
        case .endpoint(let name): name
        case .s3: "s3"
        case .internet: "the registry on the Internet"
        }
    }
}

extension Wiring {
    /// What blocks a thing from a service: at its interface endpoint, if the network has one that took over its name, and
    /// otherwise on the way to the Internet.
    fileprivate func blocker(
        from place: PacketModel.Place, to service: StartService, in region: Region
    ) -> PacketModel.Blocker? {
        guard case .interface(let interface) = place, let subnet = model.subnets[interface.subnet],
            let endpoints = endpoints[subnet.network]
        else { return nil }
        let name: String
        switch service {
        case .internet: return commonBlocker(from: place, to: [.internet], port: 443)
        case .endpoint(let part): name = part
        case .s3: name = "s3"
        }
        let full = "com.amazonaws.\(region.rawValue).\(name)"
        if let endpoint = endpoints[full] { return commonBlocker(from: place, to: places(of: endpoint), port: 443) }
        return commonBlocker(from: place, to: [service == .s3 ? .list(full) : .internet], port: 443)
    }
}

extension Expression {
    /// Those parts of a text that are known.
    fileprivate func knownText(for item: Inventory.Item) -> String {
        if let text = item.fact(self).text { return text }
        switch terraformSide {
        case .interpolation(let parts): return parts.map { $0.knownText(for: item) }.joined()
        case .reference(let reference): return reference.foreseen?.knownText(for: item) ?? ""
        default: return ""
        }
    }

    fileprivate func refers(to type: String) -> Bool {
        hasPart { if case .reference(let reference) = $0 { reference.type.terraform.typeName == type } else { false } }
    }
}

extension String {
    /// Where a text stands first.
    fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}

extension Diagnostic {
    fileprivate static func imageOutOfReach(
        _ item: Inventory.Item, _ service: StartService, _ obstacle: Obstacle
    ) -> Diagnostic {
        .warning(
            "tasks of '\(item.name)' cannot pull their image, because they do not reach \(service.title): \(obstacle.text)",
            help:
                "List a `Connection` from it to `Internet(port: 443)` and give the network NAT gateways, or give it the "
                + "endpoints `.fargate` and connections to `serviceEndpoints` and `s3`.", at: item.source,
            notes: obstacle.notes)
    }

    fileprivate static func secretOutOfReach(
        _ item: Inventory.Item, _ service: StartService, _ obstacle: Obstacle
    ) -> Diagnostic {
        .warning(
            "tasks of '\(item.name)' cannot read their secrets, because they do not reach \(service.title): \(obstacle.text)",
            help:
                "ECS reads them with the task's own way out, before it starts: through NAT, or an interface endpoint.",
            at: item.source, notes: obstacle.notes)
    }

    fileprivate static func logOutOfReach(
        _ item: Inventory.Item, _ service: StartService, _ obstacle: Obstacle
    ) -> Diagnostic {
        .warning(
            "tasks of '\(item.name)' cannot write their log, because they do not reach \(service.title): \(obstacle.text)",
            help: "The log goes out of the task's own network: through NAT, or an interface endpoint for logs.",
            at: item.source, notes: obstacle.notes)
    }
}
