import TerraneCore

extension Inventory {
    /// A security group with its rules, written within it or beside it.
    func securityGroup(_ item: Item) -> PacketModel.Group {
        var group = PacketModel.Group()
        for (name, direction) in [("ingress", PacketModel.Direction.inbound), ("egress", .outbound)] {
            for part in item.parts(name) { group.add(rules(part, direction, of: item)) }
            if !item[name].isAbsent { group.mayHaveMore = true }
        }
        for rule in referrers(of: item) {
            guard let direction = direction(of: rule), target(of: rule, "security_group_id")?.name == item.name else {
                continue
            }
            group.add(rule.node.options.forEach == nil ? rules(rule.whole, direction, of: item) : nil)
        }
        return group
    }

    private func direction(of rule: Item) -> PacketModel.Direction? {
        switch rule.type {
        case "aws_vpc_security_group_ingress_rule": .inbound
        case "aws_vpc_security_group_egress_rule": .outbound
        case "aws_security_group_rule": rule["type"].text == "ingress" ? .inbound : .outbound
        default: nil
        }
    }

    /// What a rule lets pass; nil when that is not known.
    private func rules(
        _ part: Part, _ direction: PacketModel.Direction, of group: Item
    ) -> [PacketModel.Group.Rule]? {
        guard let traffic = traffic(part, protocol: part["ip_protocol"].isAbsent ? "protocol" : "ip_protocol") else {
            return nil
        }
        return traffic.flatMap { traffic in
            peers(part, of: group).map { .init(direction: direction, traffic: traffic, peer: $0) }
        }
    }

    private func peers(_ part: Part, of group: Item) -> [PacketModel.Group.Peer] {
        var peers: [PacketModel.Group.Peer] = []
        for value in ["cidr_ipv4", "cidr_blocks"].flatMap(part.values).flatMap(\.elements) {
            peers.append(part.fact(value).text.flatMap { AddressBlock($0) }.map { .block($0) } ?? .unknown)
        }
        let groups = ["referenced_security_group_id", "source_security_group_id", "security_groups"]
        for value in groups.flatMap(part.values).flatMap(\.elements) {
            let target = target(of: value)
            peers.append(target?.type == "aws_security_group" ? target.map { .group($0.name) } ?? .unknown : .unknown)
        }
        for value in ["prefix_list_id", "prefix_list_ids"].flatMap(part.values).flatMap(\.elements) {
            peers.append(listName(value, in: part).map { .list($0) } ?? .unknown)
        }
        if part["self"].flag == true { peers.append(.group(group.name)) }
        return peers
    }

    /// A network ACL with its entries, written within it or beside it.
    func accessList(_ item: Item) -> PacketModel.AccessList {
        var list = PacketModel.AccessList()
        for (name, direction) in [("ingress", PacketModel.Direction.inbound), ("egress", .outbound)] {
            for part in item.parts(name) { list.add(entries(part, direction, number: "rule_no", action: "action")) }
            if !item[name].isAbsent { list.mayHaveMore = true }
        }
        for rule in referrers(of: item) where rule.type == "aws_network_acl_rule" {
            let isKnown = rule.node.options.forEach == nil && !rule["egress"].isLate
            let direction: PacketModel.Direction = rule["egress"].flag == true ? .outbound : .inbound
            list.add(
                isKnown ? entries(rule.whole, direction, number: "rule_number", action: "rule_action") : nil)
        }
        list.entries.sort { $0.number < $1.number }
        return list
    }

    private func entries(
        _ part: Part, _ direction: PacketModel.Direction, number: String, action: String
    ) -> [PacketModel.AccessList.Entry]? {
        guard let traffic = traffic(part, protocol: "protocol") else { return nil }
        if part["cidr_block"].isAbsent { return [] }
        guard let number = part[number].integer, let action = part[action].text?.lowercased(),
            let block = part["cidr_block"].text.flatMap({ AddressBlock($0) })
        else { return nil }
        return traffic.map {
            .init(number: number, direction: direction, allows: action == "allow", traffic: $0, block: block)
        }
    }

    /// What a rule is about: nothing when it is about neither TCP nor UDP, nil when that is not known.
    private func traffic(_ part: Part, protocol name: String) -> [PacketModel.Traffic]? {
        let transport: PacketModel.Transport
        switch part[name] {
        case .known(let literal):
            switch literal.text?.lowercased() ?? part[name].integer.map(String.init) {
            case "-1", "all": return [PacketModel.Traffic()]
            case "tcp", "6": transport = .tcp
            case "udp", "17": transport = .udp
            default: return []
            }
        case .absent, .late: return nil
        }
        guard let first = part["from_port"].integer, let last = part["to_port"].integer, first <= last else {
            return nil
        }
        return [PacketModel.Traffic(transport: transport, ports: first...last)]
    }
}

extension PacketModel.Group {
    fileprivate mutating func add(_ rules: [Rule]?) {
        if let rules { self.rules += rules } else { mayHaveMore = true }
    }
}

extension PacketModel.AccessList {
    fileprivate mutating func add(_ entries: [Entry]?) {
        if let entries { self.entries += entries } else { mayHaveMore = true }
    }
}
