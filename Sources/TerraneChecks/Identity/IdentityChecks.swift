import TerraneCore

extension Checks {
    /// Checks IAM policies and who may assume a role.
    static func identity(_ inventory: Inventory) -> [Diagnostic] {
        let policies = inventory.policies
        var problems = policies.flatMap(checkPolicy)
        problems += policies.flatMap { checkGitHubTrust($0, in: inventory) }
        problems += checkPolicyActions(policies)
        problems += checkPolicySizes(policies, in: inventory)
        problems += checkGrants(policies, in: inventory)
        return problems + checkRoles(inventory)
    }

    /// What a policy says by itself.
    private static func checkPolicy(_ policy: PolicyReading) -> [Diagnostic] {
        var problems = checkPolicyElements(policy)
        problems += checkPolicyResources(policy)
        problems += checkPolicyConditions(policy)
        problems += checkServicePrincipals(policy)
        return problems + checkTrust(policy)
    }
}
