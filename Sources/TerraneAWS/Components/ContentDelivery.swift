public import TerraneCore

/// A system's door near its users: a CloudFront distribution under host names of one's own, with its certificate and its
/// DNS records. The first behaviour whose path fits takes a request; what none takes goes to the default origin.
///
/// CloudFront takes its certificate, and its firewall, from us-east-1 ("Requirements for using SSL/TLS certificates with
/// CloudFront", Amazon CloudFront Developer Guide), wherever the rest is.
///
/// A bucket among the origins is a part of it, since the bucket's policy names the distribution: do not list it again.
///
///     ContentDelivery(
///         "cdn", at: ["www.example.com"], in: zone, from: .loadBalancer(web),
///         behaviors: [.init("/assets/*", from: .bucket(assets))], protectedBy: firewall
///     )
///     .logging(.kept(in: "example-cdn-logs", for: .days(90)))
public struct ContentDelivery: Component {
    public var declaration: Declaration
    /// The first one gives the certificate its name.
    public let hosts: [String]
    public let zone: Value<Route53.HostedZoneID>
    public let defaultBehavior: Behavior
    public let behaviors: [Behavior]
    public let firewall: Firewall?
    public internal(set) var comment: String
    public internal(set) var rootObject: String?
    public internal(set) var errorPages: [CloudFront.ErrorPage] = []
    public internal(set) var countries: CloudFront.Countries = .all
    public internal(set) var priceClass: CloudFront.PriceClass = .asia
    public internal(set) var accessLogs: AccessLogs?
    public internal(set) var hasDetailedMetrics = false

    public init(
        _ name: Name, at hosts: [String], in zone: Value<Route53.HostedZoneID>, from origin: Origin,
        _ handling: CloudFront.Handling? = nil, behaviors: [Behavior] = [], protectedBy firewall: Firewall?,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.hosts = hosts
        self.zone = zone
        self.defaultBehavior = Behavior(nil, from: origin, handling)
        self.behaviors = behaviors
        self.firewall = firewall
        self.comment = "Content at \(hosts.first ?? name.dashed)"
    }

    public var distributionID: Value<String> { distribution.id }
    public var distributionARN: Value<ARN> { distribution.arn }
    public var distributionHost: Value<Host> { distribution.host }
    public var metrics: Metrics { Metrics(of: distribution.id) }

    /// Where a DNS record of it leads.
    public var alias: Route53.AliasTarget {
        .init(distribution.host, zone: CloudFront.hostedZone, evaluatesHealth: false)
    }

    public var body: Content {
        for bucket in buckets { bucket }
        certificate.region(.virginia)
        if !buckets.isEmpty { control }
        if let logBucket { logBucket }
        distribution
        if hasDetailedMetrics { CloudFront.MonitoringSubscription(name / "metrics", of: distribution.id) }
        for host in hosts { DNSRecord(recordName(of: host), host, in: zone, to: alias, hasIPv6: true) }
    }

    private var certificate: Certificate {
        Certificate(name / "certificate", for: hosts.first ?? "", and: Array(hosts.dropFirst()), in: zone)
    }

    var control: CloudFront.OriginAccessControl { CloudFront.OriginAccessControl(name / "access") }

    private var logBucket: PrivateBucket? { accessLogs.map { $0.distributionBucket(name / "logs") } }

    var distribution: CloudFront.Distribution {
        var distribution = CloudFront.Distribution(
            name / "distribution", comment: comment, aliases: hosts, certificate: certificate.arn,
            defaultBehavior: lowered(defaultBehavior), behaviors: behaviors.map(lowered), webACL: firewall?.arn,
            rootObject: rootObject, errorPages: errorPages)
        distribution.countries = countries
        distribution.priceClass = priceClass
        distribution.logBucket = logBucket?.host
        return distribution
    }

    /// `dns` for the first host, `dns-example-com` for another.
    private func recordName(of host: String) -> Name {
        guard host != hosts.first else { return name / "dns" }
        let label = host.utf8.map { HostName.isLetterOrDigit($0) ? $0 : UInt8(ascii: "-") }
        return name / "dns-\(String(decoding: label, as: UTF8.self))"
    }
}

extension ContentDelivery {
    /// Serves this file at `/`: `index.html`.
    public func rootObject(_ file: String?) -> ContentDelivery {
        changed { $0.rootObject = file }
    }

    /// Answers errors of the origins with pages.
    public func errorPages(_ pages: CloudFront.ErrorPage...) -> ContentDelivery {
        changed { $0.errorPages += pages }
    }

    /// Answers viewers of some countries alone.
    public func countries(_ countries: CloudFront.Countries) -> ContentDelivery {
        changed { $0.countries = countries }
    }

    /// Serves from more or fewer places; from all but the dearest unless told otherwise.
    public func priceClass(_ priceClass: CloudFront.PriceClass) -> ContentDelivery {
        changed { $0.priceClass = priceClass }
    }

    /// Keeps a record of each request, in a bucket of its own.
    public func logging(_ logs: AccessLogs) -> ContentDelivery {
        changed { $0.accessLogs = logs }
    }

    /// Measures the cache and the origins too, for a price.
    public func detailedMetrics() -> ContentDelivery {
        changed { $0.hasDetailedMetrics = true }
    }

    func changed(_ change: (inout ContentDelivery) -> Void) -> ContentDelivery {
        var copy = self
        change(&copy)
        return copy
    }
}

extension ContentDelivery {
    public func check() -> [Diagnostic] {
        var problems = hosts.isEmpty ? [Diagnostic.deliveryWithoutHost(name)] : []
        if let firewall, firewall.scope != .cloudFront { problems.append(.firewallScope(name, firewall)) }
        for secret in allBehaviors.compactMap(\.origin.secret) where secret.value.text != nil {
            problems.append(.originSecretWrittenOut(name, secret.header))
        }
        problems += allBehaviors.filter(\.hidesHostFromBalancer).map { .hostHidden(name, $0.path ?? "*") }
        return problems
    }
}

extension Diagnostic {
    static func deliveryWithoutHost(_ name: Name) -> Diagnostic {
        .error("'\(name)' has no host name", help: "Give it one: `at: [\"www.example.com\"]`.")
    }

    /// The name of a load balancer itself is in nobody's certificate ("Requiring HTTPS for communication between
    /// CloudFront and your custom origin").
    static func hostHidden(_ name: Name, _ path: String) -> Diagnostic {
        .error(
            "'\(name)' hides the viewer's host name from a load balancer, for '\(path)'",
            help: "Its certificate has that name alone: forward `.allViewer`, or name a host that leads to it.")
    }

    static func originSecretWrittenOut(_ name: Name, _ header: String) -> Diagnostic {
        .error(
            "the secret in the header '\(header)' of '\(name)' is written out",
            help: "Make it a parameter: `Parameter(\"origin_secret\", sensitive: true).value`.")
    }
}
