import TerraneCore

extension WAF {
    /// Where the address of a client stands when a proxy is before AWS WAF.
    public struct ForwardedAddress: Hashable, Sendable {
        /// `X-Forwarded-For`.
        public let header: String
        /// Whether a request without a readable address matches.
        public let matchesWithout: Bool

        public init(header: String = "X-Forwarded-For", matchesWithout: Bool = false) {
            self.header = header
            self.matchesWithout = matchesWithout
        }

        @PropertiesBuilder var rows: Properties {
            row("header_name", "HeaderName", header)
            row("fallback_behavior", "FallbackBehavior", matchesWithout ? "MATCH" : "NO_MATCH")
        }

        var block: Row {
            nested("forwarded_ip_config", "ForwardedIPConfig") { rows }
        }
    }

    /// Whose requests a rate limit counts together ("Aggregating rate-based rules", AWS WAF Developer Guide).
    public enum RateKey: Hashable, Sendable {
        /// Those of one address.
        case address
        /// Those of one address, which a proxy forwards.
        case forwardedAddress(ForwardedAddress = ForwardedAddress())
        /// Those that are equal in all of these: 1 to 5.
        case parts([Part])
        /// All that the inner statement matches.
        case everything

        public enum Part: Hashable, Sendable {
            case address, method, uriPath, queryString
            case header(String)
            case cookie(String)
            case queryArgument(String)
        }

        @PropertiesBuilder var rows: Properties {
            switch self {
            case .address: row("aggregate_key_type", "AggregateKeyType", "IP")
            case .everything: row("aggregate_key_type", "AggregateKeyType", "CONSTANT")
            case .forwardedAddress(let place):
                row("aggregate_key_type", "AggregateKeyType", "FORWARDED_IP")
                place.block
            case .parts(let parts):
                row("aggregate_key_type", "AggregateKeyType", "CUSTOM_KEYS")
                repeated("custom_key", "CustomKeys", parts) { $0.row }
            }
        }
    }
}

extension WAF.RateKey.Part {
    fileprivate var row: Row {
        switch self {
        case .address: marker("ip", "IP")
        case .method: marker("http_method", "HTTPMethod")
        case .uriPath: nested("uri_path", "UriPath") { plain }
        case .queryString: nested("query_string", "QueryString") { plain }
        case .header(let name): named("header", "Header", name)
        case .cookie(let name): named("cookie", "Cookie", name)
        case .queryArgument(let name): named("query_argument", "QueryArgument", name)
        }
    }

    private func named(_ terraform: String, _ cloudFormation: String, _ name: String) -> Row {
        nested(terraform, cloudFormation) {
            TerraneCore.row("name", "Name", name)
            plain
        }
    }

    private var plain: Row { WAF.TextTransformation.rows([.none]) }
}
