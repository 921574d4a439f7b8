public import TerraneCore

extension S3 {
    /// Which pages of other sites may do what with the objects ("Using cross-origin resource sharing (CORS)", Amazon S3
    /// User Guide).
    public struct CORSRule: Hashable, Sendable {
        public enum Method: String, Hashable, Sendable, ExpressionConvertible {
            case get = "GET"
            case head = "HEAD"
            case put = "PUT"
            case post = "POST"
            case delete = "DELETE"
        }

        /// `https://www.example.com`; one `*` may stand for anything.
        public let origins: [String]
        public let methods: [Method]
        /// Request headers that scripts may send.
        public let headers: [String]
        /// Response headers that scripts may read.
        public let exposedHeaders: [String]
        /// For how long browsers remember the permission.
        public let age: TimeSpan

        public init(
            from origins: [String], _ methods: [Method], headers: [String] = [], exposing exposedHeaders: [String] = [],
            rememberedFor age: TimeSpan = .hours(1)
        ) {
            self.origins = origins
            self.methods = methods
            self.headers = headers
            self.exposedHeaders = exposedHeaders
            self.age = age
        }
    }

    /// The rules for pages of other sites.
    public struct BucketCORS: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_cors_configuration"), cloudFormation: .part(of: "AWS::S3::Bucket"),
            area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var rules: [CORSRule]

        public init(
            _ name: Name, of bucket: Bucket, rules: [CORSRule], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.rules = rules
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            repeated("cors_rule", "CorsConfiguration/CorsRules", rules) { rule in
                row("allowed_origins", "AllowedOrigins", rule.origins)
                row("allowed_methods", "AllowedMethods", rule.methods)
                row("allowed_headers", "AllowedHeaders", rule.headers.isEmpty ? nil : rule.headers)
                row("expose_headers", "ExposedHeaders", rule.exposedHeaders.isEmpty ? nil : rule.exposedHeaders)
                row("max_age_seconds", "MaxAge", rule.age.inSeconds)
            }
        }

        public func check() -> [Diagnostic] {
            rules.flatMap(\.origins).filter { !BucketCORS.isOrigin($0) }.map { .corsOrigin(name, $0) }
        }

        private static func isOrigin(_ text: String) -> Bool {
            let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
            return text == "*" || (isAddress && !text.hasSuffix("/") && text.split(separator: "*").count <= 2)
        }
    }
}

extension Diagnostic {
    static func corsOrigin(_ bucket: Name, _ origin: String) -> Diagnostic {
        .error(
            "'\(origin)' is not an origin that '\(bucket)' can let in",
            help: "Write a scheme and a host without a path, such as 'https://www.example.com'.")
    }
}
