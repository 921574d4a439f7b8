import TerraneCore
import Testing

@testable import TerraneAWS

/// The rows of statements, in both dialects.
struct WAFStatementRowsTests {
    /// The statement's own rows.
    private func rows(_ statement: WAF.Statement) -> String {
        let acl = WAF.WebACL("acl", description: "d", rules: [WAF.Rule("r", .block, statement)])
        return bilingual(acl).split(separator: "\n").filter { $0.hasPrefix("rule[0]/statement/") }.joined(
            separator: "\n"
        )
        .replacing("rule[0]/statement/", with: "").replacing("Rules[0]/Statement/", with: "")
    }

    @Test func aPattern() {
        #expect(
            rows(.pattern("^/x", in: .uriPath))
                == """
                regex_match_statement/regex_string | RegexMatchStatement/RegexString = "^/x"
                regex_match_statement/field_to_match/uri_path | RegexMatchStatement/FieldToMatch/UriPath = {}
                regex_match_statement/text_transformation[0]/priority | RegexMatchStatement/TextTransformations[0]/Priority = 0
                regex_match_statement/text_transformation[0]/type | RegexMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                """)
    }

    @Test func aSetOfPatterns() {
        #expect(
            rows(.patterns(in: "arn:set", of: .allQueryArguments))
                == """
                regex_pattern_set_reference_statement/arn | RegexPatternSetReferenceStatement/Arn = "arn:set"
                regex_pattern_set_reference_statement/field_to_match/all_query_arguments | RegexPatternSetReferenceStatement/FieldToMatch/AllQueryArguments = {}
                regex_pattern_set_reference_statement/text_transformation[0]/priority | RegexPatternSetReferenceStatement/TextTransformations[0]/Priority = 0
                regex_pattern_set_reference_statement/text_transformation[0]/type | RegexPatternSetReferenceStatement/TextTransformations[0]/Type = "URL_DECODE"
                """)
    }

    @Test func aSizeOfAJSONBody() {
        #expect(
            rows(.size(.greater, 8192, of: .jsonBody))
                == """
                size_constraint_statement/comparison_operator | SizeConstraintStatement/ComparisonOperator = "GT"
                size_constraint_statement/size | SizeConstraintStatement/Size = 8192
                size_constraint_statement/field_to_match/json_body/match_pattern/all | SizeConstraintStatement/FieldToMatch/JsonBody/MatchPattern/All = {}
                size_constraint_statement/field_to_match/json_body/match_scope | SizeConstraintStatement/FieldToMatch/JsonBody/MatchScope = "VALUE"
                size_constraint_statement/field_to_match/json_body/invalid_fallback_behavior | SizeConstraintStatement/FieldToMatch/JsonBody/InvalidFallbackBehavior = "EVALUATE_AS_STRING"
                size_constraint_statement/field_to_match/json_body/oversize_handling | SizeConstraintStatement/FieldToMatch/JsonBody/OversizeHandling = "MATCH"
                size_constraint_statement/text_transformation[0]/priority | SizeConstraintStatement/TextTransformations[0]/Priority = 0
                size_constraint_statement/text_transformation[0]/type | SizeConstraintStatement/TextTransformations[0]/Type = "NONE"
                """)
    }

    @Test func aLabel() {
        #expect(
            rows(.label("a:b"))
                == """
                label_match_statement/scope | LabelMatchStatement/Scope = "LABEL"
                label_match_statement/key | LabelMatchStatement/Key = "a:b"
                """)
    }

    @Test func closelyLookedForSQL() {
        #expect(
            rows(.sqlInjection(in: .cookies, sensitivity: .high))
                == """
                sqli_match_statement/sensitivity_level | SqliMatchStatement/SensitivityLevel = "HIGH"
                sqli_match_statement/field_to_match/cookies/match_pattern/all | SqliMatchStatement/FieldToMatch/Cookies/MatchPattern/All = {}
                sqli_match_statement/field_to_match/cookies/match_scope | SqliMatchStatement/FieldToMatch/Cookies/MatchScope = "VALUE"
                sqli_match_statement/field_to_match/cookies/oversize_handling | SqliMatchStatement/FieldToMatch/Cookies/OversizeHandling = "CONTINUE"
                sqli_match_statement/text_transformation[0]/priority | SqliMatchStatement/TextTransformations[0]/Priority = 0
                sqli_match_statement/text_transformation[0]/type | SqliMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                sqli_match_statement/text_transformation[1]/priority | SqliMatchStatement/TextTransformations[1]/Priority = 1
                sqli_match_statement/text_transformation[1]/type | SqliMatchStatement/TextTransformations[1]/Type = "HTML_ENTITY_DECODE"
                """)
    }

    @Test func scriptsInHeaders() {
        #expect(
            rows(.crossSiteScripting(in: .headers))
                == """
                xss_match_statement/field_to_match/headers/match_pattern/all | XssMatchStatement/FieldToMatch/Headers/MatchPattern/All = {}
                xss_match_statement/field_to_match/headers/match_scope | XssMatchStatement/FieldToMatch/Headers/MatchScope = "VALUE"
                xss_match_statement/field_to_match/headers/oversize_handling | XssMatchStatement/FieldToMatch/Headers/OversizeHandling = "CONTINUE"
                xss_match_statement/text_transformation[0]/priority | XssMatchStatement/TextTransformations[0]/Priority = 0
                xss_match_statement/text_transformation[0]/type | XssMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                xss_match_statement/text_transformation[1]/priority | XssMatchStatement/TextTransformations[1]/Priority = 1
                xss_match_statement/text_transformation[1]/type | XssMatchStatement/TextTransformations[1]/Type = "HTML_ENTITY_DECODE"
                """)
    }

    @Test func forwardedAddresses() {
        #expect(
            rows(.addresses(in: "arn:ips", forwarded: .init(header: "X-Real", matchesWithout: true)))
                == """
                ip_set_reference_statement/arn | IPSetReferenceStatement/Arn = "arn:ips"
                ip_set_reference_statement/ip_set_forwarded_ip_config/header_name | IPSetReferenceStatement/IPSetForwardedIPConfig/HeaderName = "X-Real"
                ip_set_reference_statement/ip_set_forwarded_ip_config/fallback_behavior | IPSetReferenceStatement/IPSetForwardedIPConfig/FallbackBehavior = "MATCH"
                ip_set_reference_statement/ip_set_forwarded_ip_config/position | IPSetReferenceStatement/IPSetForwardedIPConfig/Position = "FIRST"
                """)
    }

    @Test func anArgument() {
        #expect(
            rows(.text("x", in: .queryArgument("q")))
                == """
                byte_match_statement/search_string | ByteMatchStatement/SearchString = "x"
                byte_match_statement/positional_constraint | ByteMatchStatement/PositionalConstraint = "EXACTLY"
                byte_match_statement/field_to_match/single_query_argument/name | ByteMatchStatement/FieldToMatch/SingleQueryArgument/Name = "q"
                byte_match_statement/text_transformation[0]/priority | ByteMatchStatement/TextTransformations[0]/Priority = 0
                byte_match_statement/text_transformation[0]/type | ByteMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                byte_match_statement/text_transformation[1]/priority | ByteMatchStatement/TextTransformations[1]/Priority = 1
                byte_match_statement/text_transformation[1]/type | ByteMatchStatement/TextTransformations[1]/Type = "LOWERCASE"
                """)
    }

    @Test func countriesOfForwardedAddresses() {
        #expect(
            rows(.countries(["KP"], forwarded: .init()))
                == """
                geo_match_statement/country_codes | GeoMatchStatement/CountryCodes = ["KP"]
                geo_match_statement/forwarded_ip_config/header_name | GeoMatchStatement/ForwardedIPConfig/HeaderName = "X-Forwarded-For"
                geo_match_statement/forwarded_ip_config/fallback_behavior | GeoMatchStatement/ForwardedIPConfig/FallbackBehavior = "NO_MATCH"
                """)
    }

    @Test func aRateOfForwardedAddresses() {
        #expect(
            rows(.rate(limit: 10, window: .minutes(1), by: .forwardedAddress()))
                == """
                rate_based_statement/limit | RateBasedStatement/Limit = 10
                rate_based_statement/evaluation_window_sec | RateBasedStatement/EvaluationWindowSec = 60
                rate_based_statement/aggregate_key_type | RateBasedStatement/AggregateKeyType = "FORWARDED_IP"
                rate_based_statement/forwarded_ip_config/header_name | RateBasedStatement/ForwardedIPConfig/HeaderName = "X-Forwarded-For"
                rate_based_statement/forwarded_ip_config/fallback_behavior | RateBasedStatement/ForwardedIPConfig/FallbackBehavior = "NO_MATCH"
                """)
    }

    @Test func aRateOfEverything() {
        #expect(
            rows(.rate(limit: 10, window: .minutes(1), by: .everything, of: .label("x")))
                == """
                rate_based_statement/limit | RateBasedStatement/Limit = 10
                rate_based_statement/evaluation_window_sec | RateBasedStatement/EvaluationWindowSec = 60
                rate_based_statement/aggregate_key_type | RateBasedStatement/AggregateKeyType = "CONSTANT"
                rate_based_statement/scope_down_statement/label_match_statement/scope | RateBasedStatement/ScopeDownStatement/LabelMatchStatement/Scope = "LABEL"
                rate_based_statement/scope_down_statement/label_match_statement/key | RateBasedStatement/ScopeDownStatement/LabelMatchStatement/Key = "x"
                """)
    }

    @Test func aRateByFiveParts() {
        #expect(
            rows(
                .rate(
                    limit: 10, window: .minutes(1),
                    by: .parts([.address, .method, .uriPath, .header("h"), .cookie("c")])))
                    == """
                    rate_based_statement/limit | RateBasedStatement/Limit = 10
                    rate_based_statement/evaluation_window_sec | RateBasedStatement/EvaluationWindowSec = 60
                    rate_based_statement/aggregate_key_type | RateBasedStatement/AggregateKeyType = "CUSTOM_KEYS"
                    rate_based_statement/custom_key[0]/ip | RateBasedStatement/CustomKeys[0]/IP = {}
                    rate_based_statement/custom_key[1]/http_method | RateBasedStatement/CustomKeys[1]/HTTPMethod = {}
                    rate_based_statement/custom_key[2]/uri_path/text_transformation[0]/priority | RateBasedStatement/CustomKeys[2]/UriPath/TextTransformations[0]/Priority = 0
                    rate_based_statement/custom_key[2]/uri_path/text_transformation[0]/type | RateBasedStatement/CustomKeys[2]/UriPath/TextTransformations[0]/Type = "NONE"
                    rate_based_statement/custom_key[3]/header/name | RateBasedStatement/CustomKeys[3]/Header/Name = "h"
                    rate_based_statement/custom_key[3]/header/text_transformation[0]/priority | RateBasedStatement/CustomKeys[3]/Header/TextTransformations[0]/Priority = 0
                    rate_based_statement/custom_key[3]/header/text_transformation[0]/type | RateBasedStatement/CustomKeys[3]/Header/TextTransformations[0]/Type = "NONE"
                    rate_based_statement/custom_key[4]/cookie/name | RateBasedStatement/CustomKeys[4]/Cookie/Name = "c"
                    rate_based_statement/custom_key[4]/cookie/text_transformation[0]/priority | RateBasedStatement/CustomKeys[4]/Cookie/TextTransformations[0]/Priority = 0
                    rate_based_statement/custom_key[4]/cookie/text_transformation[0]/type | RateBasedStatement/CustomKeys[4]/Cookie/TextTransformations[0]/Type = "NONE"
                    """)
    }

    @Test func aRateByArguments() {
        #expect(
            rows(.rate(limit: 10, window: .minutes(1), by: .parts([.queryString, .queryArgument("q")])))
                == """
                rate_based_statement/limit | RateBasedStatement/Limit = 10
                rate_based_statement/evaluation_window_sec | RateBasedStatement/EvaluationWindowSec = 60
                rate_based_statement/aggregate_key_type | RateBasedStatement/AggregateKeyType = "CUSTOM_KEYS"
                rate_based_statement/custom_key[0]/query_string/text_transformation[0]/priority | RateBasedStatement/CustomKeys[0]/QueryString/TextTransformations[0]/Priority = 0
                rate_based_statement/custom_key[0]/query_string/text_transformation[0]/type | RateBasedStatement/CustomKeys[0]/QueryString/TextTransformations[0]/Type = "NONE"
                rate_based_statement/custom_key[1]/query_argument/name | RateBasedStatement/CustomKeys[1]/QueryArgument/Name = "q"
                rate_based_statement/custom_key[1]/query_argument/text_transformation[0]/priority | RateBasedStatement/CustomKeys[1]/QueryArgument/TextTransformations[0]/Priority = 0
                rate_based_statement/custom_key[1]/query_argument/text_transformation[0]/type | RateBasedStatement/CustomKeys[1]/QueryArgument/TextTransformations[0]/Type = "NONE"
                """)
    }

    @Test func aConfiguredManagedGroup() {
        #expect(
            rows(
                .managedGroup(
                    .botControl(.targeted).version("Version_3.0"), overrides: [.count("A"), .init("B", .captcha)],
                    of: .label("x")))
                    == """
                    managed_rule_group_statement/vendor_name | ManagedRuleGroupStatement/VendorName = "AWS"
                    managed_rule_group_statement/name | ManagedRuleGroupStatement/Name = "AWSManagedRulesBotControlRuleSet"
                    managed_rule_group_statement/version | ManagedRuleGroupStatement/Version = "Version_3.0"
                    managed_rule_group_statement/managed_rule_group_configs[0]/aws_managed_rules_bot_control_rule_set/inspection_level | ManagedRuleGroupStatement/ManagedRuleGroupConfigs[0]/AWSManagedRulesBotControlRuleSet/InspectionLevel = "TARGETED"
                    managed_rule_group_statement/rule_action_override[0]/name | ManagedRuleGroupStatement/RuleActionOverrides[0]/Name = "A"
                    managed_rule_group_statement/rule_action_override[0]/action_to_use/count | ManagedRuleGroupStatement/RuleActionOverrides[0]/ActionToUse/Count = {}
                    managed_rule_group_statement/rule_action_override[1]/name | ManagedRuleGroupStatement/RuleActionOverrides[1]/Name = "B"
                    managed_rule_group_statement/rule_action_override[1]/action_to_use/captcha | ManagedRuleGroupStatement/RuleActionOverrides[1]/ActionToUse/Captcha = {}
                    managed_rule_group_statement/scope_down_statement/label_match_statement/scope | ManagedRuleGroupStatement/ScopeDownStatement/LabelMatchStatement/Scope = "LABEL"
                    managed_rule_group_statement/scope_down_statement/label_match_statement/key | ManagedRuleGroupStatement/ScopeDownStatement/LabelMatchStatement/Key = "x"
                    """)
    }

    @Test func aGroupOfOnesOwn() {
        #expect(
            rows(.ruleGroup("arn:own", overrides: [.count("agents")]))
                == """
                rule_group_reference_statement/arn | RuleGroupReferenceStatement/Arn = "arn:own"
                rule_group_reference_statement/rule_action_override[0]/name | RuleGroupReferenceStatement/RuleActionOverrides[0]/Name = "agents"
                rule_group_reference_statement/rule_action_override[0]/action_to_use/count | RuleGroupReferenceStatement/RuleActionOverrides[0]/ActionToUse/Count = {}
                """)
    }
}
