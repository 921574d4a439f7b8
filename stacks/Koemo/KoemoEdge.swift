import Terrane

/// Where requests arrive: names, certificates, the firewall, the load balancer, the files for everybody.
extension Koemo {
    /// The public zone of koemo.app, which came with the domain.
    var zone: Parameter<Route53.HostedZoneID> {
        Parameter("hosted_zone_id", description: "The Route 53 hosted zone of koemo.app")
    }

    /// From where administrators come.
    var administrators: Parameter<[String]> {
        Parameter("admin_addresses", description: "Address ranges of administrators, which the firewall lets pass")
    }

    @ContentBuilder var edge: Content {
        certificate
        firewall
        balancer
        DNSRecord("koemo-api", plan.apiHost, in: zone.value, to: balancer.alias, role: plan.duty)
        if !isStandby {
            StaticAssets(
                "koemo-assets", at: plan.assetsHost, in: zone.value, bucketName: "koemo-assets\(plan.suffix)",
                headers: .securityHeaders
            )
            .suppressing("CKV_AWS_68", on: CloudFront.Distribution.self, because: Accepted.publicFiles)
            .suppressing("CKV_AWS_86", on: CloudFront.Distribution.self, because: Accepted.publicFiles)
            .exempt(
                from: .logging, on: CloudFront.Distribution.self, because: Accepted.publicFiles,
                until: Accepted.nextReview)
        }
    }

    var certificate: Certificate { Certificate("koemo-api-certificate", for: plan.apiHost, in: zone.value) }

    /// Administrators pass first: an ALLOW behind the blocking rules would never be asked.
    var firewall: Firewall {
        Firewall(
            "koemo-firewall",
            rules: [
                .allow("IPWhitelistRule", set: "administrators", addresses: administrators.value),
                .rateLimit("RateLimitRule", 1000, per: .minutes(5)),
                .sqlInjection("SQLInjectionRule"),
                .crossSiteScripting("XSSRule"),
                .managed(.knownBadInputs),
            ], logs: .threeMonths)
    }

    var balancer: LoadBalancer {
        LoadBalancer(
            "koemo-alb", in: network, certificate: certificate.arn, to: targets, protectedBy: firewall,
            isDeletable: !environment.isProduction,
            accessLogs: .kept(in: "koemo-alb-logs\(plan.suffix)", for: .days(90)))
    }

    var targets: ELB.TargetGroup {
        ELB.TargetGroup(
            "koemo-backend-targets", groupName: "koemo-backend", in: network.vpc, port: 3000,
            healthCheck: .http("/health", every: .seconds(30), timeout: .seconds(5), healthy: 2, unhealthy: 5),
            draining: .seconds(300))
    }
}
