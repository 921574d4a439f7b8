public import TerraneCore

extension WAF {
    /// A managed rule group by its name ("AWS Managed Rules rule groups list", AWS WAF Developer Guide).
    public struct ManagedRuleGroup: Hashable, Sendable, ExpressibleByStringLiteral {
        public let name: String
        public let vendor: String
        /// `Version_1.10`; nil for the version that the vendor recommends.
        public private(set) var version: String?
        /// How closely Bot Control looks; for that group alone.
        public private(set) var botInspection: BotInspection?

        /// What Bot Control looks for: bots that say that they are, or also those that hide.
        public enum BotInspection: String, Hashable, Sendable, ExpressionConvertible {
            case common = "COMMON"
            case targeted = "TARGETED"
        }

        public init(_ name: String, vendor: String = "AWS") {
            self.name = name
            self.vendor = vendor
        }

        public init(stringLiteral name: String) {
            self.init(name)
        }

        /// This version until another one is written here.
        public func version(_ version: String) -> ManagedRuleGroup {
            var copy = self
            copy.version = version
            return copy
        }

        var rows: Properties {
            Properties {
                row("vendor_name", "VendorName", vendor)
                row("name", "Name", name)
                row("version", "Version", version)
                if let botInspection {
                    repeated("managed_rule_group_configs", "ManagedRuleGroupConfigs", [botInspection]) { inspection in
                        nested("aws_managed_rules_bot_control_rule_set", "AWSManagedRulesBotControlRuleSet") {
                            row("inspection_level", "InspectionLevel", inspection)
                        }
                    }
                }
            }
        }
    }
}

extension WAF.ManagedRuleGroup {
    /// What OWASP's publications warn of.
    public static let common: WAF.ManagedRuleGroup = "AWSManagedRulesCommonRuleSet"
    /// Requests that are known to exploit something.
    public static let knownBadInputs: WAF.ManagedRuleGroup = "AWSManagedRulesKnownBadInputsRuleSet"
    public static let sqlDatabase: WAF.ManagedRuleGroup = "AWSManagedRulesSQLiRuleSet"
    public static let linux: WAF.ManagedRuleGroup = "AWSManagedRulesLinuxRuleSet"
    public static let unix: WAF.ManagedRuleGroup = "AWSManagedRulesUnixRuleSet"
    public static let windows: WAF.ManagedRuleGroup = "AWSManagedRulesWindowsRuleSet"
    public static let php: WAF.ManagedRuleGroup = "AWSManagedRulesPHPRuleSet"
    public static let wordPress: WAF.ManagedRuleGroup = "AWSManagedRulesWordPressRuleSet"
    /// Addresses that Amazon knows of bots and other threats.
    public static let ipReputation: WAF.ManagedRuleGroup = "AWSManagedRulesAmazonIpReputationList"
    public static let anonymousAddresses: WAF.ManagedRuleGroup = "AWSManagedRulesAnonymousIpList"
    public static let administration: WAF.ManagedRuleGroup = "AWSManagedRulesAdminProtectionRuleSet"

    /// Requests of programs. It costs by the request.
    public static func botControl(_ inspection: BotInspection = .common) -> WAF.ManagedRuleGroup {
        var group: WAF.ManagedRuleGroup = "AWSManagedRulesBotControlRuleSet"
        group.botInspection = inspection
        return group
    }
}
