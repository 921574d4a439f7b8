import TerraneCore

extension Checks {
    /// Afterwards each entry of a network ACL has a number that AWS takes and that no other has, an action and, for TCP and UDP,
    /// ports.
    static func checkAccessLists(_ inventory: Inventory) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var seen: [Place: Inventory.Item] = [:]
        for entry in inventory.all("aws_network_acl_rule") where entry.node.options.forEach == nil {
            problems += checkGrammar(of: entry)
            guard let number = entry["rule_number"].integer, !entry["egress"].isLate,
                let list = inventory.target(of: entry, "network_acl_id")
            else { continue }
            if !(1...32766).contains(number) { problems.append(.entryNumber(entry, number)) }
            let place = Place(list: list.name, isOutbound: entry["egress"].flag ?? false, number: number)
            if let first = seen[place] {
                problems.append(.entryNumberTwice(entry, number, first))
            } else {
                seen[place] = entry
            }
        }
        return problems
    }

    private struct Place: Hashable {
        let list: Name
        let isOutbound: Bool
        let number: Int
    }

    private static func checkGrammar(of entry: Inventory.Item) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let action = entry["rule_action"].text, !["allow", "deny"].contains(action.lowercased()) {
            problems.append(.entryAction(entry, action))
        }
        let needsPorts = ["tcp", "6", "udp", "17"].contains(entry["protocol"].text?.lowercased())
        if needsPorts, entry["from_port"].isAbsent || entry["to_port"].isAbsent {
            problems.append(.entryWithoutPorts(entry))
        } else if let first = entry["from_port"].integer, let last = entry["to_port"].integer, first > last {
            problems.append(.entryPortsReversed(entry, first, last))
        }
        return problems
    }
}

extension Diagnostic {
    /// "CreateNetworkAclEntry", Amazon EC2 API Reference.
    fileprivate static func entryNumber(_ entry: Inventory.Item, _ number: Int) -> Diagnostic {
        .error(
            "network ACL entry '\(entry.name)' has the number \(number), and AWS takes 1 to 32766",
            help: "The lowest number that matches decides; number by tens or hundreds.", at: entry.source)
    }

    fileprivate static func entryNumberTwice(
        _ entry: Inventory.Item, _ number: Int, _ first: Inventory.Item
    ) -> Diagnostic {
        .error(
            "network ACL entry '\(entry.name)' has the number \(number), which another of its direction has",
            help: "Give each entry of a direction a number of its own.", at: entry.source,
            notes: [Note("'\(first.name)' is here", at: first.source)])
    }

    fileprivate static func entryAction(_ entry: Inventory.Item, _ action: String) -> Diagnostic {
        .error(
            "network ACL entry '\(entry.name)' does '\(action)'", help: "It either allows or denies.", at: entry.source)
    }

    fileprivate static func entryWithoutPorts(_ entry: Inventory.Item) -> Diagnostic {
        .error(
            "network ACL entry '\(entry.name)' is about TCP or UDP and names no ports",
            help: "Give `from_port` and `to_port`, 0 and 65535 for all.", at: entry.source)
    }

    fileprivate static func entryPortsReversed(_ entry: Inventory.Item, _ first: Int, _ last: Int) -> Diagnostic {
        .error(
            "network ACL entry '\(entry.name)' is about ports from \(first) down to \(last)",
            help: "Give the lower port first.", at: entry.source)
    }
}
