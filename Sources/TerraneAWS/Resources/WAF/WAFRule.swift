import TerraneCore

extension WAF {
    /// What is done with a request that a statement matches.
    public enum Action: Hashable, Sendable {
        case allow, block, count
        /// What the rules of the group say; for managed rule groups alone.
        case asGroupSays

        var row: Row {
            switch self {
            case .allow: nested("action", "Action") { marker("allow", "Allow") }
            case .block: nested("action", "Action") { marker("block", "Block") }
            case .count: nested("action", "Action") { marker("count", "Count") }
            case .asGroupSays: nested("override_action", "OverrideAction") { marker("none", "None") }
            }
        }
    }

    /// A statement, and what is done with the requests it matches ("AWS WAF rules", AWS WAF Developer Guide).
    public struct Rule: Hashable, Sendable {
        public let name: String
        public let action: Action
        public let statement: Statement

        public init(_ name: String, _ action: Action, _ statement: Statement) {
            self.name = name
            self.action = action
            self.statement = statement
        }

        func check() -> [Diagnostic] {
            var problems = WAF.check("rule", named: name)
            if statement.isGroup != (action == .asGroupSays) {
                problems.append(.actionOfGroup(name, isGroup: statement.isGroup))
            }
            return problems + statement.check(in: name)
        }
    }

    /// A managed rule group by its name ("AWS Managed Rules rule groups list", AWS WAF Developer Guide).
    public struct ManagedRuleGroup: Hashable, Sendable, ExpressibleByStringLiteral {
        public let name: String
        public let vendor: String

        public init(_ name: String, vendor: String = "AWS") {
            self.name = name
            self.vendor = vendor
        }

        public init(stringLiteral name: String) {
            self.init(name)
        }

        /// What OWASP's publications warn of.
        public static let common: ManagedRuleGroup = "AWSManagedRulesCommonRuleSet"
        public static let knownBadInputs: ManagedRuleGroup = "AWSManagedRulesKnownBadInputsRuleSet"
        public static let sqlDatabase: ManagedRuleGroup = "AWSManagedRulesSQLiRuleSet"
        public static let linux: ManagedRuleGroup = "AWSManagedRulesLinuxRuleSet"
        /// Addresses that Amazon knows of bots and other threats.
        public static let ipReputation: ManagedRuleGroup = "AWSManagedRulesAmazonIpReputationList"
        public static let anonymousAddresses: ManagedRuleGroup = "AWSManagedRulesAnonymousIpList"
        public static let administration: ManagedRuleGroup = "AWSManagedRulesAdminProtectionRuleSet"
    }
}

extension Diagnostic {
    static func actionOfGroup(_ rule: String, isGroup: Bool) -> Diagnostic {
        isGroup
            ? .error("the rule '\(rule)' has an action for a managed rule group", help: "Write `.asGroupSays`.")
            : .error(
                "the rule '\(rule)' acts as its group says and has no group",
                help: "Write `.allow`, `.block` or `.count`.")
    }
}
