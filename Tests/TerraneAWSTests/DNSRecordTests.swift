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
