public import TerraneCore

/// Rules that requests pass before they reach a load balancer or a distribution. What no rule blocks is let through.
///
///     Firewall("guard", rules: .standard, logs: .threeMonths)
///     Firewall("guard", rules: .standard(.onlyFrom("Home", countries: ["JP"]), .managed(.botControl())))
public struct Firewall: Component {
    /// A rule by its purpose.
    public enum Rule: Sendable {
        /// Blocks an address, or whatever else requests are counted by, that sends more than this; of all requests or of those
        /// that a statement matches.
        case rateLimit(String, Int, per: TimeSpan, by: WAF.RateKey = .address, of: WAF.Statement? = nil)
        /// Blocks requests with SQL in their query or body.
        case sqlInjection(String)
        /// Blocks requests with scripts in their query or body.
        case crossSiteScripting(String)
        /// Lets these addresses pass without further questions, so it stands first. `set` names them.
        case allow(String, set: String, addresses: Value<[String]>)
        /// Blocks these addresses. `set` names them.
        case deny(String, set: String, addresses: Value<[String]>)
        /// Blocks requests from these countries, by their two letters (ISO 3166).
        case block(String, countries: [String])
        /// Blocks requests from all other countries.
        case onlyFrom(String, countries: [String])
        /// A group of rules that somebody else keeps, on all requests or those that a statement matches; of its rules, those
        /// that are `counted` block nothing.
        case managed(WAF.ManagedRuleGroup, counted: [String] = [], of: WAF.Statement? = nil)
        /// A group of rules of one's own, which the stack lists.
        case group(String, WAF.RuleGroup)
        /// Any statement.
        case custom(String, WAF.Action, WAF.Statement, labels: [String] = [])
    }

    public var declaration: Declaration
    /// In the order in which they are asked.
    public let rules: [Rule]
    /// What it stands before. Whatever CloudFront uses is made in us-east-1.
    public let scope: WAF.Scope
    /// How long the requests it looked at are on record; nil for no record but the sample that AWS keeps.
    public let logs: Logs.Retention?
    /// The requests that are on record, by what became of them; nil for all.
    public let logged: [WAF.WebACLLogging.Outcome]?

    public init(
        _ name: Name, rules: [Rule], scope: WAF.Scope = .regional, logs: Logs.Retention? = nil,
        logging logged: [WAF.WebACLLogging.Outcome]? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.rules = rules
        self.scope = scope
        self.logs = logs
        self.logged = logged
    }

    public var arn: Value<ARN> { acl.arn }

    public var body: Content {
        for rule in rules {
            if let set = set(of: rule) { placed(set) }
        }
        placed(acl)
        if let logs {
            placed(logGroup(logs))
            placed(WAF.WebACLLogging(name / "logging", of: acl.arn, to: logGroup(logs), keeping: logged))
        }
    }

    private func placed<Part: Declared>(_ part: Part) -> Part {
        scope == .cloudFront ? part.region(.virginia) : part
    }

    private var acl: WAF.WebACL {
        WAF.WebACL(name, description: "Guards \(name.dashed)", scope: scope, rules: rules.map(lowered))
    }

    private func set(of rule: Rule) -> WAF.IPSet? {
        switch rule {
        case .allow(_, let set, let addresses), .deny(_, let set, let addresses): addressSet(set, addresses)
        default: nil
        }
    }

    private func addressSet(_ part: String, _ addresses: Value<[String]>) -> WAF.IPSet {
        WAF.IPSet(name / part, description: "Addresses of \(part)", addresses: addresses, scope: scope)
    }

    private func logGroup(_ retention: Logs.Retention) -> Logs.LogGroup {
        Logs.LogGroup(name / "logs", groupName: WAF.WebACLLogging.prefix + name.dashed, retention: retention)
    }
}

// MARK: Rules

extension Firewall {
    private func lowered(_ rule: Rule) -> WAF.Rule {
        switch rule {
        case .rateLimit(let label, let limit, let window, let key, let inner):
            WAF.Rule(label, .block, .rate(limit: limit, window: window, by: key, of: inner))
        case .sqlInjection(let label):
            WAF.Rule(label, .block, .any([.sqlInjection(in: .queryString), .sqlInjection(in: .body)]))
        case .crossSiteScripting(let label):
            WAF.Rule(label, .block, .any([.crossSiteScripting(in: .queryString), .crossSiteScripting(in: .body)]))
        case .allow(let label, let set, let addresses):
            WAF.Rule(label, .allow, .addresses(in: addressSet(set, addresses).arn))
        case .deny(let label, let set, let addresses):
            WAF.Rule(label, .block, .addresses(in: addressSet(set, addresses).arn))
        case .block(let label, let countries): WAF.Rule(label, .block, .countries(countries))
        case .onlyFrom(let label, let countries): WAF.Rule(label, .block, .not(.countries(countries)))
        case .managed(let group, let counted, let inner):
            WAF.Rule(
                group.name, .asGroupSays, .managedGroup(group, overrides: counted.map { .count($0) }, of: inner))
        case .group(let label, let group): WAF.Rule(label, .asGroupSays, .ruleGroup(group.arn))
        case .custom(let label, let action, let statement, let labels):
            WAF.Rule(label, action, statement, labels: labels)
        }
    }
}

extension [Firewall.Rule] {
    /// What stands before any public application: addresses that Amazon knows as threats, 2,000 requests in five minutes
    /// from one address, known exploits, what OWASP warns of, SQL. Bodies over 8 KB, which uploads have, are counted only.
    public static var standard: [Firewall.Rule] { standard() }

    /// The standard rules with these before the managed groups.
    public static func standard(_ more: Firewall.Rule..., limit: Int = 2000) -> [Firewall.Rule] {
        [.managed(.ipReputation), .rateLimit("RateLimit", limit, per: .minutes(5))] + more + [
            .managed(.knownBadInputs), .managed(.common, counted: ["SizeRestrictions_BODY"]), .managed(.sqlDatabase),
        ]
    }
}

extension Firewall {
    /// What CloudWatch measures of a web ACL in a region ("AWS WAF metrics and dimensions", AWS WAF Developer Guide).
    public struct Metrics: Hashable, Sendable {
        let acl: String
        let scope: WAF.Scope

        public var blocked: Metric { metric("BlockedRequests") }
        public var allowed: Metric { metric("AllowedRequests") }

        /// What one rule blocked.
        public func blocked(by rule: String) -> Metric { metric("BlockedRequests", of: rule) }
        /// What one rule only counted.
        public func counted(by rule: String) -> Metric { metric("CountedRequests", of: rule) }

        private func metric(_ name: String, of rule: String = "ALL") -> Metric {
            let place = scope == .regional ? [Metric.Dimension("Region", Deployment.region)] : []
            return Metric(
                name, namespace: "AWS/WAFV2",
                dimensions: [.init("WebACL", Value(acl)), .init("Rule", Value(rule))] + place, unit: .count,
                statistic: .sum)
        }
    }

    public var metrics: Metrics { Metrics(acl: name.dashed, scope: scope) }
}

extension Diagnostic {
    /// A regional web ACL cannot stand before a distribution, nor CloudFront's before anything else.
    static func firewallScope(_ guarded: Name, _ firewall: Firewall) -> Diagnostic {
        let (wanted, place) =
            firewall.scope == .regional ? (".cloudFront", "a load balancer") : (".regional", "a distribution")
        return .error(
            "the firewall '\(firewall.name)' of '\(guarded)' is for \(place)", help: "Give it `scope: \(wanted)`.",
            notes: [Note("the firewall is declared here", at: firewall.source)])
    }
}
