public import TerraneCore

extension CloudFront {
    /// Where a distribution takes what it does not have in its cache ("Origin settings", Amazon CloudFront Developer
    /// Guide).
    public struct Origin: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// A bucket, which is shown this access control.
            case bucket(accessControl: Value<String>)
            /// Anything else. It is spoken to over TLS 1.2 alone.
            case https(Port, timeout: TimeSpan)
        }

        /// A header that it gets with each request.
        public struct Header: Hashable, Sendable {
            public let name: String
            public let value: Value<String>

            public init(_ name: String, _ value: Value<String>) {
                self.name = name
                self.value = value
            }
        }

        /// What the distribution calls it.
        public let id: String
        public let host: Value<Host>
        public let kind: Kind
        /// What every path is put behind: `/static`.
        public let path: String?
        public let headers: [Header]

        public init(_ id: String, at host: Value<Host>, _ kind: Kind, path: String? = nil, headers: [Header] = []) {
            self.id = id
            self.host = host
            self.kind = kind
            self.path = path
            self.headers = headers
        }

        @PropertiesBuilder var table: Properties {
            row("origin_id", "Id", id)
            row("domain_name", "DomainName", host)
            row("origin_path", "OriginPath", path)
            switch kind {
            case .bucket(let accessControl):
                row("origin_access_control_id", "OriginAccessControlId", accessControl)
                cloudFormationOnly(
                    "S3OriginConfig/OriginAccessIdentity", "",
                    because: "CloudFormation wants to be told that it is a bucket")
            case .https(let port, let timeout):
                nested("custom_origin_config", "CustomOriginConfig") {
                    row("http_port", "HTTPPort", 80)
                    row("https_port", "HTTPSPort", port)
                    row("origin_protocol_policy", "OriginProtocolPolicy", "https-only")
                    row("origin_ssl_protocols", "OriginSSLProtocols", ["TLSv1.2"])
                    row("origin_read_timeout", "OriginReadTimeout", timeout.inSeconds)
                }
            }
            repeated("custom_header", "OriginCustomHeaders", headers) { header in
                row("name", "HeaderName", header.name)
                row("value", "HeaderValue", header.value)
            }
        }

        func check(in distribution: Name) -> [Diagnostic] {
            var problems: [Diagnostic] = []
            if let path, !path.hasPrefix("/") || path.hasSuffix("/") { problems.append(.originPath(id, path)) }
            if case .https(_, let timeout) = kind, !(1...60).contains(timeout.inSeconds) {
                problems.append(
                    .outOfRange("the timeout of the origin '\(id)'", of: distribution, timeout.inSeconds, 1...60))
            }
            return problems
        }
    }
}

extension Diagnostic {
    static func originPath(_ origin: String, _ path: String) -> Diagnostic {
        .error(
            "the path of the origin '\(origin)' is '\(path)'",
            help: "Begin it with a slash and end it without one, such as '/static'.")
    }
}
