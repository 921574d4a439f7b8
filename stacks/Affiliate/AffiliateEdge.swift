import Terrane

/// Where requests arrive: CloudFront with its firewall, then the load balancer with its own, and static files.
extension Affiliate {
    /// The public zone of affiliate-system.com, which came with the domain.
    var zone: Parameter<Route53.HostedZoneID> {
        Parameter("hosted_zone_id", description: "The Route 53 hosted zone of affiliate-system.com")
    }

    /// What CloudFront tells the load balancer with every request.
    var originSecret: OriginSecret {
        OriginSecret(
            Parameter<String>(
                "origin_secret", sensitive: true, description: "What CloudFront shows the load balancer it is by"
            ).value)
    }

    @ContentBuilder var edge: Content {
        certificate
        firewall
        balancer
        DNSRecord("affiliate-origin-name", originHost, in: zone.value, to: balancer.alias)
        cdnFirewall
        cdn
    }

    var certificate: Certificate { Certificate("affiliate-certificate", for: host, and: [originHost], in: zone.value) }

    var firewall: Firewall { Firewall("affiliate-firewall", rules: .standard, logs: .threeMonths) }
    var cdnFirewall: Firewall {
        Firewall("affiliate-cdn-firewall", rules: .standard, scope: .cloudFront, logs: .threeMonths)
    }

    /// Whoever comes without the secret went round CloudFront and its firewall.
    var balancer: LoadBalancer {
        LoadBalancer(
            "affiliate-alb", in: network, certificate: certificate.arn, to: .respond(status: 403),
            protectedBy: firewall,
            accessLogs: .kept(in: "affiliate-system-alb-logs", for: .days(90))
        )
        .route("cloudfront", .header(originSecret.header, originSecret.value), to: targets, priority: 10)
    }

    var targets: ELB.TargetGroup {
        ELB.TargetGroup(
            "affiliate-web-targets", groupName: "affiliate-web", in: network.vpc, port: 80,
            healthCheck: .http("/health"))
    }

    var cdn: ContentDelivery {
        ContentDelivery(
            "affiliate-cdn", at: [host], in: zone.value, from: .loadBalancer(balancer, secret: originSecret),
            behaviors: [.init("/assets/*", from: .bucket(assets))], protectedBy: cdnFirewall
        )
        .logging(.kept(in: "affiliate-system-cdn-logs", for: .days(90)))
    }

    var assets: PrivateBucket {
        PrivateBucket(
            "affiliate-assets", bucketName: "affiliate-system-assets",
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(30))])
    }
}
