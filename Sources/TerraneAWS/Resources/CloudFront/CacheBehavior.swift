public import TerraneCore

extension CloudFront {
    /// How requests are handled ("Cache behavior settings", Amazon CloudFront Developer Guide).
    public struct Handling: Hashable, Sendable {
        public enum Methods: Hashable, Sendable {
            /// GET, HEAD and OPTIONS.
            case reading
            case all

            var names: [String] {
                let reading = ["GET", "HEAD", "OPTIONS"]
                return self == .reading ? reading : reading + ["PUT", "POST", "PATCH", "DELETE"]
            }
        }

        /// What becomes of viewers that come without TLS.
        public enum ViewerProtocol: String, Hashable, Sendable, ExpressionConvertible {
            case redirectToHTTPS = "redirect-to-https"
            case httpsOnly = "https-only"
        }

        public var caching: CachePolicy
        public var forwarding: OriginRequestPolicy?
        public var headers: ResponseHeadersPolicy?
        public var methods: Methods
        public var viewers: ViewerProtocol = .redirectToHTTPS
        /// Whether answers are compressed for viewers that can take it.
        public var compresses = true

        public init(
            caching: CachePolicy, forwarding: OriginRequestPolicy? = nil, headers: ResponseHeadersPolicy? = nil,
            methods: Methods = .reading
        ) {
            self.caching = caching
            self.forwarding = forwarding
            self.headers = headers
            self.methods = methods
        }

        /// Whether the origin sees the host name that the viewer asked for.
        var showsHost: Bool { caching.showsHost || forwarding?.showsHost ?? false }

        /// Kept in the cache, by path alone.
        public static let files = Handling(caching: .cachingOptimized)
        /// Handed through with all that the viewer sent, whatever the method.
        public static let application = Handling(
            caching: .cachingDisabled, forwarding: .allViewer, methods: .all)
        /// The same for an origin that goes by its own host name.
        public static let otherHost = Handling(
            caching: .cachingDisabled, forwarding: .allViewerExceptHostHeader, methods: .all)

        /// The same, with headers for the answers.
        public func answering(with headers: ResponseHeadersPolicy?) -> Handling {
            var copy = self
            copy.headers = headers
            return copy
        }
    }

    /// Which requests go to which origin, and how.
    public struct CacheBehavior: Hashable, Sendable {
        /// `/assets/*`, `*.js`; nil for all that no other one takes.
        public let path: String?
        public let origin: Origin
        public let handling: Handling

        public init(_ path: String? = nil, to origin: Origin, _ handling: Handling) {
            self.path = path
            self.origin = origin
            self.handling = handling
        }

        @PropertiesBuilder var table: Properties {
            row("path_pattern", "PathPattern", path)
            row("target_origin_id", "TargetOriginId", origin.id)
            row("viewer_protocol_policy", "ViewerProtocolPolicy", handling.viewers)
            row("allowed_methods", "AllowedMethods", handling.methods.names)
            row("cached_methods", "CachedMethods", ["GET", "HEAD"])
            row("cache_policy_id", "CachePolicyId", handling.caching)
            row("origin_request_policy_id", "OriginRequestPolicyId", handling.forwarding)
            row("response_headers_policy_id", "ResponseHeadersPolicyId", handling.headers)
            row("compress", "Compress", handling.compresses)
        }

        /// Amazon S3 goes by the host name in its signature, so it refuses a request that has the viewer's.
        func check(in distribution: Name) -> [Diagnostic] {
            guard case .bucket = origin.kind, handling.showsHost else { return [] }
            return [.hostToBucket(distribution, path ?? "*")]
        }
    }
}

extension Diagnostic {
    static func hostToBucket(_ distribution: Name, _ path: String) -> Diagnostic {
        .error(
            "'\(distribution)' shows the viewer's host name to a bucket, for '\(path)'",
            help: "Amazon S3 refuses such requests: handle them as `.files`, or forward `.corsS3Origin`.")
    }
}
