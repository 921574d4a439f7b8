public import TerraneCore

/// Files for everybody: a bucket that only its distribution can read, under a host name of one's own.
///
/// CloudFront takes its certificate from us-east-1 ("Requirements for using SSL/TLS certificates with CloudFront",
/// Amazon CloudFront Developer Guide), wherever the bucket is.
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
    public var distributionHost: Value<Host> { distribution.host }

    public var body: Content {
        bucket
        certificate.region(.virginia)
        control
        distribution
        DNSRecord(name / "dns", host, in: zone, to: alias, hasIPv6: true)
        for other in alternatives {
            DNSRecord(name / "dns-\(StaticAssets.label(other))", other, in: zone, to: alias, hasIPv6: true)
        }
    }

    /// Where a DNS record of it leads.
    public var alias: Route53.AliasTarget {
        .init(distribution.host, zone: CloudFront.hostedZone, evaluatesHealth: false)
    }

    /// A host name as part of a `Name`: `www-example-com`.
    private static func label(_ host: String) -> String {
        String(decoding: host.utf8.map { HostName.isLetterOrDigit($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
    }

    private var storage: S3.Bucket { S3.Bucket(name / "bucket", bucketName: bucketName) }

    private var bucket: PrivateBucket {
        PrivateBucket(
            name / "bucket", bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(30))], statements: [readers])
    }

    private var certificate: Certificate { Certificate(name / "certificate", for: host, and: alternatives, in: zone) }

    private var control: CloudFront.OriginAccessControl { CloudFront.OriginAccessControl(name / "access") }

    private var distribution: CloudFront.Distribution {
        CloudFront.Distribution(
            name / "distribution", comment: "Static assets at \(host)", aliases: [host] + alternatives,
            origin: storage.regionalHost, accessControl: control.id, certificate: certificate.arn,
            webACL: firewall?.arn, rootObject: rootObject, headers: headers)
    }

    private var readers: IAM.Statement {
        IAM.Statement(
            .allow, id: "ServeThroughCloudFront", principal: .service("cloudfront.amazonaws.com"),
            actions: ["s3:GetObject"], resources: ["\(storage.arn)/*"],
            conditions: [.equals("AWS:SourceArn", distribution.arn.as())])
    }
    public func check() -> [Diagnostic] {
        guard let firewall, firewall.scope != .cloudFront else { return [] }
        return [.firewallScope(name, firewall)]
    }
}
