public import TerraneCore

extension IAM.Statement {
    /// When a statement holds: a test, a key of the request, the values of which one has to pass ("IAM JSON policy elements:
    /// Condition operators", AWS Identity and Access Management User Guide).
    public struct Condition: Hashable, Sendable {
        /// `StringEquals`.
        public let test: String
        /// `aws:SourceArn`.
        public let key: String
        public let values: [Value<String>]

        public init(_ test: String, _ key: String, _ values: [Value<String>]) {
            self.test = test
            self.key = key
            self.values = values
        }
    }
}

extension IAM.Statement.Condition {
    public static func equals(_ key: String, _ values: Value<String>...) -> Self { Self("StringEquals", key, values) }
    public static func notEquals(_ key: String, _ values: Value<String>...) -> Self {
        Self("StringNotEquals", key, values)
    }

    /// With `*` and `?` in the values.
    public static func like(_ key: String, _ values: Value<String>...) -> Self { Self("StringLike", key, values) }
    public static func notLike(_ key: String, _ values: Value<String>...) -> Self { Self("StringNotLike", key, values) }

    public static func arnEquals(_ key: String, _ values: Value<ARN>...) -> Self {
        Self("ArnEquals", key, values.map { $0.as() })
    }

    /// With `*` and `?` in each part between colons.
    public static func arnLike(_ key: String, _ values: Value<ARN>...) -> Self {
        Self("ArnLike", key, values.map { $0.as() })
    }

    public static func arnNotLike(_ key: String, _ values: Value<ARN>...) -> Self {
        Self("ArnNotLike", key, values.map { $0.as() })
    }

    public static func ipAddress(_ ranges: CIDR..., key: String = "aws:SourceIp") -> Self {
        Self("IpAddress", key, ranges.map { Value($0.expression) })
    }

    public static func notIPAddress(_ ranges: CIDR..., key: String = "aws:SourceIp") -> Self {
        Self("NotIpAddress", key, ranges.map { Value($0.expression) })
    }

    public static func bool(_ key: String, _ flag: Bool) -> Self { Self("Bool", key, [flag ? "true" : "false"]) }

    /// Whether the request has the key at all.
    public static func exists(_ key: String, _ exists: Bool = true) -> Self {
        Self("Null", key, [exists ? "false" : "true"])
    }

    public static func atMost(_ key: String, _ number: Int) -> Self {
        Self("NumericLessThanEquals", key, [Value(String(number))])
    }

    public static func atLeast(_ key: String, _ number: Int) -> Self {
        Self("NumericGreaterThanEquals", key, [Value(String(number))])
    }

    /// The same where the request has the key; without the key it holds.
    public var ifPresent: Self { Self(test + "IfExists", key, values) }
    /// Each value of a key with several has to pass.
    public var forAllValues: Self { Self("ForAllValues:" + test, key, values) }
    /// One value of a key with several has to pass.
    public var forAnyValue: Self { Self("ForAnyValue:" + test, key, values) }

    /// The request comes over TLS.
    public static let secureTransport = bool("aws:SecureTransport", true)
    /// The request comes from the account of the stack, directly or through a service that works for it.
    public static let fromThisAccount = equals("aws:SourceAccount", Deployment.account)
}
