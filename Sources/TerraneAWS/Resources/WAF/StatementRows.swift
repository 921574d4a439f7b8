import TerraneCore

/// Statements as AWS WAF writes them.
extension WAF.Statement {
    @PropertiesBuilder var table: Properties {
        switch self {
        case .rate(let limit, let window, let key, let inner): rate(limit, window, key, inner)
        case .sqlInjection(let field, let sensitivity):
            nested("sqli_match_statement", "SqliMatchStatement") {
                row("sensitivity_level", "SensitivityLevel", sensitivity)
                inspected(field)
            }
        case .crossSiteScripting(let field):
            nested("xss_match_statement", "XssMatchStatement") { inspected(field) }
        case .addresses(let set, let forwarded): addresses(set, forwarded)
        case .countries(let codes, let forwarded):
            nested("geo_match_statement", "GeoMatchStatement") {
                row("country_codes", "CountryCodes", codes)
                if let forwarded { forwarded.block }
            }
        case .text(let text, let position, let field): match(text, position, field)
        case .pattern(let pattern, let field):
            nested("regex_match_statement", "RegexMatchStatement") {
                row("regex_string", "RegexString", pattern)
                decoded(field)
            }
        case .patterns(let set, let field):
            nested("regex_pattern_set_reference_statement", "RegexPatternSetReferenceStatement") {
                row("arn", "Arn", set)
                decoded(field)
            }
        case .size(let comparison, let size, let field): measure(comparison, size, field)
        case .label(let key):
            nested("label_match_statement", "LabelMatchStatement") {
                row("scope", "Scope", "LABEL")
                row("key", "Key", key)
            }
        case .managedGroup(let group, let overrides, let inner): managed(group, overrides, inner)
        case .ruleGroup(let arn, let overrides):
            nested("rule_group_reference_statement", "RuleGroupReferenceStatement") {
                row("arn", "Arn", arn)
                replaced(overrides)
            }
        case .all(let parts): combination("and_statement", "AndStatement", parts)
        case .any(let parts): combination("or_statement", "OrStatement", parts)
        case .not(let part): nested("not_statement", "NotStatement") { nested("statement", "Statement") { part.table } }
        }
    }

    private func rate(_ limit: Int, _ window: TimeSpan, _ key: WAF.RateKey, _ inner: WAF.Statement?) -> Row {
        nested("rate_based_statement", "RateBasedStatement") {
            row("limit", "Limit", limit)
            row("evaluation_window_sec", "EvaluationWindowSec", window.inSeconds)
            key.rows
            if let inner { nested("scope_down_statement", "ScopeDownStatement") { inner.table } }
        }
    }

    @PropertiesBuilder private func inspected(_ field: WAF.Field) -> Properties {
        field.row
        WAF.TextTransformation.rows([.urlDecode, .htmlEntityDecode])
    }

    /// Of several forwarded addresses the first is the client's.
    private func addresses(_ set: Value<ARN>, _ forwarded: WAF.ForwardedAddress?) -> Row {
        nested("ip_set_reference_statement", "IPSetReferenceStatement") {
            row("arn", "Arn", set)
            if let forwarded {
                nested("ip_set_forwarded_ip_config", "IPSetForwardedIPConfig") {
                    forwarded.rows
                    row("position", "Position", "FIRST")
                }
            }
        }
    }

    private func match(_ text: String, _ position: Position, _ field: WAF.Field) -> Row {
        nested("byte_match_statement", "ByteMatchStatement") {
            row("search_string", "SearchString", text)
            row("positional_constraint", "PositionalConstraint", position)
            field.row
            WAF.TextTransformation.rows(field == .method ? [.none] : [.urlDecode, .lowercase])
        }
    }

    /// Regular expressions see upper and lower case as they are.
    @PropertiesBuilder private func decoded(_ field: WAF.Field) -> Properties {
        field.row
        WAF.TextTransformation.rows([.urlDecode])
    }

    /// A size is that of what was sent.
    private func measure(_ comparison: Comparison, _ size: Int, _ field: WAF.Field) -> Row {
        nested("size_constraint_statement", "SizeConstraintStatement") {
            row("comparison_operator", "ComparisonOperator", comparison)
            row("size", "Size", size)
            field.row(oversize: comparison.isMetByMore ? .match : .noMatch)
            WAF.TextTransformation.rows([.none])
        }
    }

    private func managed(
        _ group: WAF.ManagedRuleGroup, _ overrides: [WAF.RuleOverride], _ inner: WAF.Statement?
    ) -> Row {
        nested("managed_rule_group_statement", "ManagedRuleGroupStatement") {
            group.rows
            replaced(overrides)
            if let inner { nested("scope_down_statement", "ScopeDownStatement") { inner.table } }
        }
    }

    private func replaced(_ overrides: [WAF.RuleOverride]) -> Row {
        repeated("rule_action_override", "RuleActionOverrides", overrides) { override in
            row("name", "Name", override.rule)
            nested("action_to_use", "ActionToUse") { override.action.mark }
        }
    }

    private func combination(_ terraform: String, _ cloudFormation: String, _ parts: [WAF.Statement]) -> Row {
        nested(terraform, cloudFormation) {
            repeated("statement", "Statements", parts) { $0.table }
        }
    }
}

extension WAF.Statement.Comparison {
    /// Whether a part of a request that is too long to be read through is long enough.
    fileprivate var isMetByMore: Bool { [.greater, .atLeast, .notEqual].contains(self) }
}
