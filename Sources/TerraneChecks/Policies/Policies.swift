public import TerraneCore

/// The policies that come with Terrane.
public enum Policies {
    /// What holds unless a program of stacks says otherwise.
    public static let standard: [Policy] = [
        .encryptionAtRest, .encryptionInTransit, .publicExposure, .deletionProtection, .backups, .logging, .tagging,
        .leastPrivilege,
    ]
}

extension PolicyID {
    public static let encryptionAtRest: PolicyID = "encryption-at-rest"
    public static let encryptionInTransit: PolicyID = "encryption-in-transit"
    public static let publicExposure: PolicyID = "public-exposure"
    public static let deletionProtection: PolicyID = "deletion-protection"
    public static let backups: PolicyID = "backups"
    public static let logging: PolicyID = "logging"
    public static let tagging: PolicyID = "tagging"
    public static let leastPrivilege: PolicyID = "least-privilege"
}
