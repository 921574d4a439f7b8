public import TerraneCore

/// A web site of files: a bucket that only its distribution can read, its first page, and what stands for a missing one.
///
///     StaticSite("site", at: ["www.example.com"], in: zone, .singlePageApplication, protectedBy: firewall)
public struct StaticSite: Component {
    /// What stands for a page that is not there.
    public enum Kind: Hashable, Sendable {
        /// The first page, which knows what to show: the application routes in the browser.
        case singlePageApplication
        /// This page, with the status 404: `/404.html`.
        case pages(notFound: String)
    }

    public var declaration: Declaration
    public let hosts: [String]
    public let zone: Value<Route53.HostedZoneID>
    public let kind: Kind
    public let bucketName: String
    public let firewall: Firewall?
    /// For answers; the security headers unless given.
    public let headers: CloudFront.ResponseHeadersPolicy

    public init(
        _ name: Name, at hosts: [String], in zone: Value<Route53.HostedZoneID>, _ kind: Kind,
        bucketName: String? = nil, headers: CloudFront.ResponseHeadersPolicy = .securityHeaders,
        protectedBy firewall: Firewall?, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.hosts = hosts
        self.zone = zone
        self.kind = kind
        self.bucketName = bucketName ?? name.dashed
        self.headers = headers
        self.firewall = firewall
    }

    public var distributionHost: Value<Host> { delivery.distributionHost }
    public var metrics: ContentDelivery.Metrics { delivery.metrics }

    /// What somebody who publishes the site may do: replace its files and forget the cache.
    public var publishing: [IAM.Statement] {
        [
            .managing(bucket), .listing(bucket),
            .allow("cloudfront:CreateInvalidation", on: [delivery.distributionARN]),
        ]
    }

    /// It is a distribution, and so has the distribution's parts under its own name.
    public var body: Content { delivery.body }

    public func check() -> [Diagnostic] { delivery.check() }

    /// For permissions: the distribution builds it.
    public var bucket: PrivateBucket {
        PrivateBucket(
            name / "bucket", bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(30))])
    }

    /// A missing file must be a 404: were it a 403, the page in its place would stand for what the firewall refused too.
    private var delivery: ContentDelivery {
        ContentDelivery(
            name, at: hosts, in: zone, from: .bucket(bucket, revealingAbsence: true),
            .files.answering(with: headers), protectedBy: firewall
        )
        .rootObject("index.html")
        .errorPages(missingPage)
        .changed { $0.comment = "Site at \(hosts.first ?? name.dashed)" }
    }

    private var missingPage: CloudFront.ErrorPage {
        switch kind {
        case .singlePageApplication: .init(for: 404, status: 200, path: "/index.html")
        case .pages(let page): .init(for: 404, status: 404, path: page)
        }
    }
}
