import TerraneCore
import Testing

@testable import TerraneAWS

struct CertificateTests {
    private func certificate(_ domain: String = "example.com", and others: [String] = ["*.example.com"]) -> Certificate
    {
        Certificate("site", for: domain, and: others, in: Edge.zone)
    }

    @Test func aCertificateComesWithItsRecordsAndItsValidation() {
        #expect(listedNames(certificate()) == ["site", "site/records", "site/validation"])
    }

    @Test func cloudFormationValidatesInTheZoneByItself() {
        let rows = table(of: "site", in: certificate())
        #expect(rows?.terraform["validation_method"] == .string("DNS"))
        #expect(
            rows?.cloudFormation["DomainValidationOptions"]
                == .list([
                    .object([.init("DomainName", .string("example.com")), .init("HostedZoneId", Edge.zone.expression)])
                ]))
        #expect(rows?.terraform["subject_alternative_names"] == .list([.string("*.example.com")]))
        #expect(table(of: "site/records", in: certificate())?.cloudFormation.isEmpty == true)
        #expect(table(of: "site/validation", in: certificate())?.cloudFormation.isEmpty == true)
    }

    @Test func terraformMakesOneRecordForEachName() {
        let records = listedResources(certificate()).first { $0.name == "site/records" }
        guard case .comprehension(let names)? = records?.declaration.options.forEach else {
            Issue.record("not one for each")
            return
        }
        #expect(names.collection.target?.terraform == "site.domain_validation_options")
        #expect(names.key == .iteration(["option", "domain_name"]))
        let rows = records.map { DataTable($0) }
        #expect(rows?.terraform["name"] == .iteration(["value", "resource_record_name"]))
        #expect(rows?.terraform["records"] == .list([.iteration(["value", "resource_record_value"])]))
        #expect(rows?.terraform["zone_id"] == Edge.zone.expression)
    }

    @Test func aWildcardSharesTheRecordOfTheNameBelowIt() {
        func proved(_ names: String...) -> [String] {
            ACM.Certificate("c", domain: names[0], alternatives: Array(names.dropFirst()), zone: "Z1").provedNames
        }
        func keys(_ certificate: Certificate) -> [String]? {
            let records = listedResources(certificate).first { $0.name == "site/records" }
            guard case .comprehension(let names)? = records?.declaration.options.forEach else { return nil }
            return names.keys
        }
        #expect(proved("example.com", "*.example.com") == ["example.com"])
        #expect(proved("*.example.com", "example.com") == ["example.com"])
        #expect(proved("api.example.com", "*.example.com") == ["api.example.com", "*.example.com"])
        #expect(keys(certificate()) == ["example.com"])
        #expect(keys(certificate(and: ["www.example.com"])) == nil)
    }

    @Test func whatUsesItWaitsUntilItIsIssued() {
        guard case .either(let terraform, let cloudFormation) = certificate().arn.expression else {
            Issue.record("the same on both sides")
            return
        }
        #expect(terraform.target?.terraform == "site/validation.certificate_arn")
        #expect(cloudFormation.target?.cloudFormation == "site")
    }

    @Test func itIsReplacedBeforeTheOldOneGoes() {
        #expect(listedResources(certificate()).first?.declaration.options.createsBeforeDestroying == true)
    }

    @Test func whatACMTakesIsNoError() {
        #expect(problems(of: certificate()).isEmpty)
        #expect(problems(of: certificate(and: [])).isEmpty)
    }

    @Test func aNameThatIsNoneIsAnError() {
        #expect(problems(of: certificate("example")) == [.malformedHost("example")])
        #expect(problems(of: certificate(and: ["a b.com"])) == [.malformedHost("a b.com")])
    }

    @Test func aNameTwiceIsAnError() {
        #expect(problems(of: certificate(and: ["example.com"])) == [.namedTwice("site", "example.com")])
    }

    @Test func theFirstNameHas64CharactersAtMost() {
        let long = String(repeating: "a", count: 61) + ".com"
        #expect(problems(of: certificate(long)) == [.nameTooLong("certificate's first", long, limit: 64)])
        #expect(problems(of: certificate(and: [long])).isEmpty)
    }
}
