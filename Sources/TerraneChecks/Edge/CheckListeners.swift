import TerraneAWS
import TerraneCore

/// Listeners have what their protocol needs, a port to themselves, and lead somewhere else ("Listeners for your Application Load
/// Balancers", User Guide for Application Load Balancers; "CreateListener", Elastic Load Balancing API Reference).
func checkListeners(_ inventory: Inventory) -> [Diagnostic] {
    let listeners = inventory.all(ELB.Listener.self)
    return listeners.flatMap { listener in
        checkTLS(listener, in: inventory) + checkRedirect(of: listener)
            + checkRules(of: listener, in: inventory)
    } + checkPorts(listeners, in: inventory) + checkTargetGroups(listeners, in: inventory)
}

private func checkTLS(_ listener: Inventory.Item, in inventory: Inventory) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let certificate = listener.values("certificate_arn").first
    let hasMore = listener["certificate_arn"].isLate || certificate != nil
    if let scheme = listener["protocol"].text {
        if ["HTTPS", "TLS"].contains(scheme), !hasMore {
            problems.append(.listenerWithoutCertificate(listener, scheme))
        }
        if ["HTTP", "TCP", "UDP", "TCP_UDP"].contains(scheme), certificate != nil || !listener["ssl_policy"].isAbsent {
            problems.append(.certificateOnPlainListener(listener, scheme))
        }
    }
    if let policy = listener["ssl_policy"].text, let fault = policyFault(policy) {
        problems.append(.tlsPolicy(listener, policy, fault))
    }
    if let certificate, let region = inventory.certificate(certificate, of: listener)?.region,
        region != listener.region.rawValue
    {
        problems.append(.listenerCertificateRegion(listener, region))
    }
    return problems
}

/// "Security policies for your Application Load Balancer", User Guide for Application Load Balancers.
private let policies = [
    "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS-1-0-2015-04",
    "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-TLS-1-2-2017-01", "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
    "ELBSecurityPolicy-FS-2018-06", "ELBSecurityPolicy-FS-1-1-2019-08", "ELBSecurityPolicy-FS-1-2-2019-08",
    "ELBSecurityPolicy-FS-1-2-Res-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2020-10",
    "ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-1-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    "ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04",
    "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
    "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04",
    "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
    "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
]

/// The right name of a policy that is surely misspelt; there are new ones now and then.
private func policyFault(_ policy: String) -> String? {
    if policies.contains(policy) { return nil }
    if !policy.hasPrefix("ELBSecurityPolicy-") { return "ELBSecurityPolicy-TLS13-1-2-2021-06" }
    return policies.first { $0.isSlip(of: policy) && $0.count != policy.count }
}

// MARK: Redirects

private func checkRedirect(of listener: Inventory.Item) -> [Diagnostic] {
    listener.parts("default_action/redirect").filter { isLoop($0, at: listener, hosts: []) }
        .map { _ in .redirectToItself(listener, listener) }
}

/// Whether a redirect leads to where a request came from.
private func isLoop(_ redirect: Inventory.Part, at listener: Inventory.Item, hosts: [String]) -> Bool {
    func keeps(_ part: String, _ variable: String, _ own: String?) -> Bool {
        redirect[part].isAbsent || redirect[part].text.map { $0 == variable || $0 == own } ?? false
    }
    let host = redirect["host"].text
    let keepsHost = keeps("host", "#{host}", nil) || hosts == [host].compactMap(\.self) && host != nil
    return keepsHost && keeps("path", "/#{path}", nil) && keeps("query", "#{query}", nil)
        && keeps("protocol", "#{protocol}", listener["protocol"].text)
        && keeps("port", "#{port}", listener["port"].integer.map(String.init))
        && listener["protocol"].text != nil && listener["port"].integer != nil
}

// MARK: Rules

private func checkRules(of listener: Inventory.Item, in inventory: Inventory) -> [Diagnostic] {
    let rules = inventory.all(ELB.ListenerRule.self, whose: "listener_arn", is: listener)
    let certificates = listener.values("certificate_arn").isEmpty ? nil : inventory.certificates(of: listener)
    return rules.flatMap { rule -> [Diagnostic] in
        let hosts = rule.values("condition/host_header/values").flatMap(\.elements).compactMap { rule.fact($0).text }
        var problems: [Diagnostic] = rule.parts("action/redirect").filter { isLoop($0, at: listener, hosts: hosts) }
            .map { _ in .redirectToItself(rule, listener) }
        for host in hosts where !host.dropFirst().contains("*") && !host.contains("?") {
            guard let certificates, !certificates.contains(where: { $0.covers(host) }) else { continue }
            problems.append(.hostWithoutCertificate(rule, host, listener))
        }
        return problems
    }
}

// MARK: Ports and target groups

private func checkPorts(_ listeners: [Inventory.Item], in inventory: Inventory) -> [Diagnostic] {
    var taken: [String: Inventory.Item] = [:]
    return listeners.compactMap { listener in
        guard let balancer = inventory.target(of: listener, "load_balancer_arn"),
            let port = listener["port"].integer,
            let other = taken.updateValue(listener, forKey: "\(balancer.name):\(port)")
        else { return nil }
        return .portListenedTwice(listener, port, other)
    }
}

/// A target group belongs to one load balancer ("Target groups for your Application Load Balancers").
private func checkTargetGroups(_ listeners: [Inventory.Item], in inventory: Inventory) -> [Diagnostic] {
    var owners: [Name: Name] = [:]
    var problems: [Diagnostic] = []
    for listener in listeners {
        guard let balancer = inventory.target(of: listener, "load_balancer_arn")?.name else { continue }
        let rules = inventory.all(ELB.ListenerRule.self, whose: "listener_arn", is: listener)
        let doors = [(listener, "default_action")] + rules.map { ($0, "action") }
        for (item, action) in doors {
            for path in ["target_group_arn", "forward/target_group/arn"] {
                for group in item.values("\(action)/\(path)").compactMap(inventory.target) {
                    if let owner = owners[group.name], owner != balancer {
                        problems.append(.groupOfTwoBalancers(item, group, owner))
                    }
                    owners[group.name] = owners[group.name] ?? balancer
                }
            }
        }
    }
    return problems
}

extension Diagnostic {
    fileprivate static func listenerWithoutCertificate(_ listener: Inventory.Item, _ scheme: String) -> Diagnostic {
        .error(
            "listener '\(listener.name)' speaks \(scheme) and has no certificate",
            help: "Give it one of its own region, or let it speak HTTP.", at: listener.source)
    }

    fileprivate static func certificateOnPlainListener(_ listener: Inventory.Item, _ scheme: String) -> Diagnostic {
        .error(
            "listener '\(listener.name)' speaks \(scheme) and has a certificate, or a policy for TLS",
            help: "Let it speak HTTPS, or leave both out.", at: listener.source)
    }

    fileprivate static func tlsPolicy(_ listener: Inventory.Item, _ policy: String, _ near: String) -> Diagnostic {
        .error(
            "listener '\(listener.name)' has the security policy '\(policy)', which there is not",
            help: "Did you mean '\(near)'?", at: listener.source)
    }

    fileprivate static func listenerCertificateRegion(_ listener: Inventory.Item, _ region: String) -> Diagnostic {
        .error(
            "listener '\(listener.name)' is in \(listener.region), and its certificate in \(region)",
            help: "A load balancer takes certificates of its own region: make one there.", at: listener.source)
    }

    fileprivate static func redirectToItself(_ item: Inventory.Item, _ listener: Inventory.Item) -> Diagnostic {
        .error(
            "'\(item.name)' redirects requests to where they came from",
            help: "Change the protocol, the host, the port or the path, or forward instead.", at: item.source,
            notes: item.name == listener.name ? [] : [Note("the listener is declared here", at: listener.source)])
    }

    fileprivate static func hostWithoutCertificate(
        _ rule: Inventory.Item, _ host: String, _ listener: Inventory.Item
    ) -> Diagnostic {
        .warning(
            "rule '\(rule.name)' is for '\(host)', which no certificate of its listener is for",
            help: "Clients that ask for it are shown a certificate for something else: add a further one for it.",
            at: rule.source, notes: [Note("the listener is declared here", at: listener.source)])
    }

    fileprivate static func portListenedTwice(
        _ listener: Inventory.Item, _ port: Int, _ other: Inventory.Item
    ) -> Diagnostic {
        .error(
            "listener '\(listener.name)' is at port \(port), as '\(other.name)' is",
            help: "A load balancer has one listener at a port: put both into one, with rules.", at: listener.source,
            notes: [Note("the other listener is declared here", at: other.source)])
    }

    fileprivate static func groupOfTwoBalancers(
        _ item: Inventory.Item, _ group: Inventory.Item, _ owner: Name
    ) -> Diagnostic {
        .error(
            "'\(item.name)' leads to the target group '\(group.name)', which belongs to load balancer '\(owner)'",
            help: "A target group belongs to one load balancer: make another one.", at: item.source,
            notes: [Note("the target group is declared here", at: group.source)])
    }
}
