import Terrane
import Testing

@testable import TerraneChecks

@Suite struct EdgeChecksTests {
    @Test func aWildcardStandsForOneLabel() {
        let certificate = CertificateReading(region: nil, hosts: ["example.com", "*.Example.com"], item: nil)
        #expect(certificate.covers("www.example.com."))
        #expect(certificate.covers("example.com"))
        #expect(certificate.covers("*.example.com"))
        #expect(!certificate.covers("a.b.example.com"))
        #expect(!certificate.covers("wwwexample.com"))
        #expect(CertificateReading(region: nil, hosts: nil, item: nil).covers("anything.example.org"))
    }

    @Test func aDistributionNamesOriginsThatThereAreAndTimesInOrder() {
        let type = ResourceType(
            terraform: "aws_cloudfront_distribution", cloudFormation: "AWS::CloudFront::Distribution", area: .edge)
        let rules = { (origin: String, times: [Int]) in
            CheckedStack {
                RawResource("cdn", type: type) {
                    nested("origin", "Origins") { row("origin_id", "Id", "web") }
                    nested("default_cache_behavior", "DefaultCacheBehavior") {
                        row("target_origin_id", "TargetOriginId", origin)
                        row("min_ttl", "MinTTL", times[0])
                        row("default_ttl", "DefaultTTL", times[1])
                        row("max_ttl", "MaxTTL", times[2])
                    }
                }
            }.edgeRules
        }
        #expect(rules("web", [0, 60, 60]) == [])
        #expect(rules("app", [0, 60, 60]) == ["unknown-origin"])
        #expect(rules("web", [0, 3600, 60]) == ["cache-times"])
    }

    @Test func rawRulesOfAFirewallHaveTheirOwnPrioritiesAndActions() {
        let type = ResourceType(terraform: "aws_wafv2_web_acl", cloudFormation: "AWS::WAFv2::WebACL", area: .other)
        let rule = { (name: String, priority: Int, limit: Int, action: String) in
            Properties {
                row("name", "Name", name)
                row("priority", "Priority", priority)
                nested(action, "Action") { marker("block", "Block") }
                nested("statement", "Statement") {
                    nested("rate_based_statement", "RateBasedStatement") { row("limit", "Limit", limit) }
                }
            }
        }
        let rules = { (tables: [Properties]) in
            CheckedStack {
                RawResource("acl", type: type) { repeated("rule", "Rules", tables) { $0 } }
            }.edgeRules
        }
        #expect(rules([rule("a", 0, 100, "action"), rule("b", 1, 100, "action")]) == [])
        #expect(rules([rule("a", 0, 100, "action"), rule("b", 0, 100, "action")]) == ["firewall-priority"])
        #expect(rules([rule("a", 0, 100, "action"), rule("a", 1, 100, "action")]) == ["firewall-rule-named-twice"])
        #expect(rules([rule("a", 0, 9, "action")]) == ["firewall-rate"])
        #expect(rules([rule("a", 0, 100, "override_action")]) == ["firewall-action"])
    }

    @Test func aTransformationOfOnePartIsPaidForOnce() {
        let one = WAF.Statement.text("a", in: .uriPath)
        let group = { (capacity: Int, statement: WAF.Statement) in
            CheckedStack {
                WAF.RuleGroup(
                    "group", description: "Group", capacity: capacity, rules: [WAF.Rule("rule", .block, statement)])
            }.edgeRules
        }
        // 2 for the text, 10 for each of two transformations.
        #expect(group(22, one) == [])
        #expect(group(21, one) == ["rule-group-too-large"])
        #expect(group(24, .any([one, .text("b", in: .uriPath)])) == [])
        #expect(group(44, .any([one, .text("b", in: .queryString)])) == [])
        #expect(group(43, .any([one, .text("b", in: .queryString)])) == ["rule-group-too-large"])
        #expect(group(5, .rate(limit: 100, window: .minutes(5), of: .countries(["JP"]))) == [])
        #expect(group(2, .rate(limit: 100, window: .minutes(5), of: .countries(["JP"]))) == ["rule-group-too-large"])
    }

    @Test func rawTargetGroupsHaveNumbersInRange() {
        let type = ResourceType(
            terraform: "aws_lb_target_group", cloudFormation: "AWS::ElasticLoadBalancingV2::TargetGroup", area: .other)
        let rules = { (interval: Int, timeout: Int, path: String) in
            CheckedStack {
                RawResource("group", type: type) {
                    row("protocol", "Protocol", "HTTP")
                    nested("health_check", "") {
                        row("interval", "HealthCheckIntervalSeconds", interval)
                        row("timeout", "HealthCheckTimeoutSeconds", timeout)
                        row("path", "HealthCheckPath", path)
                    }
                }
            }.edgeRules
        }
        #expect(rules(30, 5, "/") == [])
        #expect(rules(4, 2, "/") == ["balancing-number"])
        #expect(rules(10, 10, "/") == ["health-check-overlaps"])
        #expect(rules(30, 5, "health") == ["health-check-without-slash"])
    }

    @Test func recordsOfOneNameAreToldApartByIdentifiersOrTypes() {
        let zone = Route53.HostedZone("zone", for: "example.com", comment: "The shop")
        let record = { (name: Name, kind: Route53.Record.Kind, value: String, routing: Route53.Routing) in
            Route53.Record(
                name, "www.example.com", kind, in: zone.id, answer: .values([Value(value)], ttl: .minutes(1)),
                routing: routing)
        }
        let both = { (one: Route53.Record, other: Route53.Record) in
            CheckedStack {
                zone
                one
                other
            }.edgeRules
        }
        let first = record("a", .a, "192.0.2.1", .weighted(1, as: "one"))
        #expect(both(first, record("b", .a, "192.0.2.2", .weighted(1, as: "other"))) == [])
        #expect(both(first, record("b", .a, "192.0.2.2", .weighted(1, as: "one"))) == ["record-twice"])
        #expect(both(first, record("b", .a, "192.0.2.2", .simple)) == ["record-twice"])
        #expect(both(record("a", .a, "192.0.2.1", .simple), record("b", .aaaa, "2001:db8::1", .simple)) == [])
    }

    @Test func namesThatAreKnownOnlyOnceDeployedAreNotGuessedAt() {
        let zone = Parameter<Route53.HostedZoneID>("zone").value
        let certificate = Parameter<ARN>("certificate").value
        let balancer = ELB.ApplicationLoadBalancer(
            "door", balancerName: "door", subnets: [], securityGroups: [], isProtected: true)
        let stack = CheckedStack {
            balancer
            ELB.Listener(
                "https", of: balancer.arn, port: .https, tls: .init(certificate: certificate), .respond(status: 404))
            DNSRecord(
                "www", "www.example.com", in: zone,
                to: .init(balancer.dnsName, zone: balancer.hostedZone, evaluatesHealth: true))
        }
        #expect(stack.edgeRules == [])
    }
}
