public import TerraneCore

/// Rules that requests pass before they reach a load balancer.
///
///     Firewall("koemo-firewall", rules: [.rateLimit("RateLimitRule", 1000, per: .minutes(5)), .sqlInjection("SQLInjectionRule")])
public struct Firewall: Component {
    /// A rule by its purpose.
    public enum Rule: Sendable {
        /// Blocks an address that sends more requests than this.
        case rateLimit(String, Int, per: TimeSpan)
        /// Blocks requests with SQL in their query or body.
        case sqlInjection(String)
        /// Blocks requests with scripts in their query or body.
        case crossSiteScripting(String)
        /// Lets these addresses pass without further questions, so it stands first. `set` names them.
        case allow(String, set: String, addresses: Value<[String]>)
        /// A group of rules that AWS keeps: `AWSManagedRulesCommonRuleSet`.
        case managed(String)
        /// Any statement.
        case custom(String, WAF.Action, WAF.Statement)
    }

    public var declaration: Declaration
    public let rules: [Rule]

    public init(_ name: Name, rules: [Rule], file: String = #fileID, line: Int = #line) {
        self.declaration = Declaration(name, file: file, line: line)
        self.rules = rules
    }

    public var arn: Value<ARN> { acl.arn }

    public var body: Content {
        for rule in rules {
            if case .allow(_, let set, let addresses) = rule { addressSet(set, addresses) }
        }
        acl
    }

    private var acl: WAF.WebACL {
        WAF.WebACL(name, description: "Guards \(name.dashed)", rules: rules.map(lowered))
    }

    private func addressSet(_ part: String, _ addresses: Value<[String]>) -> WAF.IPSet {
        WAF.IPSet(name / part, description: "Addresses of \(part)", addresses: addresses)
    }

    private func lowered(_ rule: Rule) -> WAF.Rule {
        switch rule {
        case .rateLimit(let label, let limit, let window):
            WAF.Rule(label, .block, .rate(limit: limit, window: window))
        case .sqlInjection(let label):
            WAF.Rule(label, .block, .any([.sqlInjection(in: .queryString), .sqlInjection(in: .body)]))
        case .crossSiteScripting(let label):
            WAF.Rule(label, .block, .any([.crossSiteScripting(in: .queryString), .crossSiteScripting(in: .body)]))
        case .allow(let label, let set, let addresses):
            WAF.Rule(label, .allow, .addresses(in: addressSet(set, addresses).arn))
        case .managed(let group):
            WAF.Rule(group, .asGroupSays, .managedGroup(vendor: "AWS", name: group))
        case .custom(let label, let action, let statement):
            WAF.Rule(label, action, statement)
        }
    }

    public func check() -> [Diagnostic] {
        rules.compactMap { rule in
            guard case .rateLimit(let label, let limit, let window) = rule else { return nil }
            if ![60, 120, 300, 600].contains(window.inSeconds) { return .rateWindow(label, window) }
            return (10...2_000_000_000).contains(limit) ? nil : .rateLimit(label, limit)
        }
    }
}

extension Diagnostic {
    static func rateWindow(_ rule: String, _ window: TimeSpan) -> Diagnostic {
        .error(
            "the rule '\(rule)' counts over \(window.inSeconds) seconds, which AWS WAF does not offer",
            help: "Choose 1, 2, 5 or 10 minutes.")
    }

    static func rateLimit(_ rule: String, _ limit: Int) -> Diagnostic {
        .error("the rule '\(rule)' has a limit of \(limit)", help: "AWS WAF takes limits from 10 to 2,000,000,000.")
    }
}
