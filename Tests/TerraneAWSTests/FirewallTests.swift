import TerraneCore
import Testing

@testable import TerraneAWS

struct FirewallTests {
    private let administrators = Parameter<[String]>("admin_addresses")

    private var firewall: Firewall {
        Firewall(
            "guard",
            rules: [
                .allow("Admins", set: "administrators", addresses: administrators.value),
                .rateLimit("Rate", 1000, per: .minutes(5)), .sqlInjection("SQL"), .crossSiteScripting("XSS"),
            ])
    }

    private func problems(_ rules: Firewall.Rule...) -> [Diagnostic] {
        TerraneAWSTests.problems(of: Firewall("guard", rules: rules))
    }

    private func problems(_ statement: WAF.Statement, _ action: WAF.Action = .block) -> [Diagnostic] {
        problems(.custom("Rule", action, statement))
    }

    @Test func aFirewallIsAWebACLAndTheAddressesItKnows() {
        #expect(listedNames(firewall) == ["guard/administrators", "guard"])
        let set = table(of: "guard/administrators", in: firewall)
        #expect(set?.terraform["addresses"] == administrators.expression)
        #expect(set?.cloudFormation["IPAddressVersion"] == .string("IPV4"))
    }

    @Test func rulesAreAskedInTheOrderInWhichTheyAreListed() {
        let rows = table(of: "guard", in: firewall)
        for (index, name) in ["Admins", "Rate", "SQL", "XSS"].enumerated() {
            #expect(rows?.terraform["rule[\(index)]/name"] == .string(name))
            #expect(rows?.terraform["rule[\(index)]/priority"] == .integer(index))
            #expect(rows?.cloudFormation["Rules[\(index)]/Priority"] == .integer(index))
        }
    }

    @Test func aRateIsLimitedByAddress() {
        let rows = table(of: "guard", in: firewall)
        let (left, right) = ("rule[1]/statement/rate_based_statement", "Rules[1]/Statement/RateBasedStatement")
        #expect(rows?.terraform["\(left)/limit"] == .integer(1000))
        #expect(rows?.terraform["\(left)/evaluation_window_sec"] == .integer(300))
        #expect(rows?.cloudFormation["\(right)/AggregateKeyType"] == .string("IP"))
    }

    @Test func injectionIsLookedForInTheQueryAndTheBody() {
        let rows = table(of: "guard", in: firewall)
        let right = "Rules[2]/Statement/OrStatement/Statements[1]/SqliMatchStatement"
        #expect(rows?.cloudFormation["\(right)/FieldToMatch/Body/OversizeHandling"] == .string("CONTINUE"))
        #expect(rows?.cloudFormation["\(right)/TextTransformations[0]/Type"] == .string("URL_DECODE"))
        let left = "rule[3]/statement/or_statement/statement[0]/xss_match_statement"
        #expect(rows?.terraform["\(left)/text_transformation[1]/type"] == .string("HTML_ENTITY_DECODE"))
    }

    @Test func everyRuleIsMeasuredAndSampled() {
        let rows = table(of: "guard", in: firewall)
        #expect(rows?.terraform["rule[0]/visibility_config/metric_name"] == .string("Admins"))
        #expect(rows?.cloudFormation["VisibilityConfig/MetricName"] == .string("guard"))
        #expect(rows?.cloudFormation["Rules[3]/VisibilityConfig/SampledRequestsEnabled"] == .boolean(true))
    }

    @Test func aManagedGroupActsForItselfButForWhatIsCounted() {
        let group = Firewall("guard", rules: [.managed(.common, counted: ["SizeRestrictions_BODY"]), .managed("Own")])
        let rows = table(of: "guard", in: group)
        let right = "Rules[0]/Statement/ManagedRuleGroupStatement"
        #expect(rows?.cloudFormation["\(right)/Name"] == .string("AWSManagedRulesCommonRuleSet"))
        #expect(rows?.cloudFormation["\(right)/RuleActionOverrides[0]/Name"] == .string("SizeRestrictions_BODY"))
        #expect(rows?.terraform["rule[1]/name"] == .string("Own"))
        #expect(TerraneAWSTests.problems(of: group).isEmpty)
    }

    @Test func statementsHoldStatements() {
        let statement = WAF.Statement.all([
            .not(.countries(["JP"])), .text("/admin", .atStart, in: .uriPath),
            .any([.text("curl", .anywhere, in: .header("user-agent")), .text("PUT", in: .method)]),
        ])
        let rows = table(of: "guard", in: Firewall("guard", rules: [.custom("Rule", .count, statement)]))
        let right = "Rules[0]/Statement/AndStatement/Statements"
        #expect(
            rows?.cloudFormation["\(right)[0]/NotStatement/Statement/GeoMatchStatement/CountryCodes"]
                == .list([.string("JP")]))
        #expect(
            rows?.cloudFormation["\(right)[1]/ByteMatchStatement/PositionalConstraint"] == .string("STARTS_WITH"))
        let left = "rule[0]/statement/and_statement/statement[2]/or_statement/statement[0]/byte_match_statement"
        #expect(rows?.terraform["\(left)/field_to_match/single_header/name"] == .string("user-agent"))
        #expect(problems(statement).isEmpty)
    }

    @Test func aRateCanBeThatOfSomeRequests() {
        let statement = WAF.Statement.rate(limit: 100, window: .minutes(1), of: .countries(["JP"]))
        let rows = table(of: "guard", in: Firewall("guard", rules: [.custom("Rule", .block, statement)]))
        let left = "rule[0]/statement/rate_based_statement/scope_down_statement/geo_match_statement/country_codes"
        #expect(rows?.terraform[left] == .list([.string("JP")]))
        #expect(problems(statement).isEmpty)
    }

    @Test func logsLeaveOutWhatIdentifiesPeople() {
        let firewall = Firewall("guard", rules: [], logs: .oneMonth)
        #expect(listedNames(firewall) == ["guard", "guard/logs", "guard/logging"])
        #expect(table(of: "guard/logs", in: firewall)?.terraform["name"] == .string("aws-waf-logs-guard"))
        let rows = table(of: "guard/logging", in: firewall)
        #expect(rows?.terraform["redacted_fields[0]/single_header/name"] == .string("authorization"))
        #expect(rows?.cloudFormation["RedactedFields[1]/SingleHeader/Name"] == .string("cookie"))
        #expect(TerraneAWSTests.problems(of: firewall).isEmpty)
    }

    @Test func aFirewallOfCloudFrontIsInVirginia() {
        let firewall = Firewall(
            "edge", rules: [.allow("Office", set: "office", addresses: .ranges("192.0.2.0/24"))], scope: .cloudFront,
            logs: .oneWeek)
        #expect(listedResources(firewall).allSatisfy { $0.declaration.options.region == .virginia })
        #expect(table(of: "edge/office", in: firewall)?.cloudFormation["Scope"] == .string("CLOUDFRONT"))
        #expect(listedResources(self.firewall).allSatisfy { $0.declaration.options.region == nil })
    }

    @Test func metricsOfARegionNameIt() {
        func dimensions(_ firewall: Firewall) -> [String] {
            guard case .metric(_, _, let dimensions) = firewall.metrics.blocked.source else { return [] }
            return dimensions.map(\.name)
        }
        #expect(dimensions(firewall) == ["WebACL", "Rule", "Region"])
        #expect(dimensions(Firewall("edge", rules: [], scope: .cloudFront)) == ["WebACL", "Rule"])
    }

    @Test func aRuleHasItsOwnMetrics() {
        guard case .metric(_, let name, let dimensions) = firewall.metrics.counted(by: "SQL").source else {
            Issue.record("not a metric")
            return
        }
        #expect(name == "CountedRequests" && dimensions[1].value == "SQL")
    }

    @Test func whatAWSTakesIsNoError() {
        #expect(TerraneAWSTests.problems(of: firewall).isEmpty)
        #expect(problems(.rateLimit("R", 10, per: .minutes(1)), .block("C", countries: ["KP"])).isEmpty)
    }

    @Test func aWindowThatAWSDoesNotOfferIsAnError() {
        #expect(problems(.rateLimit("R", 1000, per: .minutes(4))) == [.rateWindow("R", .minutes(4))])
    }

    @Test func aLimitUnderTenIsAnError() {
        #expect(problems(.rateLimit("R", 9, per: .minutes(5))) == [.rateLimit("R", 9)])
    }

    @Test func oneNameForTwoRulesIsAnError() {
        #expect(problems(.sqlInjection("R"), .crossSiteScripting("R")) == [.firewallRuleTwice("R")])
    }

    @Test func aNameWithASpaceIsAnError() {
        #expect(problems(.sqlInjection("SQL rule")) == [.firewallName("rule", "SQL rule")])
    }

    @Test func aGroupActsForItselfAndNothingElseDoes() {
        #expect(problems(.managedGroup("G")) == [.actionOfGroup("Rule", isGroup: true)])
        #expect(problems(.countries(["JP"]), .asGroupSays) == [.actionOfGroup("Rule", isGroup: false)])
    }

    @Test func aRateIsNoPartOfAnotherStatement() {
        #expect(problems(.not(.rate(limit: 100, window: .minutes(5)))) == [.nestedAlone("Rule")])
    }

    @Test func aCombinationHasTwoParts() {
        #expect(problems(.any([.countries(["JP"])])) == [.combinationOfOne("Rule")])
    }

    @Test func fiveStatementsInsideEachOtherAreTooMany() {
        let four = WAF.Statement.not(.not(.not(.countries(["JP"]))))
        #expect(problems(four).isEmpty)
        #expect(problems(.not(four)) == [.nestedStatements("Rule")])
    }

    @Test func aCountryHasTwoCapitalLetters() {
        #expect(problems(.countries(["jp"])) == [.countryCode("Rule", "jp")])
        #expect(problems(.countries([])) == [.noCountry("Rule")])
    }

    @Test func aTextThatCannotBeFoundIsAnError() {
        #expect(problems(.text("/Admin", in: .uriPath)) == [.searchCase("Rule", "/Admin")])
        #expect(problems(.text("", in: .uriPath)) == [.searchText("Rule", "")])
        #expect(problems(.text("PUT", in: .method)).isEmpty)
    }

    @Test func everyAddressIsNoRange() {
        #expect(
            problems(.allow("A", set: "all", addresses: .ranges("0.0.0.0/0"))) == [.everyAddress("guard/all")])
    }

    @Test func aLogGroupOfAnotherNameIsAnError() {
        let group = Logs.LogGroup("logs", groupName: "/waf", retention: .oneWeek)
        #expect(WAF.WebACLLogging("l", of: "arn:acl", to: group).check() == [.firewallLogName("/waf")])
    }

    // MARK: Rules by their purpose

    @Test func theStandardRulesBlockButForLargeBodies() {
        let rows = table(of: "guard", in: Firewall("guard", rules: .standard))
        let names = (0..<5).map { rows?.terraform["rule[\($0)]/name"]?.text }
        #expect(
            names == [
                "AWSManagedRulesAmazonIpReputationList", "RateLimit", "AWSManagedRulesKnownBadInputsRuleSet",
                "AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet",
            ])
        let left = "rule[3]/statement/managed_rule_group_statement/rule_action_override[0]/name"
        #expect(rows?.terraform[left] == .string("SizeRestrictions_BODY"))
        #expect(TerraneAWSTests.problems(of: Firewall("guard", rules: .standard)).isEmpty)
    }

    @Test func rulesOfOnesOwnStandBeforeTheManagedOnes() {
        let firewall = Firewall("guard", rules: .standard(.onlyFrom("Home", countries: ["JP"]), limit: 500))
        let rows = table(of: "guard", in: firewall)
        #expect(rows?.terraform["rule[2]/name"] == .string("Home"))
        #expect(rows?.cloudFormation["Rules[1]/Statement/RateBasedStatement/Limit"] == .integer(500))
        #expect(
            rows?.terraform["rule[2]/statement/not_statement/statement/geo_match_statement/country_codes"]
                == .list([.string("JP")]))
    }

    @Test func deniedAddressesAreASetOfTheirOwn() {
        let firewall = Firewall("guard", rules: [.deny("Known", set: "known", addresses: .ranges("192.0.2.0/24"))])
        #expect(listedNames(firewall) == ["guard/known", "guard"])
        #expect(table(of: "guard", in: firewall)?.terraform["rule[0]/action/block"] == nil)
        #expect(bilingual(listedResources(firewall)[1]).contains("rule[0]/action/block | Rules[0]/Action/Block = {}"))
    }

    @Test func aGroupOfOnesOwnDecidesForItself() {
        let group = WAF.RuleGroup("own", description: "d", capacity: 10, rules: [])
        let firewall = Firewall("guard", rules: [.group("Own", group)])
        #expect(problems(.group("Own", group)).isEmpty)
        let rows = table(of: "guard", in: firewall)
        #expect(rows?.terraform["rule[0]/statement/rule_group_reference_statement/arn"] == group.arn.expression)
    }

    @Test func answersOfTheRulesAreTextsOfTheFirewall() {
        let answer = WAF.Action.answer(.init(429, .json("slow", "{}")))
        let rows = table(
            of: "guard",
            in: Firewall(
                "guard",
                rules: [.custom("A", answer, .countries(["KP"])), .custom("B", answer, .countries(["IR"]))]))
        #expect(rows?.terraform["custom_response_body[0]/key"] == .string("slow"))
        #expect(rows?.terraform["custom_response_body[1]/key"] == nil)
        guard case .object(let texts)? = rows?.cloudFormation["CustomResponseBodies"] else {
            Issue.record("no texts")
            return
        }
        #expect(texts.map(\.key) == ["slow"])
    }

    @Test func whatIsOnRecordCanBeChosen() {
        let firewall = Firewall("guard", rules: [], logs: .oneMonth, logging: [.blocked])
        let rows = table(of: "guard/logging", in: firewall)
        #expect(rows?.terraform["logging_filter/default_behavior"] == .string("DROP"))
        #expect(
            rows?.cloudFormation["LoggingFilter/Filters[0]/Conditions[0]/ActionCondition/Action"] == .string("BLOCK"))
    }
}
