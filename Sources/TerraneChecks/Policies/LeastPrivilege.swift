import TerraneCore

extension Policy {
    /// A role may do what its work needs, on what its work is about ("Grant least privilege", AWS IAM User Guide).
    public static let leastPrivilege = Policy(.leastPrivilege, "permissions are as narrow as the work") { inventory in
        inventory.policies.filter { $0.kind == .identity }.flatMap { policy in
            policy.statements.compactMap(breach)
        } + attachments(inventory)
    }

    private static func breach(_ statement: StatementReading) -> Breach? {
        guard statement.allows, statement.texts("Resource").contains("*"), !statement.has("Condition"),
            let broad = statement.texts("Action").first(where: isBroad)
        else { return nil }
        return statement.item.breach(
            "allows '\(broad)' on every resource",
            help: "Name the actions that are needed, and the resources they are for.")
    }

    private static func isBroad(_ action: String) -> Bool {
        action == "*" || action.hasSuffix(":*") || action == "iam:PassRole"
    }

    private static func attachments(_ inventory: Inventory) -> [Breach] {
        inventory.all("aws_iam_role_policy_attachment").filter {
            $0["policy_arn"].text?.hasSuffix(":policy/AdministratorAccess") == true
        }.map { $0.breach("makes an administrator of its role", help: "Attach a policy of what the role does.") }
    }
}
