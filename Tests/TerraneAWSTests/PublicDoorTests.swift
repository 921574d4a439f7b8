import TerraneCore
import Testing

@testable import TerraneAWS

/// All that stands between the Internet and a service.
struct PublicDoorTests {
    private func door(
        at host: String = "www.shop.example", role: DNSRecord.Role = .only, isProtected: Bool = true
    ) -> PublicDoor {
        PublicDoor(
            "shop", at: host, in: Edge.zone, of: Edge.network, to: .targets(Edge.targets), role: role,
            logs: .kept(in: "shop-logs", for: .days(90)), isProtected: isProtected)
    }

    @Test func aDoorIsANameACertificateAFirewallAndABalancer() {
        let names = listedNames(door())
        #expect(names.first == "shop/certificate" && names.last == "shop/name/a")
        for part in ["shop/certificate/validation", "shop/firewall", "shop/alb", "shop/alb/https", "shop/alb/logs"] {
            #expect(names.contains(part), "\(part)")
        }
        #expect(Set(names).count == names.count)
        #expect(problems(of: door()).isEmpty)
    }

    @Test func theFirewallStandsBeforeTheBalancer() {
        let rows = table(of: "shop/alb/firewall", in: door())
        #expect(rows?.terraform["web_acl_arn"]?.target?.terraform == "shop/firewall.arn")
        #expect(rows?.cloudFormation["WebACLArn"]?.target?.cloudFormation == "shop/firewall.Arn")
        #expect(rows?.terraform["resource_arn"] == door().balancer.arn.expression)
    }

    @Test func theBalancerWaitsForAValidCertificateOfTheName() {
        let rows = table(of: "shop/alb/https", in: door())
        let certificates = "(<shop/certificate/validation: certificate_arn, -> or <shop/certificate: arn, Ref>)"
        #expect(rows?.terraform["certificate_arn"]?.shortText == certificates)
        #expect(rows?.cloudFormation["Certificates"]?.shortText == "[{CertificateArn: \(certificates)}]")
        let certificate = table(of: "shop/certificate", in: door())
        #expect(certificate?.terraform["domain_name"] == .string("www.shop.example"))
        #expect(certificate?.cloudFormation["DomainName"] == .string("www.shop.example"))
    }

    @Test func theNameLeadsToTheBalancer() {
        let rows = table(of: "shop/name/a", in: door())
        #expect(rows?.terraform["name"] == .string("www.shop.example"))
        #expect(rows?.terraform["alias/name"]?.target?.terraform == "shop/alb.dns_name")
        #expect(rows?.cloudFormation["AliasTarget/DNSName"]?.target?.cloudFormation == "shop/alb.DNSName")
    }

    @Test func aDoorForRecoveryAnswersSecond() {
        let rows = table(of: "shop/name/a", in: door(role: .secondary))
        #expect(rows?.terraform["failover_routing_policy/type"] == .string("SECONDARY"))
        #expect(rows?.cloudFormation["Failover"] == .string("SECONDARY"))
    }

    @Test(arguments: [true, false])
    func aProtectedDoorCannotBeDeleted(isProtected: Bool) {
        let rows = table(of: "shop/alb", in: door(isProtected: isProtected))
        #expect(rows?.terraform["enable_deletion_protection"] == .boolean(isProtected))
    }

    @Test func aNameThatIsNoneIsAnError() {
        #expect(problems(of: door(at: "www shop example")).contains(.malformedHost("www shop example")))
    }
}
