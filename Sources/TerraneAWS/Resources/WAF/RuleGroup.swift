public import TerraneCore

extension WAF {
    /// Rules under one name, which several web ACLs can use ("Managing your own rule groups", AWS WAF Developer Guide).
    public struct RuleGroup: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_rule_group", cloudFormation: "AWS::WAFv2::RuleGroup", area: .security, tagging: .list)

        public var declaration: Declaration
        public var groupName: String
        public var description: String
        public var scope: Scope
        /// What its rules may cost to ask, in capacity units (WCU). It can never be changed, so leave room: a text costs 22 to
        /// 30, SQL 40, scripts 60, an address set or countries 1, an expression 13, a set of them 35, a rate limit 2 and its
        /// inner statement ("Rule statements list", AWS WAF Developer Guide).
        public var capacity: Int
        /// In the order in which they are asked.
        public var rules: [Rule]

        public init(
            _ name: Name, groupName: String? = nil, description: String, scope: Scope = .regional, capacity: Int,
            rules: [Rule], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.description = description
            self.scope = scope
            self.capacity = capacity
            self.rules = rules
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("name", "Name", groupName)
            row("description", "Description", description)
            row("scope", "Scope", scope)
            row("capacity", "Capacity", capacity)
            rules.answerRows
            rules.rows
            visibility(groupName)
        }

        public func check() -> [Diagnostic] {
            let groups = rules.filter { $0.statement.isGroup }
            return WAF.check("rule group", named: groupName) + rules.check()
                + groups.map { .groupInGroup($0.name) }
                + ((1...5000).contains(capacity) ? [] : [.ruleGroupCapacity(groupName, capacity)])
        }
    }
}

extension Diagnostic {
    static func groupInGroup(_ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' is a rule group inside a rule group",
            help: "AWS WAF takes groups in a web ACL alone: list it there.")
    }

    static func ruleGroupCapacity(_ group: String, _ capacity: Int) -> Diagnostic {
        .error("the rule group '\(group)' has a capacity of \(capacity)", help: "AWS WAF takes 1 to 5,000 units.")
    }
}
