public import TerraneCore

extension WAF {
    /// Looks at each request before anything else does, and lets it pass or not ("AWS WAF protection packs
    /// (web ACLs)", AWS WAF Developer Guide).
    public struct WebACL: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_web_acl", cloudFormation: "AWS::WAFv2::WebACL", area: .security, tagging: .list)

        public var declaration: Declaration
        public var aclName: String
        public var description: String
        public var scope: Scope
        /// In the order in which they are asked.
        public var rules: [Rule]

        public init(
            _ name: Name, aclName: String? = nil, description: String, scope: Scope = .regional, rules: [Rule],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.aclName = aclName ?? name.dashed
            self.description = description
            self.scope = scope
            self.rules = rules
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("name", "Name", aclName)
            row("description", "Description", description)
            row("scope", "Scope", scope)
            nested("default_action", "DefaultAction") { marker("allow", "Allow") }
            repeated("rule", "Rules", Array(rules.enumerated())) { index, rule in
                row("name", "Name", rule.name)
                row("priority", "Priority", index)
                rule.action.row
                nested("statement", "Statement") { rule.statement.table }
                visibility(rule.name)
            }
            visibility(aclName)
        }

        public func check() -> [Diagnostic] {
            var seen: Set<String> = []
            return WAF.check("web ACL", named: aclName)
                + rules.flatMap { rule in
                    rule.check() + (seen.insert(rule.name).inserted ? [] : [.firewallRuleTwice(rule.name)])
                }
        }

        private func visibility(_ metric: String) -> Row {
            nested("visibility_config", "VisibilityConfig") {
                row("cloudwatch_metrics_enabled", "CloudWatchMetricsEnabled", true)
                row("metric_name", "MetricName", metric)
                row("sampled_requests_enabled", "SampledRequestsEnabled", true)
            }
        }
    }
}

extension Diagnostic {
    static func firewallRuleTwice(_ rule: String) -> Diagnostic {
        .error("the rule '\(rule)' is there twice", help: "Give one of the two another name.")
    }
}
