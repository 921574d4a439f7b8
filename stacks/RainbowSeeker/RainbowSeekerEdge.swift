import Terrane

/// Where requests arrive: names, the certificate, the firewall, the load balancer, the photographs for everybody.
extension RainbowSeeker {
    /// The public zone of rainbow-seeker.app, which came with the domain.
    var zone: Parameter<Route53.HostedZoneID> {
        Parameter("hosted_zone_id", description: "The Route 53 hosted zone of rainbow-seeker.app")
    }

    @ContentBuilder var edge: Content {
        certificate
        firewall
        balancer
        DNSRecord("rainbow-seeker-api-name", plan.apiHost, in: zone.value, to: balancer.alias)
        assets
    }

    var certificate: Certificate { Certificate("rainbow-seeker-certificate", for: plan.apiHost, in: zone.value) }

    var firewall: Firewall { Firewall("rainbow-seeker-firewall", rules: .standard, logs: .threeMonths) }

    /// Closed to the Internet but for 80, which leads to 443, and 443.
    var balancer: LoadBalancer {
        LoadBalancer(
            "rainbow-seeker-alb", in: network, certificate: certificate.arn, to: targets, protectedBy: firewall,
            isDeletable: !environment.isProduction,
            accessLogs: .kept(in: "rainbow-seeker-alb-logs\(plan.suffix)", for: .days(90)))
    }

    var targets: ELB.TargetGroup {
        ELB.TargetGroup(
            "rainbow-seeker-api-targets", groupName: "rainbow-seeker-api", in: network.vpc, port: 3000,
            healthCheck: .http("/health"))
    }

    var assets: StaticAssets {
        StaticAssets(
            "rainbow-seeker-assets", at: plan.assetsHost, in: zone.value,
            bucketName: "rainbow-seeker-assets\(plan.suffix)", headers: .securityHeaders
        )
        .suppressing("CKV_AWS_68", on: CloudFront.Distribution.self, because: Accepted.publicFiles)
        .suppressing("CKV_AWS_86", on: CloudFront.Distribution.self, because: Accepted.publicFiles)
        .exempt(
            from: .logging, on: CloudFront.Distribution.self, because: Accepted.publicFiles, until: Accepted.nextReview)
    }
}
