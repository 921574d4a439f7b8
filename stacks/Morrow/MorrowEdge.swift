import Terrane

/// Where requests arrive: the certificate, the firewall, the load balancer with its two colours, the CDN.
extension Morrow {
    /// The public zone of the environment's domain, which came with it.
    var zone: Parameter<Route53.HostedZoneID> {
        Parameter("hosted_zone_id", description: "The Route 53 hosted zone of \(plan.domain)")
    }

    @ContentBuilder var edge: Content {
        certificate
        firewall
        balancer
        DNSRecord("morrow-api-name", apiHost, in: zone.value, to: balancer.alias)
        cdnFirewall
        cdn
    }

    var certificate: Certificate {
        Certificate("morrow-certificate", for: apiHost, and: ["*.\(plan.domain)"], in: zone.value)
            .suppressing(
                "CKV2_AWS_71", on: ACM.Certificate.self, because: "One certificate for every host of the domain")
    }

    var firewall: Firewall { Firewall("morrow-firewall", rules: .standard, logs: .threeMonths) }

    /// Testers reach the new version at 8443 before anybody else does.
    var balancer: LoadBalancer {
        LoadBalancer(
            "morrow-alb", in: network, certificate: certificate.arn, to: .blueGreen(targets), protectedBy: firewall,
            isDeletable: !environment.isProduction,
            accessLogs: .kept(in: "morrow-alb-logs\(plan.suffix)", for: .days(90))
        )
        .testListener(at: 8443, from: "10.0.0.0/16")
    }

    var targets: BlueGreenTargets {
        BlueGreenTargets(
            ELB.TargetGroup("morrow-backend", in: network.vpc, port: 8080, healthCheck: .http("/health")),
            shiftedBy: .codeDeploy)
    }

    /// Scripts, styles and pictures that the backend has under `/static`; everything else from the bucket.
    var cdn: ContentDelivery {
        let assets = ContentDelivery.Origin.host(apiHost, path: "/static")
        return ContentDelivery(
            "morrow-cdn", at: ["cdn.\(plan.domain)"], in: zone.value, from: .bucket(files),
            behaviors: ["*.js", "*.css", "*.png"].map { .init($0, from: assets, .files) },
            protectedBy: cdnFirewall
        )
        .logging(.kept(in: "morrow-cdn-logs\(plan.suffix)", for: .days(90)))
    }

    var cdnFirewall: Firewall {
        Firewall("morrow-cdn-firewall", rules: .standard, scope: .cloudFront, logs: .threeMonths)
    }
}
