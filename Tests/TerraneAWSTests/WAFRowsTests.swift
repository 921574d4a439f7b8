import TerraneAWS
import TerraneCore
import Testing

/// The rows of firewalls, in both dialects.
struct WAFRowsTests {
    @Test func anAddressSet() {
        let resource = WAF.IPSet("office", description: "Office", addresses: .list(["192.0.2.0/24"]))
        #expect(
            bilingual(resource) == """
                name | Name = "office"
                description | Description = "Office"
                scope | Scope = "REGIONAL"
                ip_address_version | IPAddressVersion = "IPV4"
                addresses | Addresses = ["192.0.2.0/24"]
                """)
    }

    @Test func anAssociation() {
        let resource = WAF.WebACLAssociation("guard", of: "arn:acl", with: "arn:lb")
        #expect(
            bilingual(resource) == """
                web_acl_arn | WebACLArn = "arn:acl"
                resource_arn | ResourceArn = "arn:lb"
                """)
    }

    @Test func aWebACL() {
        let resource = WAF.WebACL(
            "acl", description: "Guards", scope: .cloudFront,
            rules: [
                WAF.Rule("office", .allow, .addresses(in: "arn:set")),
                WAF.Rule("rate", .block, .rate(limit: 1000, window: .minutes(5))),
                WAF.Rule("common", .asGroupSays, .managedGroup(.common)),
            ])
        #expect(
            bilingual(resource) == """
                name | Name = "acl"
                description | Description = "Guards"
                scope | Scope = "CLOUDFRONT"
                default_action/allow | DefaultAction/Allow = {}
                rule[0]/name | Rules[0]/Name = "office"
                rule[0]/priority | Rules[0]/Priority = 0
                rule[0]/action/allow | Rules[0]/Action/Allow = {}
                rule[0]/statement/ip_set_reference_statement/arn | Rules[0]/Statement/IPSetReferenceStatement/Arn = "arn:set"
                rule[0]/visibility_config/cloudwatch_metrics_enabled | Rules[0]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[0]/visibility_config/metric_name | Rules[0]/VisibilityConfig/MetricName = "office"
                rule[0]/visibility_config/sampled_requests_enabled | Rules[0]/VisibilityConfig/SampledRequestsEnabled = true
                rule[1]/name | Rules[1]/Name = "rate"
                rule[1]/priority | Rules[1]/Priority = 1
                rule[1]/action/block | Rules[1]/Action/Block = {}
                rule[1]/statement/rate_based_statement/limit | Rules[1]/Statement/RateBasedStatement/Limit = 1000
                rule[1]/statement/rate_based_statement/evaluation_window_sec | Rules[1]/Statement/RateBasedStatement/EvaluationWindowSec = 300
                rule[1]/statement/rate_based_statement/aggregate_key_type | Rules[1]/Statement/RateBasedStatement/AggregateKeyType = "IP"
                rule[1]/visibility_config/cloudwatch_metrics_enabled | Rules[1]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[1]/visibility_config/metric_name | Rules[1]/VisibilityConfig/MetricName = "rate"
                rule[1]/visibility_config/sampled_requests_enabled | Rules[1]/VisibilityConfig/SampledRequestsEnabled = true
                rule[2]/name | Rules[2]/Name = "common"
                rule[2]/priority | Rules[2]/Priority = 2
                rule[2]/override_action/none | Rules[2]/OverrideAction/None = {}
                rule[2]/statement/managed_rule_group_statement/vendor_name | Rules[2]/Statement/ManagedRuleGroupStatement/VendorName = "AWS"
                rule[2]/statement/managed_rule_group_statement/name | Rules[2]/Statement/ManagedRuleGroupStatement/Name = "AWSManagedRulesCommonRuleSet"
                rule[2]/visibility_config/cloudwatch_metrics_enabled | Rules[2]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[2]/visibility_config/metric_name | Rules[2]/VisibilityConfig/MetricName = "common"
                rule[2]/visibility_config/sampled_requests_enabled | Rules[2]/VisibilityConfig/SampledRequestsEnabled = true
                visibility_config/cloudwatch_metrics_enabled | VisibilityConfig/CloudWatchMetricsEnabled = true
                visibility_config/metric_name | VisibilityConfig/MetricName = "acl"
                visibility_config/sampled_requests_enabled | VisibilityConfig/SampledRequestsEnabled = true
                """)
    }

    @Test func addressesOfTheNewKind() {
        let resource = WAF.IPSet("office", description: "Office", addresses: .list(["2001:db8::/32"]), version: .ipv6)
        #expect(
            bilingual(resource) == """
                name | Name = "office"
                description | Description = "Office"
                scope | Scope = "REGIONAL"
                ip_address_version | IPAddressVersion = "IPV6"
                addresses | Addresses = ["2001:db8::/32"]
                """)
    }

    @Test func aLog() {
        let resource = WAF.WebACLLogging(
            "log", of: "arn:acl", to: Logs.LogGroup("logs", groupName: "aws-waf-logs-web", retention: .oneWeek))
        #expect(
            bilingual(resource) == """
                resource_arn | ResourceArn = "arn:acl"
                log_destination_configs | LogDestinationConfigs = ["arn:(<partition>):logs:(<region>):(<account>):log-group:(<logs: name, Ref>)"]
                redacted_fields[0]/single_header/name | RedactedFields[0]/SingleHeader/Name = "authorization"
                redacted_fields[1]/single_header/name | RedactedFields[1]/SingleHeader/Name = "cookie"
                """)
    }

    @Test func otherStatements() {
        let resource = WAF.WebACL(
            "acl", description: "Guards",
            rules: [
                WAF.Rule("abroad", .block, .countries(["KP"])),
                WAF.Rule(
                    "login", .block, .rate(limit: 100, window: .minutes(1), of: .text("/login", .atStart, in: .uriPath))
                ),
                WAF.Rule("agent", .block, .text("bot", .anywhere, in: .header("user-agent"))),
                WAF.Rule("verb", .block, .text("TRACE", in: .method)),
            ])
        #expect(
            bilingual(resource) == """
                name | Name = "acl"
                description | Description = "Guards"
                scope | Scope = "REGIONAL"
                default_action/allow | DefaultAction/Allow = {}
                rule[0]/name | Rules[0]/Name = "abroad"
                rule[0]/priority | Rules[0]/Priority = 0
                rule[0]/action/block | Rules[0]/Action/Block = {}
                rule[0]/statement/geo_match_statement/country_codes | Rules[0]/Statement/GeoMatchStatement/CountryCodes = ["KP"]
                rule[0]/visibility_config/cloudwatch_metrics_enabled | Rules[0]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[0]/visibility_config/metric_name | Rules[0]/VisibilityConfig/MetricName = "abroad"
                rule[0]/visibility_config/sampled_requests_enabled | Rules[0]/VisibilityConfig/SampledRequestsEnabled = true
                rule[1]/name | Rules[1]/Name = "login"
                rule[1]/priority | Rules[1]/Priority = 1
                rule[1]/action/block | Rules[1]/Action/Block = {}
                rule[1]/statement/rate_based_statement/limit | Rules[1]/Statement/RateBasedStatement/Limit = 100
                rule[1]/statement/rate_based_statement/evaluation_window_sec | Rules[1]/Statement/RateBasedStatement/EvaluationWindowSec = 60
                rule[1]/statement/rate_based_statement/aggregate_key_type | Rules[1]/Statement/RateBasedStatement/AggregateKeyType = "IP"
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/search_string | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/SearchString = "/login"
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/positional_constraint | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/PositionalConstraint = "STARTS_WITH"
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/field_to_match/uri_path | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/FieldToMatch/UriPath = {}
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/text_transformation[0]/priority | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/TextTransformations[0]/Priority = 0
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/text_transformation[0]/type | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/text_transformation[1]/priority | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/TextTransformations[1]/Priority = 1
                rule[1]/statement/rate_based_statement/scope_down_statement/byte_match_statement/text_transformation[1]/type | Rules[1]/Statement/RateBasedStatement/ScopeDownStatement/ByteMatchStatement/TextTransformations[1]/Type = "LOWERCASE"
                rule[1]/visibility_config/cloudwatch_metrics_enabled | Rules[1]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[1]/visibility_config/metric_name | Rules[1]/VisibilityConfig/MetricName = "login"
                rule[1]/visibility_config/sampled_requests_enabled | Rules[1]/VisibilityConfig/SampledRequestsEnabled = true
                rule[2]/name | Rules[2]/Name = "agent"
                rule[2]/priority | Rules[2]/Priority = 2
                rule[2]/action/block | Rules[2]/Action/Block = {}
                rule[2]/statement/byte_match_statement/search_string | Rules[2]/Statement/ByteMatchStatement/SearchString = "bot"
                rule[2]/statement/byte_match_statement/positional_constraint | Rules[2]/Statement/ByteMatchStatement/PositionalConstraint = "CONTAINS"
                rule[2]/statement/byte_match_statement/field_to_match/single_header/name | Rules[2]/Statement/ByteMatchStatement/FieldToMatch/SingleHeader/Name = "user-agent"
                rule[2]/statement/byte_match_statement/text_transformation[0]/priority | Rules[2]/Statement/ByteMatchStatement/TextTransformations[0]/Priority = 0
                rule[2]/statement/byte_match_statement/text_transformation[0]/type | Rules[2]/Statement/ByteMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                rule[2]/statement/byte_match_statement/text_transformation[1]/priority | Rules[2]/Statement/ByteMatchStatement/TextTransformations[1]/Priority = 1
                rule[2]/statement/byte_match_statement/text_transformation[1]/type | Rules[2]/Statement/ByteMatchStatement/TextTransformations[1]/Type = "LOWERCASE"
                rule[2]/visibility_config/cloudwatch_metrics_enabled | Rules[2]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[2]/visibility_config/metric_name | Rules[2]/VisibilityConfig/MetricName = "agent"
                rule[2]/visibility_config/sampled_requests_enabled | Rules[2]/VisibilityConfig/SampledRequestsEnabled = true
                rule[3]/name | Rules[3]/Name = "verb"
                rule[3]/priority | Rules[3]/Priority = 3
                rule[3]/action/block | Rules[3]/Action/Block = {}
                rule[3]/statement/byte_match_statement/search_string | Rules[3]/Statement/ByteMatchStatement/SearchString = "TRACE"
                rule[3]/statement/byte_match_statement/positional_constraint | Rules[3]/Statement/ByteMatchStatement/PositionalConstraint = "EXACTLY"
                rule[3]/statement/byte_match_statement/field_to_match/method | Rules[3]/Statement/ByteMatchStatement/FieldToMatch/Method = {}
                rule[3]/statement/byte_match_statement/text_transformation[0]/priority | Rules[3]/Statement/ByteMatchStatement/TextTransformations[0]/Priority = 0
                rule[3]/statement/byte_match_statement/text_transformation[0]/type | Rules[3]/Statement/ByteMatchStatement/TextTransformations[0]/Type = "NONE"
                rule[3]/visibility_config/cloudwatch_metrics_enabled | Rules[3]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[3]/visibility_config/metric_name | Rules[3]/VisibilityConfig/MetricName = "verb"
                rule[3]/visibility_config/sampled_requests_enabled | Rules[3]/VisibilityConfig/SampledRequestsEnabled = true
                visibility_config/cloudwatch_metrics_enabled | VisibilityConfig/CloudWatchMetricsEnabled = true
                visibility_config/metric_name | VisibilityConfig/MetricName = "acl"
                visibility_config/sampled_requests_enabled | VisibilityConfig/SampledRequestsEnabled = true
                """)
    }

    @Test func nestedStatements() {
        let resource = WAF.WebACL(
            "acl", description: "Guards",
            rules: [
                WAF.Rule(
                    "watch", .count,
                    .all([
                        .not(.addresses(in: "arn:set")),
                        .any([.sqlInjection(in: .body), .crossSiteScripting(in: .uriPath)]),
                    ]))
            ])
        #expect(
            bilingual(resource) == """
                name | Name = "acl"
                description | Description = "Guards"
                scope | Scope = "REGIONAL"
                default_action/allow | DefaultAction/Allow = {}
                rule[0]/name | Rules[0]/Name = "watch"
                rule[0]/priority | Rules[0]/Priority = 0
                rule[0]/action/count | Rules[0]/Action/Count = {}
                rule[0]/statement/and_statement/statement[0]/not_statement/statement/ip_set_reference_statement/arn | Rules[0]/Statement/AndStatement/Statements[0]/NotStatement/Statement/IPSetReferenceStatement/Arn = "arn:set"
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[0]/sqli_match_statement/field_to_match/body/oversize_handling | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[0]/SqliMatchStatement/FieldToMatch/Body/OversizeHandling = "CONTINUE"
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[0]/sqli_match_statement/text_transformation[0]/priority | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[0]/SqliMatchStatement/TextTransformations[0]/Priority = 0
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[0]/sqli_match_statement/text_transformation[0]/type | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[0]/SqliMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[0]/sqli_match_statement/text_transformation[1]/priority | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[0]/SqliMatchStatement/TextTransformations[1]/Priority = 1
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[0]/sqli_match_statement/text_transformation[1]/type | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[0]/SqliMatchStatement/TextTransformations[1]/Type = "HTML_ENTITY_DECODE"
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[1]/xss_match_statement/field_to_match/uri_path | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[1]/XssMatchStatement/FieldToMatch/UriPath = {}
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[1]/xss_match_statement/text_transformation[0]/priority | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[1]/XssMatchStatement/TextTransformations[0]/Priority = 0
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[1]/xss_match_statement/text_transformation[0]/type | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[1]/XssMatchStatement/TextTransformations[0]/Type = "URL_DECODE"
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[1]/xss_match_statement/text_transformation[1]/priority | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[1]/XssMatchStatement/TextTransformations[1]/Priority = 1
                rule[0]/statement/and_statement/statement[1]/or_statement/statement[1]/xss_match_statement/text_transformation[1]/type | Rules[0]/Statement/AndStatement/Statements[1]/OrStatement/Statements[1]/XssMatchStatement/TextTransformations[1]/Type = "HTML_ENTITY_DECODE"
                rule[0]/visibility_config/cloudwatch_metrics_enabled | Rules[0]/VisibilityConfig/CloudWatchMetricsEnabled = true
                rule[0]/visibility_config/metric_name | Rules[0]/VisibilityConfig/MetricName = "watch"
                rule[0]/visibility_config/sampled_requests_enabled | Rules[0]/VisibilityConfig/SampledRequestsEnabled = true
                visibility_config/cloudwatch_metrics_enabled | VisibilityConfig/CloudWatchMetricsEnabled = true
                visibility_config/metric_name | VisibilityConfig/MetricName = "acl"
                visibility_config/sampled_requests_enabled | VisibilityConfig/SampledRequestsEnabled = true
                """)
    }
}
