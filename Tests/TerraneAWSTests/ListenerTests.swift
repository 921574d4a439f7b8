import TerraneCore
import Testing

@testable import TerraneAWS

struct ListenerTests {
    private let balancer: Value<ARN> = "arn:balancer"

    private func rule(
        _ priority: Int = 10, when conditions: [ELB.ListenerRule.Condition] = [.path(["/admin/*"])],
        _ action: ELB.Listener.Action = .respond(status: 404)
    ) -> ELB.ListenerRule {
        ELB.ListenerRule("admin", of: "arn:listener", priority: priority, when: conditions, action)
    }

    @Test func aCertificateIsAnArgumentInTerraformAndAListInCloudFormation() {
        let rows = DataTable(
            ELB.Listener("https", of: balancer, port: .https, tls: .init(certificate: "arn:c"), .forward(to: "arn:t")))
        #expect(rows.terraform["certificate_arn"] == .string("arn:c"))
        #expect(
            rows.cloudFormation["Certificates"] == .list([.object([.init("CertificateArn", .string("arn:c"))])]))
        #expect(rows.terraform["ssl_policy"] == .string("ELBSecurityPolicy-TLS13-1-2-2021-06"))
        #expect(rows.cloudFormation["Protocol"] == .string("HTTPS"))
        #expect(rows.cloudFormation["DefaultActions[0]/TargetGroupArn"] == .string("arn:t"))
    }

    @Test func aListenerWithoutCertificateSpeaksPlainHTTP() {
        let rows = DataTable(ELB.Listener("http", of: balancer, port: .http, .redirect(toHost: "www.example.com")))
        #expect(rows.terraform["protocol"] == .string("HTTP") && rows.terraform["ssl_policy"] == nil)
        #expect(rows.cloudFormation["DefaultActions[0]/RedirectConfig/Host"] == .string("www.example.com"))
    }

    @Test func aFixedAnswerIsWrittenAlikeInBothDialects() {
        let rows = DataTable(
            ELB.Listener("http", of: balancer, port: .http, .respond(status: 503, body: "{}", as: .json)))
        #expect(rows.terraform["default_action[0]/fixed_response/status_code"] == .string("503"))
        #expect(rows.cloudFormation["DefaultActions[0]/FixedResponseConfig/MessageBody"] == .string("{}"))
        #expect(rows.terraform["default_action[0]/type"] == .string("fixed-response"))
    }

    @Test func aConditionIsABlockInTerraformAndAFieldInCloudFormation() {
        let rows = DataTable(
            rule(when: [.host(["a.example.com"]), .header("X-Key", ["1"]), .source(["10.0.0.0/8"]), .method(["PUT"])]))
        #expect(rows.terraform["condition[0]/host_header/values"] == .list([.string("a.example.com")]))
        #expect(rows.cloudFormation["Conditions[0]/Field"] == .string("host-header"))
        #expect(rows.cloudFormation["Conditions[0]/HostHeaderConfig/Values"] == .list([.string("a.example.com")]))
        #expect(rows.terraform["condition[1]/http_header/http_header_name"] == .string("X-Key"))
        #expect(rows.cloudFormation["Conditions[2]/SourceIpConfig/Values"] == .list([.string("10.0.0.0/8")]))
        #expect(rows.cloudFormation["Conditions[3]/Field"] == .string("http-request-method"))
        #expect(rows.terraform["condition[0]/Field"] == nil)
    }

    @Test func whatAWSTakesIsNoError() {
        #expect(
            rule(50_000, when: [.path(["/"])], .respond(status: 200, body: String(repeating: "a", count: 1024))).check()
                .isEmpty)
        #expect(rule(when: [.path(["/a", "/b", "/c", "/d", "/e"])]).check().isEmpty)
    }

    @Test func aPriorityOutsideOfTheRangeIsAnError() {
        #expect(rule(0).check() == [.outOfRange("the priority", of: "admin", 0, 1...50_000)])
    }

    @Test func aRuleNeedsACondition() {
        #expect(rule(when: []).check() == [.ruleWithoutCondition("admin")])
        #expect(rule(when: [.path([])]).check() == [.ruleWithoutCondition("admin")])
    }

    @Test func sixValuesAreTooMany() {
        #expect(
            rule(when: [.path(["/a", "/b", "/c", "/d", "/e"]), .method(["GET"])]).check() == [
                .ruleConditions("admin", 6)
            ])
    }

    @Test func aFixedAnswerHasLimits() {
        #expect(rule(10, when: [.path(["/"])], .respond(status: 302)).check() == [.fixedStatus("admin", 302)])
        let body = String(repeating: "a", count: 1025)
        #expect(
            rule(10, when: [.path(["/"])], .respond(status: 200, body: body)).check() == [.fixedBody("admin", 1025)])
    }

    @Test func aRedirectionLeadsToAHost() {
        #expect(
            rule(10, when: [.path(["/"])], .redirect(toHost: "not a host")).check() == [.malformedHost("not a host")])
        #expect(rule(10, when: [.path(["/"])], .redirect(toHost: "example.com")).check().isEmpty)
    }
}
