public import TerraneCore

/// Backups of buckets, databases and whatever else AWS Backup knows, by the clock, in a vault of their own and if wanted in
/// a second region.
///
///     BackupPlan("nightly", of: [uploads.arn, database.arn], rules: [.hourly(keep: .days(7))], copiedTo: .osaka)
///
/// Buckets must keep versions, which `PrivateBucket` does ("Amazon S3 backups", AWS Backup Developer Guide).
public struct BackupPlan: Component {
    public var declaration: Declaration
    public let resources: [Value<ARN>]
    public let rules: [Backup.Rule]
    /// A second region that holds a copy.
    public let copyRegion: Region?
    public let encryptionKey: Value<ARN>?

    public init(
        _ name: Name, of resources: [Value<ARN>], rules: [Backup.Rule], copiedTo copyRegion: Region? = nil,
        encryptedWith encryptionKey: Value<ARN>? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.resources = resources
        self.rules = rules
        self.copyRegion = copyRegion
        self.encryptionKey = encryptionKey
    }

    public var body: Content {
        vault
        if let copyVault { copyVault }
        role
        for (part, policy) in BackupPlan.policies {
            IAM.PolicyAttachment(name / part, of: policy.arn, to: role)
        }
        plan
        Backup.Selection(name / "selection", of: plan.id, resources, by: role.arn)
    }

    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if resources.isEmpty || rules.isEmpty { problems.append(.backupOfNothing(name)) }
        for rule in rules where rule.retention < .days(1) || !rule.retention.isWholeDays {
            problems.append(.backupRetention(name, rule.label))
        }
        for rule in rules where rule.isContinuous && rule.retention > .days(35) {
            problems.append(.continuousRetention(name, rule.label))
        }
        return problems
    }

    private var vault: Backup.Vault { Backup.Vault(name / "vault", encryptedWith: encryptionKey) }
    private var copyVault: Backup.Vault? { copyRegion.map { Backup.Vault(name / "copies").region($0) } }

    private var plan: Backup.Plan { Backup.Plan(name, rules, into: vault.id, copiedTo: copyVault?.arn) }

    private var role: IAM.Role {
        IAM.Role(
            name / "role", roleName: (name / "role").dashed,
            description: "Makes and restores the backups of \(name.dashed)",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .service("backup.amazonaws.com"), actions: ["sts:AssumeRole"],
                    conditions: [.equals("aws:SourceAccount", Deployment.account)])))
    }

    /// "IAM service roles", AWS Backup Developer Guide.
    private static let policies: KeyValuePairs<String, IAM.AWSManagedPolicy> = [
        "backups": .backup, "restores": .restores, "bucket-backups": .bucketBackup, "bucket-restores": .bucketRestores,
    ]
}

extension Diagnostic {
    static func backupOfNothing(_ plan: Name) -> Diagnostic {
        .error("backup plan '\(plan)' backs up nothing", help: "Name at least one resource and one rule.")
    }

    static func backupRetention(_ plan: Name, _ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' of backup plan '\(plan)' does not keep its backups for whole days",
            help: "AWS Backup counts days, from one up: `.days(7)`.")
    }

    static func continuousRetention(_ plan: Name, _ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' of backup plan '\(plan)' cannot go back to every moment for so long",
            help: "Continuous backups are kept for up to 35 days: add a second rule for older ones.")
    }
}
