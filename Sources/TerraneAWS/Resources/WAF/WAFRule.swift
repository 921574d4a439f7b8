import TerraneCore

extension WAF {
    /// A statement, and what is done with the requests it matches ("AWS WAF rules", AWS WAF Developer Guide).
    public struct Rule: Hashable, Sendable {
        public let name: String
        public let action: Action
        public let statement: Statement
        /// What is put on the requests it matches, for later rules and metrics.
        public let labels: [String]

        public init(_ name: String, _ action: Action, _ statement: Statement, labels: [String] = []) {
            self.name = name
            self.action = action
            self.statement = statement
            self.labels = labels
        }

        func check() -> [Diagnostic] {
            var problems = WAF.check("rule", named: name)
            if statement.isGroup != action.isOfGroup {
                problems.append(.actionOfGroup(name, isGroup: statement.isGroup))
            }
            if case .answer(let answer) = action, !(200...599).contains(answer.status) {
                problems.append(.answerStatus(name, answer.status))
            }
            return problems + statement.check(in: name)
        }
    }
}

extension [WAF.Rule] {
    /// Rules in the order in which they are asked, each measured and sampled.
    var rows: Row {
        repeated("rule", "Rules", [(offset: Int, element: WAF.Rule)](enumerated())) { index, rule in
            row("name", "Name", rule.name)
            row("priority", "Priority", index)
            rule.action.row
            nested("statement", "Statement") { rule.statement.table }
            repeated("rule_label", "RuleLabels", rule.labels) { label in row("name", "Name", label) }
            WAF.visibility(rule.name)
        }
    }

    func check() -> [Diagnostic] {
        var seen: Set<String> = []
        var texts: [String: WAF.Answer.Body] = [:]
        let repeated = answers.filter { texts.updateValue($0, forKey: $0.key) != nil }
        return flatMap { rule in
            rule.check() + (seen.insert(rule.name).inserted ? [] : [.firewallRuleTwice(rule.name)])
        } + repeated.map { .answerTwice($0.key) }
    }
}

extension WAF {
    static func visibility(_ metric: String) -> Row {
        nested("visibility_config", "VisibilityConfig") {
            row("cloudwatch_metrics_enabled", "CloudWatchMetricsEnabled", true)
            row("metric_name", "MetricName", metric)
            row("sampled_requests_enabled", "SampledRequestsEnabled", true)
        }
    }
}

extension Diagnostic {
    static func firewallRuleTwice(_ rule: String) -> Diagnostic {
        .error("the rule '\(rule)' is there twice", help: "Give one of the two another name.")
    }

    static func actionOfGroup(_ rule: String, isGroup: Bool) -> Diagnostic {
        isGroup
            ? .error("the rule '\(rule)' has an action for a rule group", help: "Write `.asGroupSays`.")
            : .error(
                "the rule '\(rule)' acts as its group says and has no group",
                help: "Write `.allow`, `.block` or `.count`.")
    }

    static func answerStatus(_ rule: String, _ status: Int) -> Diagnostic {
        .error("the rule '\(rule)' answers with the status \(status)", help: "AWS WAF answers with 200 to 599.")
    }

    static func answerTwice(_ key: String) -> Diagnostic {
        .error(
            "two answers of one firewall have the key '\(key)' and differ",
            help: "Give one of the two another key, or both the same text.")
    }
}
