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

        public init(
            _ name: Name, of acl: Value<ARN>, to group: Logs.LogGroup,
            redacted: [String] = ["authorization", "cookie"],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.acl = acl
            self.group = group
            self.redacted = redacted
        }

        public var properties: Properties {
            row("resource_arn", "ResourceArn", acl)
            row("log_destination_configs", "LogDestinationConfigs", [group.arn])
            repeated("redacted_fields", "RedactedFields", redacted) { header in
                row("single_header/name", "SingleHeader/Name", header)
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
