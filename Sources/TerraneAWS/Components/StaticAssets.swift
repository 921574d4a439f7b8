public import TerraneCore

/// Files for everybody: a bucket that only its distribution can read, under a host name of one's own.
///
///     StaticAssets("assets", at: "assets.example.com", in: zone, headers: .securityHeaders)
public struct StaticAssets: Component {
    public var declaration: Declaration
    public let host: String
    /// Other names of it.
    public let alternatives: [String]
    public let bucketName: String
    public let zone: Value<Route53.HostedZoneID>
    /// What is served at `/`.
    public let rootObject: String?
    public let headers: CloudFront.ResponseHeadersPolicy?
    public let firewall: Firewall?

    public init(
        _ name: Name, at host: String, and alternatives: [String] = [], in zone: Value<Route53.HostedZoneID>,
        bucketName: String? = nil, rootObject: String? = nil, headers: CloudFront.ResponseHeadersPolicy? = nil,
        protectedBy firewall: Firewall? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.host = host
        self.alternatives = alternatives
        self.zone = zone
        self.rootObject = rootObject
        self.headers = headers
        self.firewall = firewall
        self.bucketName = bucketName ?? name.dashed
    }

    public var bucketARN: Value<ARN> { bucket.arn }
    public var distributionHost: Value<Host> { delivery.distributionHost }
    public var metrics: ContentDelivery.Metrics { delivery.metrics }
    /// Where a DNS record of it leads.
    public var alias: Route53.AliasTarget { delivery.alias }

    /// It is a distribution, and so has the distribution's parts under its own name.
    public var body: Content { delivery.body }

    public func check() -> [Diagnostic] { delivery.check() }

    /// For permissions: the distribution builds it.
    public var bucket: PrivateBucket {
        PrivateBucket(
            name / "bucket", bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(30))])
    }

    private var delivery: ContentDelivery {
        ContentDelivery(
            name, at: [host] + alternatives, in: zone, from: .bucket(bucket), .files.answering(with: headers),
            protectedBy: firewall
        )
        .rootObject(rootObject)
        .changed { $0.comment = "Static assets at \(host)" }
    }
}
