import TerraneCore
import Testing

@testable import TerraneAWS

/// The rows of rule groups, pattern sets, answers and filtered logs, in both dialects.
struct WAFGroupRowsTests {
    @Test func aRuleGroup() {
        let resource = WAF.RuleGroup(
            "g", description: "d", capacity: 100,
            rules: [
                WAF.Rule("agents", .block, .text("curl", in: .header("user-agent")), labels: ["agent"]),
                WAF.Rule(
                    "told", .answer(.init(403, .text("no", "No."), headers: [.init("x-why", "abroad")])),
                    .countries(["KP"], forwarded: .init())),
            ])
        #expect(
            bilingual(resource) == """
                name | Name = "g"
                description | Description = "d"
                scope | Scope = "REGIONAL"
                capacity | Capacity = 100
                custom_response_body[0]/key = "no" | -
                custom_response_body[0]/content_type = "TEXT_PLAIN" | -
                custom_response_body[0]/content = "No." | -
                - | CustomResponseBodies = {no: {ContentType: "TEXT_PLAIN", Content: "No."}}
                rule[0]/name | Rules[0]/Name = "agents"
                rule[0]/priority | Rules[0]/Priority = 0
                rule[0]/action/block | Rules[0]/Action/Block = {}
                rule[0]/statement/byte_match_statement/search_string | Rules[0]/Statement/ByteMatchStatement/SearchString = "curl"
                rule[0]/statement/byte_match_statement/positional_constraint | Rules[0]/Statement/ByteMatchStatement/PositionalConstraint = "EXACTLY"
                rule[0]/statement/byte_match_statement/field_to_match/single_header/name | Rules[0]/Statement/ByteMatchStatement/FieldToMatch/SingleHeader/Name = "user-agent"
                rule[0]/statement/byte_match_statement/text_transformation[0]/priority | Rules[0]/Statement/ByteMatchStatement/TextTransformations[0]/Priority = 0
                rule[0]/statement/byte_match_statement/text_transformation[0]/type | Rules[0]/Statement/ByteMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                rule[0]/statement/byte_match_statement/text_transformation[1]/priority | Rules[0]/Statement/ByteMatchStatement/TextTransformations[1]/Priority = 1
                rule[0]/statement/byte_match_statement/text_transformation[1]/type | Rules[0]/Statement/ByteMatchStatement/TextTransformations[1]/Type = "LOWERCASE"
                rule[0]/rule_label[0]/name | Rules[0]/RuleLabels[0]/Name = "agent"
                rule[0]/visibility_config/cloudwatch_metrics_enabled | Rules[0]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[0]/visibility_config/metric_name | Rules[0]/VisibilityConfig/MetricName = "agents"
                rule[0]/visibility_config/sampled_requests_enabled | Rules[0]/VisibilityConfig/SampledRequestsEnabled = true
                rule[1]/name | Rules[1]/Name = "told"
                rule[1]/priority | Rules[1]/Priority = 1
                rule[1]/action/block/custom_response/response_code | Rules[1]/Action/Block/CustomResponse/ResponseCode = 403
                rule[1]/action/block/custom_response/custom_response_body_key | Rules[1]/Action/Block/CustomResponse/CustomResponseBodyKey = "no"
                rule[1]/action/block/custom_response/response_header[0]/name | Rules[1]/Action/Block/CustomResponse/ResponseHeaders[0]/Name = "x-why"
                rule[1]/action/block/custom_response/response_header[0]/value | Rules[1]/Action/Block/CustomResponse/ResponseHeaders[0]/Value = "abroad"
                rule[1]/statement/geo_match_statement/country_codes | Rules[1]/Statement/GeoMatchStatement/CountryCodes = ["KP"]
                rule[1]/statement/geo_match_statement/forwarded_ip_config/header_name | Rules[1]/Statement/GeoMatchStatement/ForwardedIPConfig/HeaderName = "X-Forwarded-For"
                rule[1]/statement/geo_match_statement/forwarded_ip_config/fallback_behavior | Rules[1]/Statement/GeoMatchStatement/ForwardedIPConfig/FallbackBehavior = "NO_MATCH"
                rule[1]/visibility_config/cloudwatch_metrics_enabled | Rules[1]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[1]/visibility_config/metric_name | Rules[1]/VisibilityConfig/MetricName = "told"
                rule[1]/visibility_config/sampled_requests_enabled | Rules[1]/VisibilityConfig/SampledRequestsEnabled = true
                visibility_config/cloudwatch_metrics_enabled | VisibilityConfig/CloudWatchMetricsEnabled = true
                visibility_config/metric_name | VisibilityConfig/MetricName = "g"
                visibility_config/sampled_requests_enabled | VisibilityConfig/SampledRequestsEnabled = true
                """)
    }

    @Test func aPatternSet() {
        let resource = WAF.PatternSet("paths", description: "Paths", patterns: ["a$", "b"])
        #expect(
            bilingual(resource) == """
                name | Name = "paths"
                description | Description = "Paths"
                scope | Scope = "REGIONAL"
                regular_expression[0]/regex_string = "a$" | -
                regular_expression[1]/regex_string = "b" | -
                - | RegularExpressionList = ["a$", "b"]
                """)
    }

    @Test func aFilteredLog() {
        let resource = WAF.WebACLLogging(
            "log", of: "arn:acl", to: Logs.LogGroup("logs", groupName: "aws-waf-logs-web", retention: .oneWeek),
            redacted: [], keeping: [.blocked, .countedInGroup])
        #expect(
            bilingual(resource) == """
                resource_arn | ResourceArn = "arn:acl"
                log_destination_configs | LogDestinationConfigs = ["arn:(<partition>):logs:(<region>):(<account>):log-group:(<logs: name, Ref>)"]
                logging_filter/default_behavior | LoggingFilter/DefaultBehavior = "DROP"
                logging_filter/filter[0]/behavior | LoggingFilter/Filters[0]/Behavior = "KEEP"
                logging_filter/filter[0]/requirement | LoggingFilter/Filters[0]/Requirement = "MEETS_ANY"
                logging_filter/filter[0]/condition[0]/action_condition/action | LoggingFilter/Filters[0]/Conditions[0]/ActionCondition/Action = "BLOCK"
                logging_filter/filter[0]/condition[1]/action_condition/action | LoggingFilter/Filters[0]/Conditions[1]/ActionCondition/Action = "EXCLUDED_AS_COUNT"
                """)
    }

    @Test func actions() {
        func action(_ action: WAF.Action, _ statement: WAF.Statement = .countries(["KP"])) -> [String] {
            let acl = WAF.WebACL("acl", description: "d", rules: [WAF.Rule("r", action, statement)])
            return bilingual(acl).split(separator: "\n").map(String.init).filter {
                $0.contains("ction/") && $0.hasPrefix("rule")
            }
        }
        #expect(action(.captcha) == ["rule[0]/action/captcha | Rules[0]/Action/Captcha = {}"])
        #expect(action(.challenge) == ["rule[0]/action/challenge | Rules[0]/Action/Challenge = {}"])
        #expect(
            action(.groupCounts, .ruleGroup("arn:own"))
                == ["rule[0]/override_action/count | Rules[0]/OverrideAction/Count = {}"])
    }
}
