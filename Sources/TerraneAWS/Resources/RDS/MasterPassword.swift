public import TerraneCore

extension RDS {
    /// How the first user of a database gets its password. In no case does it stand in an artifact or in Terraform's state.
    public enum MasterPassword: Hashable, Sendable {
        /// RDS makes it, keeps it in Secrets Manager and changes it ("Password management with Amazon RDS and AWS Secrets
        /// Manager", Amazon RDS User Guide). With a key of one's own, if given.
        case managed(encryptedWith: Value<ARN>? = nil)
        /// Each tool reads it when it deploys: Terraform from an ephemeral resource into a write-only argument, CloudFormation
        /// through a dynamic reference. It is written again when `version` changes.
        case read(Value<String>, version: Int)

        @PropertiesBuilder var instanceRows: Properties {
            switch self {
            case .managed(let key):
                row("manage_master_user_password", "ManageMasterUserPassword", true)
                row("master_user_secret_kms_key_id", "MasterUserSecret/KmsKeyId", key)
            case .read(let password, let version):
                row("password_wo", "MasterUserPassword", password)
                terraformOnly(
                    "password_wo_version", version, because: "CloudFormation resolves the reference at every update")
            }
        }

        @PropertiesBuilder var clusterRows: Properties {
            switch self {
            case .managed(let key):
                row("manage_master_user_password", "ManageMasterUserPassword", true)
                row("master_user_secret_kms_key_id", "MasterUserSecret/KmsKeyId", key)
            case .read(let password, let version):
                row("master_password_wo", "MasterUserPassword", password)
                terraformOnly(
                    "master_password_wo_version", version,
                    because: "CloudFormation resolves the reference at every update")
            }
        }
    }
}
