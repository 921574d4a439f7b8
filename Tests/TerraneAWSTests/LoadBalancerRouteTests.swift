import TerraneCore
import Testing

@testable import TerraneAWS

/// A load balancer with several targets: routes, two colours, further certificates, a test listener.
struct LoadBalancerRouteTests {
    private func group(_ name: Name) -> ELB.TargetGroup {
        ELB.TargetGroup(name, in: Edge.network.vpc, port: 80, healthCheck: .http("/"))
    }

    private func pair(_ name: Name, by shifter: BlueGreenTargets.Shifter = .codeDeploy) -> BlueGreenTargets {
        BlueGreenTargets(group(name), shiftedBy: shifter)
    }

    private func balancer(to destination: LoadBalancer.Destination) -> LoadBalancer {
        LoadBalancer(
            "alb", in: Edge.network, certificate: Edge.certificate, to: destination, protectedBy: Edge.firewall)
    }

    private func resource(_ name: String, in balancer: LoadBalancer) -> (any Resource)? {
        listedResources(balancer).first { $0.name.path == name }
    }

    @Test func aRouteIsARuleOfTheListener() {
        let balancer = balancer(to: .targets(group("site")))
            .route("api", .path("/api/*"), .host("a.example.com", "b.example.com"), to: group("api"), priority: 10)
        #expect(
            resource("alb/route-api", in: balancer).map(bilingual) == """
                listener_arn | ListenerArn = <alb/https: arn, Ref>
                priority | Priority = 10
                - | Conditions[0]/Field = "path-pattern"
                condition[0]/path_pattern/values | Conditions[0]/PathPatternConfig/Values = ["/api/*"]
                - | Conditions[1]/Field = "host-header"
                condition[1]/host_header/values | Conditions[1]/HostHeaderConfig/Values = ["a.example.com", "b.example.com"]
                action[0]/type | Actions[0]/Type = "forward"
                action[0]/target_group_arn | Actions[0]/TargetGroupArn = <api: arn, Ref>
                """)
        #expect(listedNames(balancer).filter { $0 == "api" || $0 == "site" } == ["site", "api"])
        #expect(resource("alb/route-api", in: balancer)?.declaration.options.ignoredChanges == [])
    }

    @Test func everyKindOfMatchIsACondition() {
        let matches: [LoadBalancer.Match] = [
            .path("/a"), .host("b"), .method("GET"), .header("X", "1"), .source("10.0.0.0/8"),
        ]
        #expect(
            matches.map(\.condition) == [
                .path(["/a"]), .host(["b"]), .method(["GET"]), .header("X", ["1"]), .source(["10.0.0.0/8"]),
            ])
    }

    @Test func aGroupThatTwoRoutesLeadToIsListedOnce() {
        let balancer = balancer(to: .targets(group("site")))
            .route("a", .path("/a"), to: group("api"), priority: 1)
            .route("b", .path("/b"), to: group("api"), priority: 2)
        #expect(listedNames(balancer).filter { $0 == "api" }.count == 1)
    }

    @Test func aServiceWaitsForTheRuleThatLeadsToIt() {
        let balancer = balancer(to: .targets(group("site"))).route("api", .path("/a"), to: group("api"), priority: 1)
        #expect(balancer.target.listener == "alb/https")
        #expect(balancer.target(for: group("api")).listener == "alb/route-api")
        #expect(balancer.target(for: group("api")).group == group("api").arn)
    }

    @Test func itAnswersByItselfWhatNoRouteTakes() {
        let balancer = balancer(to: .respond(status: 404)).route("api", .path("/a"), to: group("api"), priority: 1)
        let rows = table(of: "alb/https", in: balancer)
        #expect(rows?.terraform["default_action[0]/fixed_response/status_code"] == .string("404"))
        #expect(balancer.target.listener == "alb/route-api")
        #expect(self.balancer(to: .respond(status: 404)).target.group.expression.target?.terraform == "alb/targets.arn")
    }

    @Test func codeDeployStartsWithBlueAndTerraformLeavesTheListenerAsItIsFound() {
        let balancer = balancer(to: .blueGreen(pair("api")))
        #expect(listedNames(balancer).filter { $0.hasPrefix("api/") } == ["api/blue", "api/green"])
        #expect(
            table(of: "alb/https", in: balancer)?.terraform["default_action[0]/target_group_arn"]?.target?.terraform
                == "api/blue.arn")
        #expect(resource("alb/https", in: balancer)?.declaration.options.ignoredChanges == ["default_action"])
        #expect(table(of: "api/green", in: balancer)?.cloudFormation["Name"] == .string("api-green"))
    }

    @Test func aRouteToTwoColorsIsLeftAsItIsFoundToo() {
        let balancer = balancer(to: .respond(status: 404))
            .route("api", .path("/a"), to: .blueGreen(pair("api")), priority: 1)
        #expect(resource("alb/route-api", in: balancer)?.declaration.options.ignoredChanges == ["action"])
        #expect(resource("alb/https", in: balancer)?.declaration.options.ignoredChanges == [])
    }

    @Test func weightsDivideTheTraffic() {
        let lines =
            resource("alb/https", in: balancer(to: .blueGreen(pair("api", by: .weights)))).map(bilingual) ?? ""
        #expect(
            lines.split(separator: "\n").suffix(5) == [
                "default_action[0]/type | DefaultActions[0]/Type = \"forward\"",
                "default_action[0]/forward/target_group[0]/arn | DefaultActions[0]/ForwardConfig/TargetGroups[0]/TargetGroupArn = <api/blue: arn, Ref>",
                "default_action[0]/forward/target_group[0]/weight | DefaultActions[0]/ForwardConfig/TargetGroups[0]/Weight = 100",
                "default_action[0]/forward/target_group[1]/arn | DefaultActions[0]/ForwardConfig/TargetGroups[1]/TargetGroupArn = <api/green: arn, Ref>",
                "default_action[0]/forward/target_group[1]/weight | DefaultActions[0]/ForwardConfig/TargetGroups[1]/Weight = 0",
            ])
        #expect(balancer(to: .blueGreen(pair("api", by: .weights))).target.shift == nil)
    }

    @Test func aServiceLearnsWhatCodeDeployMoves() {
        let shift = balancer(to: .blueGreen(pair("api"))).testListener(at: 8443).target.shift
        #expect(shift?.blue.expression.target?.cloudFormation == "api/blue.TargetGroupName")
        #expect(shift?.green.expression.target?.terraform == "api/green.name")
        #expect(shift?.production.expression.target?.terraform == "alb/https.arn")
        #expect(shift?.test?.expression.target?.terraform == "alb/test.arn")
    }

    @Test func theTestListenerLeadsToWhatDoesNotServeYet() {
        let balancer = balancer(to: .blueGreen(pair("api")))
            .route("admin", .path("/admin/*"), to: group("admin"), priority: 1)
            .furtherCertificate("admin", "arn:other")
            .testListener(at: 8443, from: "203.0.113.0/24")
        let rows = table(of: "alb/test", in: balancer)
        #expect(rows?.terraform["port"] == .integer(8443))
        #expect(rows?.terraform["default_action[0]/target_group_arn"]?.target?.terraform == "api/green.arn")
        #expect(
            listedNames(balancer).suffix(6) == [
                "alb/route-admin", "alb/certificate-admin", "alb/test", "alb/test-route-admin",
                "alb/test-certificate-admin", "alb/from-testers-203-0-113-0-24",
            ])
        let opening = table(of: "alb/from-testers-203-0-113-0-24", in: balancer)
        #expect(opening?.terraform["from_port"] == .integer(8443))
        #expect(opening?.cloudFormation["CidrIp"] == .string("203.0.113.0/24"))
    }

    @Test func aFurtherCertificateIsChosenByTheNameThatTheClientAsksFor() {
        let balancer = balancer(to: .respond(status: 404)).furtherCertificate("admin", "arn:other")
        #expect(
            resource("alb/certificate-admin", in: balancer).map(bilingual) == """
                listener_arn | ListenerArn = <alb/https: arn, Ref>
                certificate_arn = "arn:other" | Certificates = [{CertificateArn: "arn:other"}]
                """)
    }

    @Test func anInternalOneIsInPrivateSubnetsAndClosed() {
        let inner = balancer(to: .targets(group("api"))).internal()
        #expect(table(of: "alb", in: inner)?.cloudFormation["Scheme"] == .string("internal"))
        #expect(table(of: "alb", in: inner)?.terraform["subnets"] == Edge.network.privateSubnets.expression)
        #expect(!listedNames(inner).contains { $0.contains("from-internet") })
    }

    @Test func aTestListenerNeedsAPortOfItsOwnAndSomethingToTest() {
        let pair = pair("api")
        #expect(balancer(to: .blueGreen(pair)).testListener(at: 8443).check().isEmpty)
        #expect(balancer(to: .blueGreen(pair)).testListener(at: 443).check() == [.testPortTaken("alb", 443)])
        #expect(balancer(to: .targets(group("a"))).testListener(at: 8443).check() == [.nothingToTest("alb")])
    }

    @Test func oneColorByItselfIsAnError() {
        let pair = pair("api")
        let mixed = balancer(to: .blueGreen(pair)).route("blue", .path("/b"), to: pair.blue, priority: 1)
        #expect(mixed.check() == [.colorByItself("alb", "api")])
        let whole = balancer(to: .blueGreen(pair)).route("all", .path("/b"), to: .blueGreen(pair), priority: 1)
        #expect(whole.check().isEmpty)
    }

    @Test func sharesOfTrafficHaveBounds() {
        func problems(_ shares: [ELB.Listener.Share]) -> [Diagnostic] {
            ELB.Listener("l", of: "arn:lb", port: 80, .split(shares)).check()
        }
        #expect(problems([.init("a", weight: 0), .init("b", weight: 999)]).isEmpty)
        #expect(problems([.init("a", weight: 1000)]) == [.trafficShares("l")])
        #expect(problems([]) == [.trafficShares("l")])
    }

    @Test func aTargetGroupStartsSlowlyInBothDialects() {
        var group = group("api")
        group.slowStart = .seconds(60)
        let rows = DataTable(group)
        #expect(rows.terraform["slow_start"] == .integer(60))
        #expect(rows.cloudFormation["TargetGroupAttributes"]?.shortText.contains("slow_start.duration_seconds") == true)
        #expect(group.check().isEmpty)
        group.slowStart = .seconds(29)
        #expect(group.check() == [.outOfRange("the slow start in seconds", of: "api", 29, 30...900)])
    }

    @Test func eachColorHasItsMetricsAndBothHaveAnErrorRate() {
        let pair = pair("api")
        let metrics = balancer(to: .blueGreen(pair)).metrics(of: pair)
        guard case .metric(_, let name, let dimensions) = metrics.green.healthyTargets.source,
            case .math(let expression, let parts) = metrics.errorRate.source
        else {
            Issue.record("not metrics")
            return
        }
        #expect(name == "HealthyHostCount")
        #expect(dimensions[1].value.expression.target?.terraform == "api/green.arn_suffix")
        #expect(expression.hasPrefix("100 * (FILL(blueErrors, 0) + FILL(greenErrors, 0))"))
        #expect(parts.map(\.id) == ["blueErrors", "greenErrors", "blue", "green"])
        #expect(metrics.blue.p99ResponseTime.statistic == .percentile(99))
        #expect(metrics.blue.unhealthyShare.unit == .percent && metrics.requests.unit == .count)
    }
}
