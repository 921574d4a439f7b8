import TerraneAWS
import TerraneCore

/// Web ACLs stand before what they are for, in the region that has it, with rules that AWS WAF takes and can afford ("AWS WAF
/// quotas", "Using AWS WAF with Amazon CloudFront", AWS WAF Developer Guide).
func checkFirewalls(_ inventory: Inventory) -> [Diagnostic] {
    let scoped: [any Resource.Type] = [WAF.WebACL.self, WAF.IPSet.self, WAF.PatternSet.self, WAF.RuleGroup.self]
    return scoped.flatMap { inventory.all($0) }.compactMap(checkPlace)
        + inventory.all(CloudFront.Distribution.self).compactMap { checkGuard(of: $0, in: inventory) }
        + inventory.all(WAF.WebACLAssociation.self).compactMap { checkAssociation($0, in: inventory) }
        + (inventory.all(WAF.WebACL.self) + inventory.all(WAF.RuleGroup.self)).flatMap { acl in
            checkCapacity(of: acl, in: inventory) + checkGroups(of: acl) + checkRules(of: acl)
        }
}

private func checkPlace(_ item: Inventory.Item) -> Diagnostic? {
    item["scope"].text == "CLOUDFRONT" && item.region != .virginia ? .firewallRegion(item) : nil
}

private func checkGuard(of distribution: Inventory.Item, in inventory: Inventory) -> Diagnostic? {
    guard !distribution.isOfComponent, let value = distribution.values("web_acl_id").first else { return nil }
    let isRegional =
        inventory.target(of: value).map { $0["scope"].text == "REGIONAL" }
        ?? (distribution.fact(value).text?.contains(":regional/webacl/") == true)
    return isRegional ? .firewallOfAnotherScope(distribution, "CLOUDFRONT", "a distribution") : nil
}

private func checkAssociation(_ association: Inventory.Item, in inventory: Inventory) -> Diagnostic? {
    guard !association.isOfComponent, let value = association.values("web_acl_arn").first else { return nil }
    let isGlobal =
        inventory.target(of: value).map { $0["scope"].text == "CLOUDFRONT" }
        ?? (association.fact(value).text?.contains(":global/webacl/") == true)
    return isGlobal ? .firewallOfAnotherScope(association, "REGIONAL", "a load balancer") : nil
}

// MARK: Capacity

/// A web ACL has 5,000 units at most, of which 1,500 are in its price; a rule group has those that it asked for.
private func checkCapacity(of acl: Inventory.Item, in inventory: Inventory) -> [Diagnostic] {
    var capacity = FirewallCapacity { inventory.target(of: $0)?["capacity"].integer }
    for statement in acl.parts("rule/statement") { capacity.add(statement) }
    let units = capacity.units
    if let granted = acl["capacity"].integer, acl.type == WAF.RuleGroup.type.terraform.typeName {
        return units > granted ? [.ruleGroupTooLarge(acl, units, granted)] : []
    }
    if units > 5_000 { return [.firewallTooLarge(acl, units)] }
    return units > 1_500 ? [.firewallCostsMore(acl, units)] : []
}

// MARK: Rules

private func checkGroups(of acl: Inventory.Item) -> [Diagnostic] {
    acl.parts("rule/statement/managed_rule_group_statement").compactMap { group in
        guard group["vendor_name"].text == "AWS", let name = group["name"].text,
            FirewallCapacity.managedGroups[name] == nil
        else { return nil }
        return FirewallCapacity.managedGroups.keys.sorted().first { $0.isSlip(of: name) || name == $0.withoutPrefix }
            .map { .managedRuleGroup(acl, name, $0) }
    }
}

extension String {
    /// `CommonRuleSet`, as people shorten it.
    fileprivate var withoutPrefix: String { replacing("AWSManagedRules", with: "") }
}

/// Names and priorities are unique, and a rule has the action of its kind.
private func checkRules(of acl: Inventory.Item) -> [Diagnostic] {
    guard !acl.isChecked(as: WAF.WebACL.self), !acl.isChecked(as: WAF.RuleGroup.self) else { return [] }
    let rules = acl.parts("rule")
    var names: Set<String> = []
    var priorities: Set<Int> = []
    return rules.flatMap { rule -> [Diagnostic] in
        var problems: [Diagnostic] = []
        let name = rule["name"].text ?? "?"
        if !names.insert(name).inserted, name != "?" { problems.append(.firewallRuleNamedTwice(acl, name)) }
        if let priority = rule["priority"].integer, !priorities.insert(priority).inserted {
            problems.append(.firewallPriority(acl, name, priority))
        }
        return problems + checkAction(of: rule, name, acl) + checkRate(of: rule, name, acl)
    }
}

private func checkAction(of rule: Inventory.Part, _ name: String, _ acl: Inventory.Item) -> [Diagnostic] {
    let isGroup = ["managed_rule_group_statement", "rule_group_reference_statement"].contains {
        !rule.parts("statement/\($0)").isEmpty
    }
    let (own, ofGroup) = (!rule.parts("action").isEmpty, !rule.parts("override_action").isEmpty)
    guard !rule.parts("statement").isEmpty, own || ofGroup else { return [] }
    return isGroup == ofGroup && isGroup != own ? [] : [.firewallAction(acl, name, isGroup: isGroup)]
}

private func checkRate(of rule: Inventory.Part, _ name: String, _ acl: Inventory.Item) -> [Diagnostic] {
    guard let limit = rule["statement/rate_based_statement/limit"].integer, !(10...2_000_000_000).contains(limit)
    else { return [] }
    return [.firewallRate(acl, name, limit)]
}

extension Diagnostic {
    fileprivate static func firewallRegion(_ item: Inventory.Item) -> Diagnostic {
        .error(
            "'\(item.name)' is for CloudFront and in \(item.region)",
            help: "AWS WAF keeps what is for CloudFront in us-east-1: `.region(.virginia)`.", at: item.source)
    }

    fileprivate static func firewallOfAnotherScope(
        _ item: Inventory.Item, _ wanted: String, _ kind: String
    ) -> Diagnostic {
        .error(
            "'\(item.name)' puts a web ACL before \(kind) that is not for one",
            help: "Give the web ACL the scope '\(wanted)'.", at: item.source)
    }

    fileprivate static func firewallTooLarge(_ acl: Inventory.Item, _ units: Int) -> Diagnostic {
        .error(
            "the rules of web ACL '\(acl.name)' cost at least \(units) capacity units, and AWS WAF takes 5000",
            help: "Leave groups out, or let them look at fewer parts of a request.", at: acl.source)
    }

    fileprivate static func firewallCostsMore(_ acl: Inventory.Item, _ units: Int) -> Diagnostic {
        .warning(
            "the rules of web ACL '\(acl.name)' cost at least \(units) capacity units, and 1500 are in its price",
            help: "AWS charges for each 500 above that with every request: leave groups out that guard nothing here.",
            at: acl.source)
    }

    fileprivate static func ruleGroupTooLarge(_ group: Inventory.Item, _ units: Int, _ granted: Int) -> Diagnostic {
        .error(
            "the rules of group '\(group.name)' cost at least \(units) capacity units, and it has \(granted)",
            help: "The capacity of a group can never be changed: make a new one with more.", at: group.source)
    }

    fileprivate static func managedRuleGroup(_ acl: Inventory.Item, _ name: String, _ near: String) -> Diagnostic {
        .error(
            "web ACL '\(acl.name)' names the rule group '\(name)', which AWS does not keep",
            help: "Did you mean '\(near)'?", at: acl.source)
    }

    fileprivate static func firewallRuleNamedTwice(_ acl: Inventory.Item, _ rule: String) -> Diagnostic {
        .error(
            "'\(acl.name)' has two rules called '\(rule)'", help: "Give one of the two another name.", at: acl.source)
    }

    fileprivate static func firewallPriority(_ acl: Inventory.Item, _ rule: String, _ priority: Int) -> Diagnostic {
        .error(
            "rule '\(rule)' of '\(acl.name)' has the priority \(priority), as another one has",
            help: "Rules are asked in the order of their priorities: give each its own.", at: acl.source)
    }

    fileprivate static func firewallAction(_ acl: Inventory.Item, _ rule: String, isGroup: Bool) -> Diagnostic {
        .error(
            isGroup
                ? "rule '\(rule)' of '\(acl.name)' is a group and has an action of its own"
                : "rule '\(rule)' of '\(acl.name)' is no group and overrides the action of one",
            help: isGroup ? "Give it an 'override_action' alone." : "Give it an 'action' alone.", at: acl.source)
    }

    fileprivate static func firewallRate(_ acl: Inventory.Item, _ rule: String, _ limit: Int) -> Diagnostic {
        .error(
            "rule '\(rule)' of '\(acl.name)' has a limit of \(limit)",
            help: "AWS WAF takes limits from 10 to 2,000,000,000.", at: acl.source)
    }
}
