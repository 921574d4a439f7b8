import TerraneCore

extension Policy {
    /// A role may do what its work needs, on what its work is about ("Grant least privilege", AWS IAM User Guide).
    public static let leastPrivilege = Policy(.leastPrivilege, "permissions are as narrow as the work") { inventory in
        identityPolicies.flatMap { type, attribute in
            inventory.all(type).flatMap { item in
                item.values(attribute).flatMap { statements(of: $0) }.compactMap { breach($0, in: item) }
            }
        } + attachments(inventory)
    }

    private static let identityPolicies = [
        ("aws_iam_policy", "policy"), ("aws_iam_role_policy", "policy"), ("aws_iam_user_policy", "policy"),
        ("aws_iam_group_policy", "policy"), ("aws_iam_role", "inline_policy/policy"),
    ]

    /// The statements of a policy document, each with its members; values in them may be late-bound.
    private static func statements(of document: Expression) -> [[String: Expression]] {
        guard case .json(.object(let fields)) = document,
            let list = fields.first(where: { $0.key == "Statement" })?.value
        else { return [] }
        return list.elements.compactMap { statement in
            guard case .object(let members) = statement else { return nil }
            return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
        }
    }

    private static func breach(_ statement: [String: Expression], in item: Inventory.Item) -> Breach? {
        guard statement["Effect"]?.text == "Allow", let resources = statement["Resource"]?.elements,
            resources.contains(where: { item.fact($0).text == "*" }), statement["Condition"] == nil
        else { return nil }
        let actions = (statement["Action"]?.elements ?? []).compactMap { item.fact($0).text }
        guard let broad = actions.first(where: { $0 == "*" || $0.hasSuffix(":*") || $0 == "iam:PassRole" }) else {
            return nil
        }
        return item.breach(
            "allows '\(broad)' on every resource",
            help: "Name the actions that are needed, and the resources they are for.")
    }

    private static func attachments(_ inventory: Inventory) -> [Breach] {
        inventory.all("aws_iam_role_policy_attachment").filter {
            $0["policy_arn"].text?.hasSuffix(":policy/AdministratorAccess") == true
        }.map { $0.breach("makes an administrator of its role", help: "Attach a policy of what the role does.") }
    }
}
