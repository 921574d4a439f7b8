import TerraneAWS
import TerraneCore
import Testing

/// The rows of load balancers, in both dialects.
struct ELBRowsTests {
    @Test func aLoadBalancer() {
        let resource = ELB.ApplicationLoadBalancer(
            "web", balancerName: "web", subnets: ["subnet-1"], securityGroups: ["sg-1"], isProtected: true)
        #expect(
            bilingual(resource) == """
                name | Name = "web"
                load_balancer_type | Type = "application"
                internal = false | Scheme = "internet-facing"
                ip_address_type | IpAddressType = "ipv4"
                subnets | Subnets = ["subnet-1"]
                security_groups | SecurityGroups = ["sg-1"]
                enable_deletion_protection = true | -
                drop_invalid_header_fields = true | -
                - | LoadBalancerAttributes = [{Key: "deletion_protection.enabled", Value: "true"}, {Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true"}]
                """)
    }

    @Test func anInternalLoadBalancer() {
        let resource = ELB.ApplicationLoadBalancer(
            "web", balancerName: "web", isInternal: true, subnets: [], securityGroups: [], isProtected: false)
        #expect(
            bilingual(resource) == """
                name | Name = "web"
                load_balancer_type | Type = "application"
                internal = true | Scheme = "internal"
                ip_address_type | IpAddressType = "ipv4"
                subnets | Subnets = []
                security_groups | SecurityGroups = []
                enable_deletion_protection = false | -
                drop_invalid_header_fields = true | -
                - | LoadBalancerAttributes = [{Key: "deletion_protection.enabled", Value: "false"}, {Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true"}]
                """)
    }

    @Test func aListenerThatForwards() {
        let resource = ELB.Listener(
            "https", of: "arn:lb", port: 443, tls: .init(certificate: "arn:cert"), .forward(to: "arn:group"))
        #expect(
            bilingual(resource) == """
                load_balancer_arn | LoadBalancerArn = "arn:lb"
                port | Port = 443
                protocol | Protocol = "HTTPS"
                ssl_policy | SslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
                certificate_arn = "arn:cert" | Certificates = [{CertificateArn: "arn:cert"}]
                default_action[0]/type | DefaultActions[0]/Type = "forward"
                default_action[0]/target_group_arn | DefaultActions[0]/TargetGroupArn = "arn:group"
                """)
    }

    @Test func aListenerThatRedirects() {
        let resource = ELB.Listener("http", of: "arn:lb", port: 80, .redirectToHTTPS)
        #expect(
            bilingual(resource) == """
                load_balancer_arn | LoadBalancerArn = "arn:lb"
                port | Port = 80
                protocol | Protocol = "HTTP"
                default_action[0]/type | DefaultActions[0]/Type = "redirect"
                default_action[0]/redirect/protocol | DefaultActions[0]/RedirectConfig/Protocol = "HTTPS"
                default_action[0]/redirect/port | DefaultActions[0]/RedirectConfig/Port = "443"
                default_action[0]/redirect/status_code | DefaultActions[0]/RedirectConfig/StatusCode = "HTTP_301"
                """)
    }

    @Test func aLoadBalancerWithALog() {
        let resource = ELB.ApplicationLoadBalancer(
            "web", balancerName: "web", subnets: [], securityGroups: [], isProtected: true, idleTimeout: .minutes(2),
            logBucket: "logs")
        #expect(
            bilingual(resource) == """
                name | Name = "web"
                load_balancer_type | Type = "application"
                internal = false | Scheme = "internet-facing"
                ip_address_type | IpAddressType = "ipv4"
                subnets | Subnets = []
                security_groups | SecurityGroups = []
                enable_deletion_protection = true | -
                drop_invalid_header_fields = true | -
                idle_timeout = 120 | -
                access_logs/bucket = "logs" | -
                access_logs/enabled = true | -
                - | LoadBalancerAttributes = [{Key: "deletion_protection.enabled", Value: "true"}, {Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true"}, {Key: "idle_timeout.timeout_seconds", Value: "120"}, {Key: "access_logs.s3.enabled", Value: "true"}, {Key: "access_logs.s3.bucket", Value: "logs"}]
                """)
    }

    @Test func aListenerThatRedirectsToAnotherHost() {
        let resource = ELB.Listener(
            "https", of: "arn:lb", port: 443, tls: .init(certificate: "arn:cert", policy: .tls13),
            .redirect(toHost: "www.koemo.app"))
        #expect(
            bilingual(resource) == """
                load_balancer_arn | LoadBalancerArn = "arn:lb"
                port | Port = 443
                protocol | Protocol = "HTTPS"
                ssl_policy | SslPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06"
                certificate_arn = "arn:cert" | Certificates = [{CertificateArn: "arn:cert"}]
                default_action[0]/type | DefaultActions[0]/Type = "redirect"
                default_action[0]/redirect/host | DefaultActions[0]/RedirectConfig/Host = "www.koemo.app"
                default_action[0]/redirect/protocol | DefaultActions[0]/RedirectConfig/Protocol = "HTTPS"
                default_action[0]/redirect/port | DefaultActions[0]/RedirectConfig/Port = "443"
                default_action[0]/redirect/status_code | DefaultActions[0]/RedirectConfig/StatusCode = "HTTP_301"
                """)
    }

    @Test func aListenerThatAnswersItself() {
        let resource = ELB.Listener("http", of: "arn:lb", port: 80, .respond(status: 404, body: "{}", as: .json))
        #expect(
            bilingual(resource) == """
                load_balancer_arn | LoadBalancerArn = "arn:lb"
                port | Port = 80
                protocol | Protocol = "HTTP"
                default_action[0]/type | DefaultActions[0]/Type = "fixed-response"
                default_action[0]/fixed_response/status_code | DefaultActions[0]/FixedResponseConfig/StatusCode = "404"
                default_action[0]/fixed_response/content_type | DefaultActions[0]/FixedResponseConfig/ContentType = "application/json"
                default_action[0]/fixed_response/message_body | DefaultActions[0]/FixedResponseConfig/MessageBody = "{}"
                """)
    }

    @Test func aRuleOfAListener() {
        let resource = ELB.ListenerRule(
            "api", of: "arn:listener", priority: 10,
            when: [
                .host(["api.koemo.app"]), .path(["/v1/*"]), .method(["GET"]), .header("X-Client", ["ios"]),
                .source(["10.0.0.0/8"]),
            ], .forward(to: "arn:group"))
        #expect(
            bilingual(resource) == """
                listener_arn | ListenerArn = "arn:listener"
                priority | Priority = 10
                - | Conditions[0]/Field = "host-header"
                condition[0]/host_header/values | Conditions[0]/HostHeaderConfig/Values = ["api.koemo.app"]
                - | Conditions[1]/Field = "path-pattern"
                condition[1]/path_pattern/values | Conditions[1]/PathPatternConfig/Values = ["/v1/*"]
                - | Conditions[2]/Field = "http-request-method"
                condition[2]/http_request_method/values | Conditions[2]/HttpRequestMethodConfig/Values = ["GET"]
                - | Conditions[3]/Field = "http-header"
                condition[3]/http_header/http_header_name | Conditions[3]/HttpHeaderConfig/HttpHeaderName = "X-Client"
                condition[3]/http_header/values | Conditions[3]/HttpHeaderConfig/Values = ["ios"]
                - | Conditions[4]/Field = "source-ip"
                condition[4]/source_ip/values | Conditions[4]/SourceIpConfig/Values = ["10.0.0.0/8"]
                action[0]/type | Actions[0]/Type = "forward"
                action[0]/target_group_arn | Actions[0]/TargetGroupArn = "arn:group"
                """)
    }

    @Test func aTargetGroupThatKeepsItsVisitors() {
        let resource = ELB.TargetGroup(
            "targets", in: "vpc-1", port: 80, healthCheck: .http("/"), stickiness: .hours(1))
        #expect(
            bilingual(resource) == """
                name | Name = "targets"
                target_type | TargetType = "ip"
                vpc_id | VpcId = "vpc-1"
                port | Port = 80
                protocol | Protocol = "HTTP"
                deregistration_delay = 300 | -
                stickiness/type = "lb_cookie" | -
                stickiness/cookie_duration = 3600 | -
                - | TargetGroupAttributes = [{Key: "deregistration_delay.timeout_seconds", Value: "300"}, {Key: "stickiness.enabled", Value: "true"}, {Key: "stickiness.type", Value: "lb_cookie"}, {Key: "stickiness.lb_cookie.duration_seconds", Value: "3600"}]
                health_check/path | HealthCheckPath = "/"
                health_check/interval | HealthCheckIntervalSeconds = 30
                health_check/timeout | HealthCheckTimeoutSeconds = 5
                health_check/healthy_threshold | HealthyThresholdCount = 2
                health_check/unhealthy_threshold | UnhealthyThresholdCount = 3
                health_check/matcher | Matcher/HttpCode = "200"
                """)
    }

    @Test func aTargetGroup() {
        let resource = ELB.TargetGroup(
            "targets", in: "vpc-1", port: 3000,
            healthCheck: .http(
                "/health", every: .seconds(15), timeout: .seconds(4), healthy: 3, unhealthy: 5, codes: "200-299"),
            draining: .seconds(30))
        #expect(
            bilingual(resource) == """
                name | Name = "targets"
                target_type | TargetType = "ip"
                vpc_id | VpcId = "vpc-1"
                port | Port = 3000
                protocol | Protocol = "HTTP"
                deregistration_delay = 30 | -
                - | TargetGroupAttributes = [{Key: "deregistration_delay.timeout_seconds", Value: "30"}]
                health_check/path | HealthCheckPath = "/health"
                health_check/interval | HealthCheckIntervalSeconds = 15
                health_check/timeout | HealthCheckTimeoutSeconds = 4
                health_check/healthy_threshold | HealthyThresholdCount = 3
                health_check/unhealthy_threshold | UnhealthyThresholdCount = 5
                health_check/matcher | Matcher/HttpCode = "200-299"
                """)
    }
}
