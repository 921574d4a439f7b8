public import TerraneCore

extension WAF {
    /// Writes down the requests that a web ACL looked at, but for the headers that identify people ("Logging AWS WAF
    /// protection pack (web ACL) traffic", AWS WAF Developer Guide).
    public struct WebACLLogging: Resource {
        /// What the name of a log group that takes such logs begins with.
        public static let prefix = "aws-waf-logs-"

        public static let type = ResourceType(
            terraform: "aws_wafv2_web_acl_logging_configuration", cloudFormation: "AWS::WAFv2::LoggingConfiguration",
            area: .security)

        public var declaration: Declaration
        public var acl: Value<ARN>
        public var group: Logs.LogGroup
        /// Headers that are left out.
        public var redacted: [String]
        /// The requests that are written down, by what became of them; nil for all.
        public var kept: [Outcome]?

        /// What became of a request.
        public enum Outcome: String, Hashable, Sendable, CaseIterable, ExpressionConvertible {
            case allowed = "ALLOW"
            case blocked = "BLOCK"
            case counted = "COUNT"
            case captcha = "CAPTCHA"
            case challenge = "CHALLENGE"
            /// A rule of a group would have blocked it, and is overridden to count.
            case countedInGroup = "EXCLUDED_AS_COUNT"
        }

        public init(
            _ name: Name, of acl: Value<ARN>, to group: Logs.LogGroup,
            redacted: [String] = ["authorization", "cookie"], keeping kept: [Outcome]? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.acl = acl
            self.group = group
            self.redacted = redacted
            self.kept = kept
        }

        public var properties: Properties {
            row("resource_arn", "ResourceArn", acl)
            row("log_destination_configs", "LogDestinationConfigs", [group.arn])
            repeated("redacted_fields", "RedactedFields", redacted) { header in
                row("single_header/name", "SingleHeader/Name", header)
            }
            if let kept, !kept.isEmpty {
                nested("logging_filter", "LoggingFilter") {
                    row("default_behavior", "DefaultBehavior", "DROP")
                    repeated("filter", "Filters", [kept]) { outcomes in
                        row("behavior", "Behavior", "KEEP")
                        row("requirement", "Requirement", "MEETS_ANY")
                        repeated("condition", "Conditions", outcomes) { outcome in
                            row("action_condition/action", "ActionCondition/Action", outcome)
                        }
                    }
                }
            }
        }

        public func check() -> [Diagnostic] {
            group.groupName.hasPrefix(WebACLLogging.prefix) ? [] : [.firewallLogName(group.groupName)]
        }
    }
}

extension Diagnostic {
    static func firewallLogName(_ group: String) -> Diagnostic {
        .error(
            "AWS WAF does not write to the log group '\(group)'",
            help: "Its name has to begin with '\(WAF.WebACLLogging.prefix)'.")
    }
}
