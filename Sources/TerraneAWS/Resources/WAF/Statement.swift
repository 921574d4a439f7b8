public import TerraneCore

extension WAF {
    /// What is done with a request that a statement matches.
    public enum Action: Hashable, Sendable {
        case allow, block, count
        /// What the rules of the group say; for managed rule groups alone.
        case asGroupSays
    }

    /// A statement, and what is done with the requests it matches.
    public struct Rule: Hashable, Sendable {
        public let name: String
        public let action: Action
        public let statement: Statement

        public init(_ name: String, _ action: Action, _ statement: Statement) {
            self.name = name
            self.action = action
            self.statement = statement
        }
    }

    /// A part of a request.
    public enum Field: Hashable, Sendable {
        case body, queryString, uriPath

        var row: Row {
            switch self {
            case .body:
                nested("field_to_match", "FieldToMatch") {
                    nested("body", "Body") { TerraneCore.row("oversize_handling", "OversizeHandling", "CONTINUE") }
                }
            case .queryString: nested("field_to_match", "FieldToMatch") { marker("query_string", "QueryString") }
            case .uriPath: nested("field_to_match", "FieldToMatch") { marker("uri_path", "UriPath") }
            }
        }
    }

    /// What a rule looks for. Statements hold statements, as deep as one likes ("Rule statements list", AWS WAF
    /// Developer Guide).
    public indirect enum Statement: Hashable, Sendable {
        /// More requests from one address than this in the window: 60, 120, 300 or 600 seconds.
        case rate(limit: Int, window: TimeSpan)
        case sqlInjection(in: Field)
        case crossSiteScripting(in: Field)
        case addresses(in: Value<ARN>)
        case managedGroup(vendor: String, name: String)
        case all([Statement])
        case any([Statement])
        case not(Statement)

        var table: Properties {
            Properties {
                switch self {
                case .rate(let limit, let window): rate(limit, window)
                case .sqlInjection(let field): inspection("sqli_match_statement", "SqliMatchStatement", field)
                case .crossSiteScripting(let field): inspection("xss_match_statement", "XssMatchStatement", field)
                case .addresses(let set):
                    nested("ip_set_reference_statement", "IPSetReferenceStatement") { row("arn", "Arn", set) }
                case .managedGroup(let vendor, let name):
                    nested("managed_rule_group_statement", "ManagedRuleGroupStatement") {
                        row("vendor_name", "VendorName", vendor)
                        row("name", "Name", name)
                    }
                case .all(let parts): combination("and_statement", "AndStatement", parts)
                case .any(let parts): combination("or_statement", "OrStatement", parts)
                case .not(let part):
                    nested("not_statement", "NotStatement") { nested("statement", "Statement") { part.table } }
                }
            }
        }

        private func rate(_ limit: Int, _ window: TimeSpan) -> Row {
            nested("rate_based_statement", "RateBasedStatement") {
                row("limit", "Limit", limit)
                row("evaluation_window_sec", "EvaluationWindowSec", window.inSeconds)
                row("aggregate_key_type", "AggregateKeyType", "IP")
            }
        }

        private func inspection(_ terraform: String, _ cloudFormation: String, _ field: Field) -> Row {
            nested(terraform, cloudFormation) {
                field.row
                repeated(
                    "text_transformation", "TextTransformations",
                    ["URL_DECODE", "HTML_ENTITY_DECODE"].enumerated().map { $0 }
                ) {
                    index, kind in
                    row("priority", "Priority", index)
                    row("type", "Type", kind)
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
