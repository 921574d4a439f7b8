public import TerraneCore

/// Files for everybody: a bucket that only its distribution can read, under a host name of one's own.
///
/// CloudFront takes its certificate from us-east-1 ("Requirements for using SSL/TLS certificates with CloudFront",
/// Amazon CloudFront Developer Guide), wherever the bucket is.
public struct StaticAssets: Component {
    public var declaration: Declaration
    public let host: String
    public let bucketName: String
    public let zone: Value<Route53.HostedZoneID>

    public init(
        _ name: Name, at host: String, in zone: Value<Route53.HostedZoneID>, bucketName: String? = nil,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.host = host
        self.zone = zone
        self.bucketName = bucketName ?? name.dashed
    }

    public var bucketARN: Value<ARN> { bucket.arn }
    public var distributionHost: Value<Host> { distribution.host }

    public var body: Content {
        bucket
        certificate.region(.virginia)
        control
        distribution
        DNSRecord(
            name / "dns", host, in: zone,
            to: .init(distribution.host, zone: CloudFront.hostedZone, evaluatesHealth: false), hasIPv6: true)
    }

    private var storage: S3.Bucket { S3.Bucket(name / "bucket", bucketName: bucketName) }

    private var bucket: PrivateBucket {
        PrivateBucket(
            name / "bucket", bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(30))], statements: [readers])
    }

    private var certificate: Certificate { Certificate(name / "certificate", for: host, in: zone) }

    private var control: CloudFront.OriginAccessControl { CloudFront.OriginAccessControl(name / "access") }

    private var distribution: CloudFront.Distribution {
        CloudFront.Distribution(
            name / "distribution", comment: "Static assets at \(host)", aliases: [host],
            origin: storage.regionalHost, accessControl: control.id,
            certificate: certificate.arn)
    }

    private var readers: IAM.Statement {
        IAM.Statement(
            .allow, id: "ServeThroughCloudFront", principal: .service("cloudfront.amazonaws.com"),
            actions: ["s3:GetObject"], resources: ["\(storage.arn)/*"],
            conditions: [.equals("AWS:SourceArn", distribution.arn.as())])
    }
}
