import Terrane

extension Mistake {
    static var listeners: [Mistake] {
        [
            certificateElsewhere, noCertificate, policy, redirect, host, port, targetGroup, healthCheck, conditions,
            recordWithoutCertificate,
        ]
    }

    private static let https =
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html"

    private static var certificateElsewhere: Mistake {
        Mistake(
            "ValidationError: Certificate ARN is not valid (it is of another region)",
            "https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html", .graph,
            caughtBy: "listener-certificate-region"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), certificate: Door.certificate("www.example.com"))  // mistake
        } legal: {
            Door.certificate("www.example.com")
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), certificate: Door.certificate("www.example.com"))
        }
    }

    private static var noCertificate: Mistake {
        Mistake(
            "ValidationError: A certificate must be specified for HTTPS listeners",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html", .graph,
            caughtBy: "listener-without-certificate"
        ) {
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), certificate: nil)  // mistake
                .overriding { row("protocol", "Protocol", "HTTPS") }
        } legal: {
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), port: .http, certificate: nil)
        }
    }

    private static var policy: Mistake {
        Mistake(
            "SSLPolicyNotFound: SSL policy 'TLS13-1-2-2021-06' not found",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html", .graph,
            caughtBy: "tls-policy"
        ) {
            Door.certificate("www.example.com")
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), certificate: Door.certificate("www.example.com"))  // mistake
                .overriding { row("ssl_policy", "SslPolicy", "TLS13-1-2-2021-06") }
        } legal: {
            Door.certificate("www.example.com")
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), certificate: Door.certificate("www.example.com"))
                .overriding { row("ssl_policy", "SslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06") }
        }
    }

    private static var redirect: Mistake {
        Mistake(
            "InvalidLoadBalancerAction: The redirect configuration is not valid because it creates a loop",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
            .graph, caughtBy: "redirect-to-itself"
        ) {
            Door.certificate("www.example.com")
            Door.balancer()
            Door.listener(  // mistake
                of: Door.balancer(), certificate: Door.certificate("www.example.com"), .redirectToHTTPS)
        } legal: {
            Door.balancer()
            Door.listener(of: Door.balancer(), port: .http, certificate: nil, .redirectToHTTPS)
        }
    }

    private static var host: Mistake {
        Mistake(
            "NET::ERR_CERT_COMMON_NAME_INVALID for a host that a rule is for", https, .graph,
            caughtBy: "host-without-certificate"
        ) {
            Door.certificate("www.example.com")
            Door.balancer()
            Door.group
            secure
            route("admin.example.com")  // mistake
        } legal: {
            Door.certificate("www.example.com")
            Certificate("admin-certificate", for: "admin.example.com", in: Door.zone)
            Door.balancer()
            Door.group
            secure
            ELB.ListenerCertificate(
                "further", of: secure.arn,
                Certificate("admin-certificate", for: "admin.example.com", in: Door.zone).arn)
            route("admin.example.com")
        }
    }

    private static var secure: ELB.Listener {
        Door.listener(of: Door.balancer(), certificate: Door.certificate("www.example.com"))
    }

    private static func route(
        _ hosts: String..., file: String = #fileID, line: Int = #line
    ) -> ELB.ListenerRule {
        ELB.ListenerRule(
            "admin", of: secure.arn, priority: 10, when: [.host(hosts)], .forward(to: Door.group.arn), file: file,
            line: line)
    }

    private static var port: Mistake {
        Mistake(
            "DuplicateListener: A listener already exists on this port for this load balancer",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html", .graph,
            caughtBy: "port-listened-twice"
        ) {
            Door.balancer()
            Door.group
            Door.listener("one", of: Door.balancer(), port: .http, certificate: nil)
            Door.listener("other", of: Door.balancer(), port: .http, certificate: nil)  // mistake
        } legal: {
            Door.balancer()
            Door.group
            Door.listener("one", of: Door.balancer(), port: .http, certificate: nil)
            Door.listener("other", of: Door.balancer(), port: 8080, certificate: nil)
        }
    }

    private static var targetGroup: Mistake {
        Mistake(
            "TargetGroupAssociationLimit: target groups cannot be associated with more than one load balancer",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
            .graph, caughtBy: "group-of-two-balancers"
        ) {
            Door.balancer()
            Door.balancer("back")
            Door.group
            Door.listener("one", of: Door.balancer(), port: .http, certificate: nil)
            Door.listener("other", of: Door.balancer("back"), port: .http, certificate: nil)  // mistake
        } legal: {
            Door.balancer()
            Door.balancer("back")
            Door.group
            Door.listener("one", of: Door.balancer(), port: .http, certificate: nil)
            Door.listener(
                "other", of: Door.balancer("back"), port: .http, certificate: nil, .respond(status: 404))
        }
    }

    private static var healthCheck: Mistake {
        Mistake(
            "ValidationError: Health check interval must be greater than the timeout",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
            .element, caughtBy: "health-check-timeout"
        ) {
            group(timeout: .seconds(30))  // mistake
        } legal: {
            group(timeout: .seconds(29))
        }
    }

    private static func group(timeout: TimeSpan, file: String = #fileID, line: Int = #line) -> ELB.TargetGroup {
        ELB.TargetGroup(
            "web", in: Door.vpc, port: 3000, healthCheck: .http("/health", every: .seconds(30), timeout: timeout),
            file: file, line: line)
    }

    private static var conditions: Mistake {
        Mistake(
            "ValidationError: A rule can have at most 5 condition values",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html", .element,
            caughtBy: "rule-conditions"
        ) {
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), port: .http, certificate: nil)
            paths(6)  // mistake
        } legal: {
            Door.balancer()
            Door.group
            Door.listener(of: Door.balancer(), port: .http, certificate: nil)
            paths(5)
        }
    }

    private static func paths(_ count: Int, file: String = #fileID, line: Int = #line) -> ELB.ListenerRule {
        ELB.ListenerRule(
            "paths", of: Door.listener(of: Door.balancer(), port: .http, certificate: nil).arn, priority: 10,
            when: [.path((1...count).map { "/v\($0)/*" })], .forward(to: Door.group.arn), file: file, line: line)
    }

    private static var recordWithoutCertificate: Mistake {
        Mistake(
            "NET::ERR_CERT_COMMON_NAME_INVALID for a name that leads to a load balancer", https, .graph,
            caughtBy: "record-without-certificate"
        ) {
            Door.certificate("www.example.com")
            Door.balancer()
            Door.group
            secure
            DNSRecord("api", "api.example.com", in: Door.zone, to: door)  // mistake
        } legal: {
            Door.certificate("www.example.com", "api.example.com")
            Door.balancer()
            Door.group
            secure
            DNSRecord("api", "api.example.com", in: Door.zone, to: door)
        }
    }

    private static var door: Route53.AliasTarget {
        .init(Door.balancer().dnsName, zone: Door.balancer().hostedZone, evaluatesHealth: true)
    }
}
