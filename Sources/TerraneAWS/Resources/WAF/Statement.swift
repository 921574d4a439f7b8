public import TerraneCore

extension WAF {
    /// What a rule looks for. Statements hold statements, four deep ("Rule statements list", AWS WAF Developer Guide).
    public indirect enum Statement: Hashable, Sendable {
        /// More requests from one address than this in the window: 60, 120, 300 or 600 seconds. Of those that the inner
        /// statement matches, if there is one.
        case rate(limit: Int, window: TimeSpan, of: Statement? = nil)
        case sqlInjection(in: Field)
        case crossSiteScripting(in: Field)
        case addresses(in: Value<ARN>)
        /// Countries by their two letters (ISO 3166).
        case countries([String])
        /// A part of a request that is, or begins with, such a text in lower case.
        case text(String, Position = .exactly, in: Field)
        /// A group of rules that somebody else keeps; of its rules, those that are `counted` block nothing.
        case managedGroup(vendor: String, name: String, counted: [String] = [])
        case all([Statement])
        case any([Statement])
        case not(Statement)

        public enum Position: String, Hashable, Sendable, ExpressionConvertible {
            case exactly = "EXACTLY"
            case atStart = "STARTS_WITH"
            case atEnd = "ENDS_WITH"
            case anywhere = "CONTAINS"
        }

        @PropertiesBuilder var table: Properties {
            switch self {
            case .rate(let limit, let window, let inner): rate(limit, window, inner)
            case .sqlInjection(let field): inspection("sqli_match_statement", "SqliMatchStatement", field)
            case .crossSiteScripting(let field): inspection("xss_match_statement", "XssMatchStatement", field)
            case .addresses(let set):
                nested("ip_set_reference_statement", "IPSetReferenceStatement") { row("arn", "Arn", set) }
            case .countries(let codes):
                nested("geo_match_statement", "GeoMatchStatement") { row("country_codes", "CountryCodes", codes) }
            case .text(let text, let position, let field): match(text, position, field)
            case .managedGroup(let vendor, let name, let counted): group(vendor, name, counted)
            case .all(let parts): combination("and_statement", "AndStatement", parts)
            case .any(let parts): combination("or_statement", "OrStatement", parts)
            case .not(let part):
                nested("not_statement", "NotStatement") { nested("statement", "Statement") { part.table } }
            }
        }

        private func rate(_ limit: Int, _ window: TimeSpan, _ inner: Statement?) -> Row {
            nested("rate_based_statement", "RateBasedStatement") {
                row("limit", "Limit", limit)
                row("evaluation_window_sec", "EvaluationWindowSec", window.inSeconds)
                row("aggregate_key_type", "AggregateKeyType", "IP")
                if let inner { nested("scope_down_statement", "ScopeDownStatement") { inner.table } }
            }
        }

        private func inspection(_ terraform: String, _ cloudFormation: String, _ field: Field) -> Row {
            nested(terraform, cloudFormation) {
                field.row
                TextTransformation.rows([.urlDecode, .htmlEntityDecode])
            }
        }

        private func match(_ text: String, _ position: Position, _ field: Field) -> Row {
            nested("byte_match_statement", "ByteMatchStatement") {
                row("search_string", "SearchString", text)
                row("positional_constraint", "PositionalConstraint", position)
                field.row
                TextTransformation.rows(field == .method ? [.none] : [.urlDecode, .lowercase])
            }
        }

        private func group(_ vendor: String, _ name: String, _ counted: [String]) -> Row {
            nested("managed_rule_group_statement", "ManagedRuleGroupStatement") {
                row("vendor_name", "VendorName", vendor)
                row("name", "Name", name)
                repeated("rule_action_override", "RuleActionOverrides", counted) { rule in
                    row("name", "Name", rule)
                    nested("action_to_use", "ActionToUse") { marker("count", "Count") }
                }
            }
        }

        private func combination(_ terraform: String, _ cloudFormation: String, _ parts: [Statement]) -> Row {
            nested(terraform, cloudFormation) {
                repeated("statement", "Statements", parts) { $0.table }
            }
        }
    }
}
