import Terrane

extension Mistake {
    static var names: [Mistake] {
        [outsideZone, apex, beside, twice, address, aliasOfAnotherKind, unprovable]
    }

    private static let recordTypes =
        "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"
    private static let zone = Route53.HostedZone("zone", for: "example.com", comment: "The shop")

    private static func record(
        _ host: String, _ kind: Route53.Record.Kind, _ value: Value<String>, as name: Name = "record",
        file: String = #fileID, line: Int = #line
    ) -> Route53.Record {
        Route53.Record(
            name, host, kind, in: zone.id, answer: .values([value], ttl: .minutes(5)), file: file, line: line)
    }

    private static var outsideZone: Mistake {
        Mistake(
            "InvalidChangeBatch: RRSet with DNS name api.example.org. is not permitted in zone example.com.",
            "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html", .graph,
            caughtBy: "record-outside-zone"
        ) {
            zone
            record("api.example.org", .a, "192.0.2.1")  // mistake
        } legal: {
            zone
            record("api.example.com", .a, "192.0.2.1")
        }
    }

    private static var apex: Mistake {
        Mistake(
            "InvalidChangeBatch: RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.",
            recordTypes, .graph, caughtBy: "cname-at-apex"
        ) {
            zone
            record("example.com", .cname, "shop.example.net")  // mistake
        } legal: {
            zone
            record("www.example.com", .cname, "shop.example.net")
        }
    }

    private static var beside: Mistake {
        Mistake(
            "InvalidChangeBatch: RRSet of type CNAME is not permitted as it conflicts with other records with the same DNS name",
            recordTypes, .graph, caughtBy: "cname-beside-others"
        ) {
            zone
            record("www.example.com", .txt, "v=spf1 -all", as: "text")
            record("www.example.com", .cname, "shop.example.net", as: "www")  // mistake
        } legal: {
            zone
            record("www.example.com", .txt, "v=spf1 -all", as: "text")
            record("www.example.com", .a, "192.0.2.1", as: "www")
        }
    }

    private static var twice: Mistake {
        Mistake(
            "InvalidChangeBatch: Tried to create resource record set but it already exists",
            "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html", .graph,
            caughtBy: "record-twice"
        ) {
            zone
            record("www.example.com", .a, "192.0.2.1", as: "one")
            record("www.example.com.", .a, "192.0.2.2", as: "other")  // mistake
        } legal: {
            zone
            record("www.example.com", .a, "192.0.2.1", as: "one")
            record("api.example.com", .a, "192.0.2.2", as: "other")
        }
    }

    private static var address: Mistake {
        Mistake(
            "InvalidChangeBatch: Value is not a valid IPv4 address", recordTypes, .graph, caughtBy: "record-value"
        ) {
            zone
            record("www.example.com", .a, "shop.example.net")  // mistake
        } legal: {
            zone
            record("www.example.com", .a, "192.0.2.1")
        }
    }

    private static var aliasOfAnotherKind: Mistake {
        Mistake(
            "InvalidChangeBatch: Alias target contains an invalid value for a record of that type",
            "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
            .element, caughtBy: "alias-kind"
        ) {
            zone
            leading(.txt)  // mistake
        } legal: {
            zone
            leading(.a)
        }
    }

    private static func leading(
        _ kind: Route53.Record.Kind, file: String = #fileID, line: Int = #line
    ) -> Route53.Record {
        Route53.Record(
            "www", "www.example.com", kind, in: zone.id,
            to: .init("d111111abcdef8.cloudfront.net", zone: CloudFront.hostedZone, evaluatesHealth: false), file: file,
            line: line)
    }

    private static var unprovable: Mistake {
        Mistake(
            "A certificate that stays pending validation: its proof is in the zone of another domain",
            "https://docs.aws.amazon.com/acm/latest/userguide/troubleshooting-DNS-validation.html", .graph,
            caughtBy: "certificate-outside-zone"
        ) {
            zone
            Certificate("certificate", for: "www.example.org", in: zone.id)  // mistake
        } legal: {
            zone
            Certificate("certificate", for: "*.example.com", and: ["example.com"], in: zone.id)
        }
    }
}
