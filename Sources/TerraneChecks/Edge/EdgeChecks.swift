import TerraneCore

extension Checks {
    /// Checks certificates, web ACLs, distributions and records.
    static func edge(_ inventory: Inventory) -> [Diagnostic] {
        var problems = checkDistributions(inventory)
        problems += checkBucketOrigins(inventory)
        problems += checkListeners(inventory)
        problems += checkTargetGroups(inventory)
        problems += checkRecords(inventory)
        problems += checkCertificateZones(inventory)
        return problems + checkFirewalls(inventory)
    }
}
