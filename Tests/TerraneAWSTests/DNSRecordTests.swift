import TerraneCore
import Testing

@testable import TerraneAWS

struct DNSRecordTests {
    private func record(
        _ host: String = "api.example.com", role: DNSRecord.Role = .only, hasIPv6: Bool = false
    ) -> DNSRecord {
        DNSRecord("api", host, in: Edge.zone, to: Edge.balancer.alias, role: role, hasIPv6: hasIPv6)
    }

    private func texts(_ values: Value<String>...) -> Route53.Record {
        Route53.Record("t", "example.com", .txt, in: Edge.zone, answer: .values(values, ttl: .minutes(5)))
    }

    @Test func aNameLeadsToTheAddressesOfALoadBalancer() {
        #expect(listedNames(record()) == ["api/a"])
        let rows = table(of: "api/a", in: record())
        #expect(rows?.terraform["alias/name"]?.target?.terraform == "alb.dns_name")
        #expect(rows?.cloudFormation["AliasTarget/DNSName"]?.target?.cloudFormation == "alb.DNSName")
        #expect(rows?.cloudFormation["AliasTarget/EvaluateTargetHealth"] == .boolean(true))
        #expect(rows?.terraform["set_identifier"] == nil && rows?.cloudFormation["Failover"] == nil)
    }

    @Test func aTargetWithIPv6HasTwoRecords() {
        #expect(listedNames(record(hasIPv6: true)) == ["api/a", "api/aaaa"])
        #expect(table(of: "api/aaaa", in: record(hasIPv6: true))?.cloudFormation["Type"] == .string("AAAA"))
    }

    @Test func aPrimaryIsAnsweredWithWhileItsPathAnswers() {
        let primary = record(role: .primary(healthPath: "/health"))
        #expect(listedNames(primary) == ["api/health", "api/a"])
        let rows = table(of: "api/a", in: primary)
        #expect(rows?.terraform["failover_routing_policy/type"] == .string("PRIMARY"))
        #expect(rows?.cloudFormation["Failover"] == .string("PRIMARY"))
        #expect(rows?.terraform["set_identifier"] == .string("primary"))
        #expect(rows?.terraform["health_check_id"]?.target?.terraform == "api/health.id")
        #expect(rows?.cloudFormation["HealthCheckId"]?.target?.cloudFormation == "api/health.HealthCheckId")
        let health = table(of: "api/health", in: primary)
        #expect(health?.terraform["fqdn"]?.target?.terraform == "alb.dns_name")
        #expect(health?.cloudFormation["HealthCheckConfig/ResourcePath"] == .string("/health"))
        #expect(health?.terraform["port"] == .integer(443))
    }

    @Test func aSecondaryStandsByWithoutACheckOfItsOwn() {
        #expect(listedNames(record(role: .secondary)) == ["api/a"])
        #expect(table(of: "api/a", in: record(role: .secondary))?.cloudFormation["Failover"] == .string("SECONDARY"))
    }

    @Test func aPrimaryCanHaveAHealthCheckOfItsOwn() {
        let checked = record(role: .primaryChecked(by: "check"))
        #expect(listedNames(checked) == ["api/a"])
        #expect(table(of: "api/a", in: checked)?.terraform["health_check_id"] == .string("check"))
        #expect(table(of: "api/a", in: checked)?.cloudFormation["Failover"] == .string("PRIMARY"))
    }

    @Test func recordsOfOneNameShareTheQuestions() {
        let weighted = table(of: "api/a", in: record(role: .weighted(10, as: "canary")))
        #expect(weighted?.cloudFormation["Weight"] == .integer(10))
        #expect(weighted?.cloudFormation["SetIdentifier"] == .string("canary"))
        let near = table(of: "api/a", in: record(role: .fastest(.osaka)))
        #expect(near?.terraform["latency_routing_policy/region"] == .string("ap-northeast-3"))
    }

    @Test func aWeightIsAByte() {
        #expect(
            problems(of: record(role: .weighted(256, as: "a"))) == [
                .outOfRange("the weight", of: "api/a", 256, 0...255)
            ])
        #expect(problems(of: record(role: .weighted(255, as: "a"))).isEmpty)
    }

    @Test func aCalculatedHealthCheckHasSomethingToCalculateFrom() {
        #expect(Route53.CalculatedHealthCheck("h", of: [], atLeast: 1).check() == [.calculatedFromNothing("h")])
        #expect(Route53.CalculatedHealthCheck("h", of: ["a", "b"], atLeast: 3).check().count == 1)
        #expect(Route53.CalculatedHealthCheck("h", of: ["a", "b"], atLeast: 2).check().isEmpty)
    }

    @Test func aZoneIsForADomain() {
        #expect(problems(of: HostedZone("z", for: "example")) == [.malformedHost("example")])
        let inside = HostedZone("z", for: "example.internal", in: Edge.network)
        #expect(problems(of: inside).isEmpty)
        #expect(table(of: "z", in: inside)?.cloudFormation["VPCs[0]/VPCId"]?.target != nil)
    }

    @Test func aTimeToLiveIsANumberInTerraformAndTextInCloudFormation() {
        let rows = DataTable(
            Route53.Record(
                "mail", "example.com", .mx, in: Edge.zone, answer: .values(["10 mx.example.com"], ttl: .hours(1))))
        #expect(rows.terraform["ttl"] == .integer(3600))
        #expect(rows.cloudFormation["TTL"] == .string("3600"))
        #expect(rows.cloudFormation["ResourceRecords"] == .list([.string("10 mx.example.com")]))
    }

    @Test func textHasQuotesInCloudFormationAlone() {
        let rows = DataTable(texts("v=spf1 -all"))
        #expect(rows.terraform["records"] == .list([.string("v=spf1 -all")]))
        #expect(rows.cloudFormation["ResourceRecords"] == .list([.string("\"v=spf1 -all\"")]))
    }

    @Test func longTextIsDividedInStringsOf255Bytes() {
        let (first, rest) = (String(repeating: "a", count: 255), "bc")
        let rows = DataTable(texts(Value(first + rest)))
        #expect(rows.terraform["records"] == .list([.string("\(first)\"\"\(rest)")]))
        #expect(rows.cloudFormation["ResourceRecords"] == .list([.string("\"\(first)\" \"\(rest)\"")]))
    }

    @Test func textThatIsKnownLaterKeepsItsReference() {
        let token = Parameter<String>("token")
        #expect(
            DataTable(texts(token.value)).cloudFormation["ResourceRecords"]
                == .list([.interpolation([.string("\""), token.expression, .string("\"")])]))
    }

    @Test func whatRoute53TakesIsNoError() {
        #expect(problems(of: record(role: .primary(healthPath: "/"))).isEmpty)
        #expect(texts("v=spf1 -all", "other").check().isEmpty)
    }

    @Test func aNameThatIsNoneIsAnError() {
        #expect(problems(of: record("api..example.com")) == [.malformedHost("api..example.com")])
    }

    @Test func aHealthPathBeginsWithASlash() {
        #expect(
            problems(of: record(role: .primary(healthPath: "health"))) == [.healthCheckPath("api/health", "health")])
    }

    @Test func aHealthCheckFailsAfterOneToTenFailures() {
        let check = Route53.HealthCheck("h", host: "a.example.com", path: "/", every: .tenSeconds, failures: 11)
        #expect(check.check().count == 1)
        #expect(Route53.HealthCheck("h", host: "a.example.com", path: "/", failures: 10).check().isEmpty)
    }

    @Test func anAliasIsOfAddresses() {
        let record = Route53.Record("r", "a.example.com", .cname, in: Edge.zone, to: Edge.balancer.alias)
        #expect(record.check() == [.aliasKind("r", .cname)])
    }

    @Test func aNameIsAnotherNameForOneNameAlone() {
        func names(_ values: Value<String>...) -> [Diagnostic] {
            Route53.Record("r", "a.example.com", .cname, in: Edge.zone, answer: .values(values, ttl: .hours(1))).check()
        }
        #expect(names("b.example.com").isEmpty)
        #expect(names("b.example.com", "c.example.com") == [.recordWithSeveralNames("r", 2)])
        #expect(names() == [.recordWithoutValue("r")])
    }

    @Test func textIsWrittenWithoutQuotes() {
        #expect(texts("\"v=spf1\"").check() == [.quotedText("t", "\"v=spf1\"")])
    }
}
