import TerraneCore

extension WAF {
    /// A part of a request ("Request components in AWS WAF", AWS WAF Developer Guide).
    public enum Field: Hashable, Sendable {
        case body, queryString, uriPath, method
        /// Every argument of the query.
        case allQueryArguments
        /// One argument of the query, by its name in lower case.
        case queryArgument(String)
        /// A header, by its name in lower case.
        case header(String)
        /// The values of all headers.
        case headers
        /// The values of all cookies.
        case cookies
        /// The values of a JSON body; a body that is no JSON is looked at as it is.
        case jsonBody

        /// What becomes of a request of which AWS WAF reads a part only ("Oversize web request components in AWS WAF", AWS WAF
        /// Developer Guide).
        enum Oversize: String, ExpressionConvertible {
            /// The part is looked at.
            case `continue` = "CONTINUE"
            case match = "MATCH"
            case noMatch = "NO_MATCH"
        }

        var row: Row { row(oversize: .continue) }

        func row(oversize: Oversize) -> Row {
            nested("field_to_match", "FieldToMatch") {
                switch self {
                case .body:
                    nested("body", "Body") { TerraneCore.row("oversize_handling", "OversizeHandling", oversize) }
                case .queryString: marker("query_string", "QueryString")
                case .uriPath: marker("uri_path", "UriPath")
                case .method: marker("method", "Method")
                case .allQueryArguments: marker("all_query_arguments", "AllQueryArguments")
                case .queryArgument(let name):
                    nested("single_query_argument", "SingleQueryArgument") { TerraneCore.row("name", "Name", name) }
                case .header(let name):
                    nested("single_header", "SingleHeader") { TerraneCore.row("name", "Name", name) }
                case .headers: Field.values("headers", "Headers", oversize)
                case .cookies: Field.values("cookies", "Cookies", oversize)
                case .jsonBody: Field.json(oversize)
                }
            }
        }

        /// All values of a map, as far as AWS WAF reads them.
        private static func values(_ terraform: String, _ cloudFormation: String, _ oversize: Oversize) -> Row {
            nested(terraform, cloudFormation) {
                nested("match_pattern", "MatchPattern") { marker("all", "All") }
                TerraneCore.row("match_scope", "MatchScope", "VALUE")
                TerraneCore.row("oversize_handling", "OversizeHandling", oversize)
            }
        }

        private static func json(_ oversize: Oversize) -> Row {
            nested("json_body", "JsonBody") {
                nested("match_pattern", "MatchPattern") { marker("all", "All") }
                TerraneCore.row("match_scope", "MatchScope", "VALUE")
                TerraneCore.row("invalid_fallback_behavior", "InvalidFallbackBehavior", "EVALUATE_AS_STRING")
                TerraneCore.row("oversize_handling", "OversizeHandling", oversize)
            }
        }
    }

    /// What is done with a part of a request before it is looked at, against disguise.
    enum TextTransformation: String, ExpressionConvertible {
        case none = "NONE"
        case lowercase = "LOWERCASE"
        case urlDecode = "URL_DECODE"
        case htmlEntityDecode = "HTML_ENTITY_DECODE"

        static func rows(_ kinds: [TextTransformation]) -> Row {
            repeated("text_transformation", "TextTransformations", Array(kinds.enumerated())) { index, kind in
                row("priority", "Priority", index)
                row("type", "Type", kind)
            }
        }
    }
}
