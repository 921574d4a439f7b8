import TerraneCore
import Testing

@testable import TerraneAWS

struct LoadBalancerTests {
    private func balancer(
        named text: String? = nil, in network: Network = Edge.network, behind firewall: Firewall? = Edge.firewall,
        logs: AccessLogs? = nil, idle: TimeSpan? = nil
    ) -> LoadBalancer {
        LoadBalancer(
            "alb", balancerName: text, in: network, certificate: Edge.certificate, to: Edge.targets,
            protectedBy: firewall, accessLogs: logs, idleTimeout: idle)
    }

    @Test func aLoadBalancerIsADoorWithTwoListenersBehindAFirewall() {
        #expect(
            listedNames(balancer()) == [
                "alb/security-group", "alb/from-internet-http", "alb/from-internet-https", "alb", "targets",
                "alb/https", "alb/http", "alb/firewall",
            ])
        #expect(!listedNames(balancer(behind: nil)).contains("alb/firewall"))
    }

    @Test func itIsProtectedAndDropsInvalidHeadersInBothDialects() {
        let rows = table(of: "alb", in: balancer())
        #expect(rows?.terraform["enable_deletion_protection"] == .boolean(true))
        #expect(rows?.terraform["drop_invalid_header_fields"] == .boolean(true))
        #expect(
            rows?.cloudFormation["LoadBalancerAttributes"]
                == .list([
                    pair("deletion_protection.enabled", "true".expression),
                    pair("routing.http.drop_invalid_header_fields.enabled", "true".expression),
                ]))
        #expect(rows?.terraform["internal"] == .boolean(false))
        #expect(rows?.cloudFormation["Scheme"] == .string("internet-facing"))
        #expect(rows?.terraform["idle_timeout"] == nil && rows?.terraform["access_logs/bucket"] == nil)
    }

    @Test func theInternetReachesItOnTwoPorts() {
        let http = table(of: "alb/from-internet-http", in: balancer())
        let https = table(of: "alb/from-internet-https", in: balancer())
        #expect(http?.terraform["from_port"] == .integer(80))
        #expect(https?.cloudFormation["FromPort"] == .integer(443))
        #expect(https?.terraform["cidr_ipv4"] == .string("0.0.0.0/0"))
    }

    @Test func plainHTTPIsSentToHTTPS() {
        let rows = table(of: "alb/http", in: balancer())
        #expect(rows?.terraform["default_action[0]/redirect/status_code"] == .string("HTTP_301"))
        #expect(rows?.cloudFormation["DefaultActions[0]/RedirectConfig/Protocol"] == .string("HTTPS"))
    }

    @Test func accessLogsHaveAPrivateBucketThatIsThereFirst() {
        let balancer = balancer(logs: .kept(in: "alb-logs", for: .days(90)), idle: .minutes(2))
        let rows = table(of: "alb", in: balancer)
        #expect(listedNames(balancer).contains("alb/logs/public-access"))
        #expect(rows?.terraform["access_logs/enabled"] == .boolean(true))
        #expect(rows?.terraform["access_logs/bucket"]?.target?.terraform == "alb/logs.id")
        #expect(rows?.terraform["idle_timeout"] == .integer(120))
        guard case .list(let pairs)? = rows?.cloudFormation["LoadBalancerAttributes"] else {
            Issue.record("no attributes")
            return
        }
        #expect(pairs.contains(pair("access_logs.s3.enabled", "true".expression)))
        #expect(pairs.contains(pair("idle_timeout.timeout_seconds", "120".expression)))
        let resource = listedResources(balancer).first { $0.name == "alb" }
        #expect(resource?.declaration.options.dependencies == ["alb/logs/policy"])
    }

    @Test func onlyElasticLoadBalancingMayWriteAccessLogs() {
        let policy = table(of: "alb/logs/policy", in: balancer(logs: .kept(in: "alb-logs", for: .days(90))))
        guard case .object(let document)? = policy?.cloudFormation["PolicyDocument"],
            case .list(let statements)? = document.last?.value, case .object(let writer)? = statements.last
        else {
            Issue.record("no statements")
            return
        }
        #expect(
            writer.first { $0.key == "Principal" }?.value
                == .object([.init("Service", .string("logdelivery.elasticloadbalancing.amazonaws.com"))]))
        #expect(writer.first { $0.key == "Action" }?.value == .list([.string("s3:PutObject")]))
    }

    @Test func aServiceLearnsItsGroupAndItsListener() {
        #expect(balancer().target == TrafficTarget(group: Edge.targets.arn, listener: "alb/https"))
        #expect(balancer().listener.expression.target?.cloudFormation == "alb/https")
        #expect(balancer().alias.host.expression.target?.terraform == "alb.dns_name")
        #expect(balancer().hostedZone.expression.target?.cloudFormation == "alb.CanonicalHostedZoneID")
    }

    @Test func metricsNameTheBalancerAndTheGroupAsCloudWatchDoes() {
        guard case .metric(let namespace, let name, let dimensions) = balancer().metrics.healthyTargets.source else {
            Issue.record("not a metric")
            return
        }
        #expect(namespace == "AWS/ApplicationELB" && name == "HealthyHostCount")
        #expect(dimensions.map(\.name) == ["LoadBalancer", "TargetGroup"])
        #expect(dimensions[0].value.expression.target?.terraform == "alb.arn_suffix")
        #expect(dimensions[1].value.expression.target?.cloudFormation == "targets.TargetGroupFullName")
    }

    @Test func theErrorRateIsAPercentageOfAllRequests() {
        let rate = balancer().metrics.errorRate
        guard case .math(let expression, let parts) = rate.source else {
            Issue.record("not arithmetic")
            return
        }
        #expect(expression == "100 * (FILL(targetErrors, 0) + FILL(balancerErrors, 0)) / requests")
        #expect(parts.map(\.id) == ["targetErrors", "balancerErrors", "requests"])
        #expect(parts.allSatisfy { $0.metric.statistic == .sum } && rate.unit == .percent)
    }

    @Test func whatAWSTakesIsNoError() {
        #expect(
            problems(of: balancer(named: "web-1", logs: .kept(in: "alb-logs", for: .days(1)), idle: .seconds(4000)))
                .isEmpty)
    }

    @Test func aNetworkOfOneZoneIsTooSmall() {
        let small = Network("small", cidr: "10.0.0.0/16", zones: .tokyo(.a))
        #expect(balancer(in: small).check() == [.balancerInOneZone("alb")])
    }

    @Test func anExistingNetworkNeedsTwoPublicSubnetsToo() {
        func shared(_ publicSubnets: [Value<EC2.Subnet.ID>]) -> Network {
            .existing(
                "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), vpc: "vpc-1", publicSubnets: publicSubnets,
                privateSubnets: ["subnet-3", "subnet-4"])
        }
        #expect(balancer(in: shared([])).check() == [.balancerInOneZone("alb")])
        #expect(balancer(in: shared(["subnet-1", "subnet-2"])).check().isEmpty)
    }

    @Test(arguments: ["web_1", "-web", "web-", "internal-web", ""])
    func aNameThatAWSRefusesIsAnError(text: String) {
        #expect(problems(of: balancer(named: text)) == [.balancingName("load balancer", text)])
    }

    @Test func aLongNameIsAnError() {
        let text = String(repeating: "a", count: 33)
        #expect(problems(of: balancer(named: text)) == [.nameTooLong("load balancer", text, limit: 32)])
        #expect(problems(of: balancer(named: String(text.dropLast()))).isEmpty)
    }

    @Test func aFirewallOfCloudFrontCannotStandBeforeALoadBalancer() {
        let firewall = Firewall("edge", rules: [], scope: .cloudFront)
        #expect(balancer(behind: firewall).check() == [.firewallScope("alb", firewall)])
    }

    @Test func anIdleTimeoutBeyondWhatAWSTakesIsAnError() {
        #expect(
            problems(of: balancer(idle: .hours(2)))
                == [.outOfRange("the idle timeout in seconds", of: "alb", 7200, 1...4000)])
    }
}
