import TerraneAWS
import TerraneCore

extension Checks {
    /// The rules of a plan have names of their own, and vaults names that AWS Backup takes ("CreateBackupVault", AWS Backup API
    /// Reference).
    static func checkBackupPlans(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(Backup.Plan.self).flatMap { plan -> [Diagnostic] in
            var seen: Set<String> = []
            let rules = plan.parts("rule")
            return rules.compactMap { $0["rule_name"].text }.filter { !seen.insert($0).inserted }
                .map { .backupRuleTwice(plan, $0) } + rules.flatMap { checkRule($0, of: plan) }
        }
            + inventory.all(Backup.Vault.self).compactMap { vault in
                guard let name = vault["name"].text, !name.isVaultName else { return nil }
                return .vaultName(vault, name)
            }
    }

    /// "Lifecycle", AWS Backup API Reference; "Creating a backup plan", AWS Backup Developer Guide.
    private static func checkRule(_ rule: Inventory.Part, of plan: Inventory.Item) -> [Diagnostic] {
        let label = rule["rule_name"].text ?? ""
        var problems: [Diagnostic] = []
        if let cold = rule["lifecycle/cold_storage_after"].integer, let end = rule["lifecycle/delete_after"].integer,
            cold > 0, end < cold + 90
        {
            problems.append(.coldStorage(plan, label))
        }
        if let start = rule["start_window"].integer, start < 60 { problems.append(.startWindow(plan, label, start)) }
        return problems
    }
}

extension String {
    /// 2 to 50 letters, digits, hyphens and underscores.
    fileprivate var isVaultName: Bool {
        (2...50).contains(utf8.count)
            && utf8.allSatisfy { $0.isLetter || $0.isDigit || "_-".utf8.contains($0) }
    }
}

extension Diagnostic {
    static func backupRuleTwice(_ plan: Inventory.Item, _ rule: String) -> Diagnostic {
        .error(
            "backup plan \(plan.label) has two rules called '\(rule)'", help: "Give one of them another name.",
            at: plan.source)
    }

    static func coldStorage(_ plan: Inventory.Item, _ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' of backup plan \(plan.label) deletes backups too soon after they went to cold storage",
            help: "They stay there for 90 days at least.", at: plan.source)
    }

    static func startWindow(_ plan: Inventory.Item, _ rule: String, _ minutes: Int) -> Diagnostic {
        .error(
            "the rule '\(rule)' of backup plan \(plan.label) must begin within \(minutes) minutes",
            help: "AWS Backup asks for an hour at least.", at: plan.source)
    }

    static func vaultName(_ vault: Inventory.Item, _ name: String) -> Diagnostic {
        .error(
            "backup vault \(vault.label) cannot be called '\(name)'",
            help: "It has 2 to 50 letters, digits, hyphens and underscores.", at: vault.source)
    }
}
