import TerraneCore

extension WAF {
    /// A part of a request ("Request components in AWS WAF", AWS WAF Developer Guide).
    public enum Field: Hashable, Sendable {
        case body, queryString, uriPath, method
        /// A header, by its name in lower case.
        case header(String)

        var row: Row {
            nested("field_to_match", "FieldToMatch") {
                switch self {
                case .body:
                    nested("body", "Body") { TerraneCore.row("oversize_handling", "OversizeHandling", "CONTINUE") }
                case .queryString: marker("query_string", "QueryString")
                case .uriPath: marker("uri_path", "UriPath")
                case .method: marker("method", "Method")
                case .header(let name):
                    nested("single_header", "SingleHeader") { TerraneCore.row("name", "Name", name) }
                }
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
