public import TerraneCore

/// AWS WAF.
public enum WAF {
    /// Where a web ACL or IP set is used.
    public enum Scope: String, Hashable, Sendable, ExpressionConvertible {
        case regional = "REGIONAL"
        /// Made in us-east-1.
        case cloudFront = "CLOUDFRONT"
    }

    /// A list of address ranges.
    public struct IPSet: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_ip_set", cloudFormation: "AWS::WAFv2::IPSet", area: .security, tagging: .list)

        public var declaration: Declaration
        public var setName: String
        public var description: String
        public var addresses: Value<[String]>
        public var scope: Scope

        public init(
            _ name: Name, setName: String? = nil, description: String, addresses: Value<[String]>,
            scope: Scope = .regional, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.setName = setName ?? name.dashed
            self.description = description
            self.addresses = addresses
            self.scope = scope
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("name", "Name", setName)
            row("description", "Description", description)
            row("scope", "Scope", scope)
            row("ip_address_version", "IPAddressVersion", "IPV4")
            row("addresses", "Addresses", addresses)
        }
    }

    /// Looks at each request before anything else does, and lets it pass or not.
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
                switch rule.action {
                case .allow: nested("action", "Action") { marker("allow", "Allow") }
                case .block: nested("action", "Action") { marker("block", "Block") }
                case .count: nested("action", "Action") { marker("count", "Count") }
                case .asGroupSays: nested("override_action", "OverrideAction") { marker("none", "None") }
                }
                nested("statement", "Statement") { rule.statement.table }
                visibility(rule.name)
            }
            visibility(aclName)
        }

        private func visibility(_ metric: String) -> Row {
            nested("visibility_config", "VisibilityConfig") {
                row("cloudwatch_metrics_enabled", "CloudWatchMetricsEnabled", true)
                row("metric_name", "MetricName", metric)
                row("sampled_requests_enabled", "SampledRequestsEnabled", true)
            }
        }
    }

    /// Puts a web ACL before a load balancer.
    public struct WebACLAssociation: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_web_acl_association", cloudFormation: "AWS::WAFv2::WebACLAssociation", area: .security
        )

        public var declaration: Declaration
        public var acl: Value<ARN>
        public var resource: Value<ARN>

        public init(
            _ name: Name, of acl: Value<ARN>, with resource: Value<ARN>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.acl = acl
            self.resource = resource
        }

        public var properties: Properties {
            row("web_acl_arn", "WebACLArn", acl)
            row("resource_arn", "ResourceArn", resource)
        }
    }
}
