import Terrane

extension Mistake {
    static var firewalls: [Mistake] {
        [region, scope, expensive, tooLarge, smallGroup, managedGroup, rate]
    }

    private static let capacity = "https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html"

    private static func acl(
        _ rules: [WAF.Rule] = [], scope: WAF.Scope = .regional, file: String = #fileID, line: Int = #line
    ) -> WAF.WebACL {
        WAF.WebACL("guard", description: "Guards the shop", scope: scope, rules: rules, file: file, line: line)
    }

    private static func managed(_ groups: WAF.ManagedRuleGroup...) -> [WAF.Rule] {
        groups.map { WAF.Rule($0.name, .asGroupSays, .managedGroup($0)) }
    }

    private static var region: Mistake {
        Mistake(
            "WAFInvalidParameterException: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT",
            "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html", .graph,
            caughtBy: "firewall-region"
        ) {
            acl(scope: .cloudFront)  // mistake
        } legal: {
            acl(scope: .cloudFront).region(.virginia)
        }
    }

    private static var scope: Mistake {
        Mistake(
            "InvalidWebACLId: Web ACL is not accessible by the requester (it is regional)",
            "https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html", .graph,
            caughtBy: "firewall-of-another-scope"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            acl()
            guarded(by: acl())  // mistake
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            acl(scope: .cloudFront).region(.virginia)
            guarded(by: acl(scope: .cloudFront))
        }
    }

    private static func guarded(
        by acl: WAF.WebACL, file: String = #fileID, line: Int = #line
    ) -> CloudFront.Distribution {
        Door.distribution(
            at: ["www.example.com"], certificate: Door.certificate("www.example.com"), webACL: acl.arn, file: file,
            line: line)
    }

    private static var expensive: Mistake {
        Mistake(
            "A web ACL that costs more with every request: more than 1500 capacity units", capacity, .graph,
            caughtBy: "firewall-costs-more"
        ) {
            acl(managed(.common, .knownBadInputs, .sqlDatabase, .linux, .windows, .php))  // mistake
        } legal: {
            acl(managed(.common, .knownBadInputs, .sqlDatabase, .linux, .php))
        }
    }

    private static var tooLarge: Mistake {
        Mistake(
            "WAFLimitsExceededException: AWS WAF couldn't perform the operation because you exceeded your resource limit",
            "https://docs.aws.amazon.com/waf/latest/developerguide/limits.html", .graph, caughtBy: "firewall-too-large"
        ) {
            own(4_500)
            acl(managed(.common) + [WAF.Rule("own", .asGroupSays, .ruleGroup(own(4_500).arn))])  // mistake
        } legal: {
            own(500)
            acl(managed(.common) + [WAF.Rule("own", .asGroupSays, .ruleGroup(own(500).arn))])
        }
    }

    private static func own(_ capacity: Int, file: String = #fileID, line: Int = #line) -> WAF.RuleGroup {
        WAF.RuleGroup(
            "own", description: "Rules of the shop", capacity: capacity,
            rules: [WAF.Rule("sql", .block, .sqlInjection(in: .queryString))], file: file, line: line)
    }

    private static var smallGroup: Mistake {
        Mistake(
            "WAFInvalidParameterException: the capacity of the rule group is less than its rules use",
            "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateRuleGroup.html", .graph,
            caughtBy: "rule-group-too-large"
        ) {
            own(20)  // mistake
        } legal: {
            own(40)
        }
    }

    private static var managedGroup: Mistake {
        Mistake(
            "WAFInvalidParameterException: Managed rule set AWSManagedRulesSQLRuleSet doesn't exist",
            "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html", .graph,
            caughtBy: "managed-rule-group"
        ) {
            acl(managed("AWSManagedRulesSQLRuleSet"))  // mistake
        } legal: {
            acl(managed("AWSManagedRulesSQLiRuleSet"))
        }
    }

    private static var rate: Mistake {
        Mistake(
            "WAFInvalidParameterException: a rate limit under 10",
            "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html",
            .element, caughtBy: "rate-limit"
        ) {
            acl([WAF.Rule("rate", .block, .rate(limit: 5, window: .minutes(5)))])  // mistake
        } legal: {
            acl([WAF.Rule("rate", .block, .rate(limit: 500, window: .minutes(5)))])
        }
    }
}
