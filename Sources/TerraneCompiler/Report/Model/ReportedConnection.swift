import TerraneChecks
package import TerraneCore

/// One thing opens connections to another.
package struct ReportedConnection: Sendable {
    package let client: Name
    package let server: Name
    /// `5432`, `1024 to 65535`.
    package let ports: String
    /// What speaks there, and what for: `PostgreSQL: database postgres 16`.
    package let purpose: String
    package let source: SourceLocation
}

/// A way in from outside the stack.
package struct ReportedEntrance: Sendable {
    /// Who may enter.
    package let origin: String
    /// Whether that is everyone.
    package let isInternet: Bool
    package let ports: String
    /// The resource that opens it.
    package let name: Name
    /// What stands behind it.
    package let reaches: [Name]
    /// What would stand behind it if a packet of the Internet got that far.
    package var sealed: [Name] = []
    /// The firewalls before that.
    package let firewalls: [Name]
    package let reason: String?
    package let source: SourceLocation
}

extension Inventory {
    func reportedConnections() -> [ReportedConnection] {
        graph.flows.map { flow in
            let words = self[flow.serverName].map(\.plainWords)
            let purpose = [flow.ports.service, words].compactMap(\.self).joined(separator: ": ")
            return ReportedConnection(
                client: flow.clientName, server: flow.serverName, ports: flow.ports.words,
                purpose: purpose.isEmpty ? "TCP" : purpose, source: flow.source)
        }
    }

    /// Ways in from the Internet first.
    func reportedEntrances() -> [ReportedEntrance] {
        let sealed = sealedThings
        let all =
            all("aws_cloudfront_distribution").map(entrance(through:))
            + all("aws_vpc_security_group_ingress_rule").compactMap { entrance(by: $0, sealed) }
        return all.filter(\.isInternet) + all.filter { !$0.isInternet }
    }

    /// A rule that lets addresses in, rather than the members of a group of the stack.
    private func entrance(by rule: Item, _ sealed: Set<Name>) -> ReportedEntrance? {
        let origin = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id"].lazy.compactMap { rule.words($0) }.first
        guard let origin else { return nil }
        let isInternet = origin == "0.0.0.0/0" || origin == "::/0"
        let group = target(of: rule, "security_group_id")
        let all = group.map { members(of: $0) } ?? []
        let behind = all.filter { !isInternet || !sealed.contains($0.name) }
        return ReportedEntrance(
            origin: isInternet ? "The Internet (\(origin))" : origin, isInternet: isInternet,
            ports: rule.portWords, name: rule.name, reaches: behind.map(\.name),
            sealed: all.map(\.name).filter { isInternet && sealed.contains($0) },
            firewalls: behind.flatMap { firewalls(before: $0) }.unique, reason: rule.words("description"),
            source: rule.source)
    }

    private func entrance(through distribution: Item) -> ReportedEntrance {
        let onlyHTTPS = distribution["default_cache_behavior/viewer_protocol_policy"].text
        let ports =
            switch onlyHTTPS {
            case "redirect-to-https": "443 (80 leads to it)"
            case "https-only": "443"
            default: "443 and 80"
            }
        let aliases = distribution.words("aliases").map { "for \($0)" } ?? "under its own name"
        let origins = distribution.values("origin/domain_name").compactMap { origin($0, of: distribution) }
        return ReportedEntrance(
            origin: "The Internet (content delivery)", isInternet: true, ports: ports, name: distribution.name,
            reaches: origins.map(\.name),
            firewalls: distribution.values("web_acl_id").compactMap { target(of: $0)?.name },
            reason: "Content \(aliases)", source: distribution.source)
    }

    /// What has a security group.
    private func members(of group: Item) -> [Item] {
        let rules = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_security_group"]
        return referrers(of: group).filter { !rules.contains($0.type) }
    }

    private func firewalls(before item: Item) -> [Name] {
        referrers(of: item).filter { $0.type == "aws_wafv2_web_acl_association" }
            .compactMap { target(of: $0, "web_acl_arn")?.name }
    }
}

extension Inventory.Item {
    /// The ports of a rule of a security group.
    fileprivate var portWords: String {
        if self["ip_protocol"].text == "-1" { return "every port and protocol" }
        guard let first = self["from_port"].integer, let last = self["to_port"].integer else {
            return words("from_port") ?? "every port"
        }
        return (min(first, last)...max(first, last)).words
    }
}

extension ClosedRange<Int> {
    var words: String { lowerBound == upperBound ? String(lowerBound) : "\(lowerBound) to \(upperBound)" }

    /// What usually speaks at the port ("Service Name and Transport Protocol Port Number Registry", IANA).
    var service: String? {
        switch self {
        case 443...443: "HTTPS"
        case 80...80: "HTTP"
        case 3306...3306: "MySQL"
        case 5432...5432: "PostgreSQL"
        case 6379...6379: "Redis"
        case 27017...27017: "MongoDB"
        default: nil
        }
    }
}
