import TerraneCore

/// What the rules of AWS WAF cost to ask, in web ACL capacity units, at least ("Web ACL capacity units (WCUs) in AWS WAF", "Using
/// rule statements in AWS WAF", AWS WAF Developer Guide).
///
/// Text transformations cost 10 units for each that is done to a part of a request, however many statements look at it, and
/// what is not known costs nothing, so AWS counts as much or more.
struct FirewallCapacity {
    private(set) var units = 0
    /// Each part of a request with a transformation of it that is paid for.
    private var transformed: Set<String> = []
    /// What a rule group of the stack's own costs.
    let groupUnits: (Expression) -> Int?

    init(groupUnits: @escaping (Expression) -> Int?) { self.groupUnits = groupUnits }

    mutating func add(_ statement: Inventory.Part) {
        for (name, cost) in FirewallCapacity.costs {
            for part in statement.parts(name) {
                units += cost
                addTransformations(of: part)
            }
        }
        addTexts(in: statement)
        for rate in statement.parts("rate_based_statement") {
            units += 2 + 30 * rate.parts("custom_key").count
            for inner in rate.parts("scope_down_statement") { add(inner) }
        }
        for combination in ["and_statement", "or_statement", "not_statement"] {
            for inner in statement.parts("\(combination)/statement") { add(inner) }
        }
        addGroups(in: statement)
    }

    private static let costs = [
        ("geo_match_statement", 1), ("ip_set_reference_statement", 1), ("label_match_statement", 1),
        ("asn_match_statement", 1), ("size_constraint_statement", 1), ("regex_match_statement", 3),
        ("regex_pattern_set_reference_statement", 25), ("xss_match_statement", 40),
    ]

    /// Looking for a text anywhere costs more than at one end, and looking closely for SQL more than not.
    private mutating func addTexts(in statement: Inventory.Part) {
        for part in statement.parts("byte_match_statement") {
            let isAnywhere = ["CONTAINS", "CONTAINS_WORD"].contains(part["positional_constraint"].text)
            units += isAnywhere ? 10 : 2
            addTransformations(of: part)
        }
        for part in statement.parts("sqli_match_statement") {
            units += part["sensitivity_level"].text == "HIGH" ? 30 : 20
            addTransformations(of: part)
        }
    }

    private mutating func addTransformations(of part: Inventory.Part) {
        guard let field = FirewallCapacity.fields.first(where: { !part.parts("field_to_match/\($0)").isEmpty }) else {
            return
        }
        let name = part["field_to_match/\(field)/name"].text ?? ""
        for kind in part.values("text_transformation/type").compactMap(\.text) where kind != "NONE" {
            if transformed.insert("\(field) \(name) \(kind)").inserted { units += 10 }
        }
    }

    private static let fields = [
        "all_query_arguments", "body", "cookies", "header_order", "headers", "ja3_fingerprint", "ja4_fingerprint",
        "json_body", "method", "query_string", "single_header", "single_query_argument", "uri_path", "uri_fragment",
    ]

    private mutating func addGroups(in statement: Inventory.Part) {
        for group in statement.parts("managed_rule_group_statement") {
            if group["vendor_name"].text == "AWS" {
                units += group["name"].text.flatMap { FirewallCapacity.managedGroups[$0] } ?? 0
            }
            for inner in group.parts("scope_down_statement") { add(inner) }
        }
        for value in statement.values("rule_group_reference_statement/arn") { units += groupUnits(value) ?? 0 }
    }

    /// "AWS Managed Rules rule groups list", AWS WAF Developer Guide.
    static let managedGroups = [
        "AWSManagedRulesCommonRuleSet": 700, "AWSManagedRulesAdminProtectionRuleSet": 100,
        "AWSManagedRulesKnownBadInputsRuleSet": 200, "AWSManagedRulesSQLiRuleSet": 200,
        "AWSManagedRulesLinuxRuleSet": 200, "AWSManagedRulesUnixRuleSet": 100,
        "AWSManagedRulesWindowsRuleSet": 200, "AWSManagedRulesPHPRuleSet": 100,
        "AWSManagedRulesWordPressRuleSet": 100, "AWSManagedRulesAmazonIpReputationList": 25,
        "AWSManagedRulesAnonymousIpList": 50, "AWSManagedRulesBotControlRuleSet": 50,
        "AWSManagedRulesATPRuleSet": 50, "AWSManagedRulesACFPRuleSet": 50, "AWSManagedRulesAntiDDoSRuleSet": 50,
    ]
}
