import TerraneCore

extension Checks {
    /// Afterwards the subnets of each service have addresses for as many tasks as it may run, those of a rolling deployment too.
    static func checkRoom(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all("aws_ecs_service").compactMap { service in
            guard let subnets = inventory.targets(of: service, "network_configuration/subnets"), !subnets.isEmpty,
                let most = mostTasks(of: service, inventory)
            else { return nil }
            let room = subnets.compactMap { $0["cidr_block"].text.flatMap { AddressBlock($0) } }
                .map { max(0, $0.count - 5) }
            guard room.count == subnets.count else { return nil }
            let percent = service["deployment_maximum_percent"]
            let factor = percent.isAbsent ? 200 : percent.integer ?? 100
            let needed = most * max(100, factor) / 100
            let total = room.reduce(0, +)
            return needed > total ? .tasksWithoutRoom(service, needed, total) : nil
        }
    }

    /// Its number of tasks, or the most to which it scales.
    private static func mostTasks(of service: Inventory.Item, _ inventory: Inventory) -> Int? {
        let scaled = inventory.referrers(of: service).filter { $0.type == "aws_appautoscaling_target" }
        if scaled.contains(where: { $0["max_capacity"].isLate }) { return nil }
        return scaled.compactMap { $0["max_capacity"].integer }.max() ?? service["desired_count"].integer
    }
}

extension Diagnostic {
    /// "Subnet CIDR blocks", Amazon VPC User Guide: AWS keeps five addresses of each subnet.
    fileprivate static func tasksWithoutRoom(_ service: Inventory.Item, _ needed: Int, _ room: Int) -> Diagnostic {
        .error(
            "service '\(service.name)' may run \(needed) tasks at once, and its subnets have \(room) addresses",
            help:
                "Each task takes an address, a deployment runs old and new ones side by side, and AWS keeps five of each "
                + "subnet. Give it larger subnets or fewer tasks.", at: service.source)
    }
}
