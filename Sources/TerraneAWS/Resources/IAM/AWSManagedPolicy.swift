public import TerraneCore

extension IAM {
    /// A policy that AWS keeps ("AWS Managed Policy Reference Guide"), by its path and name.
    public struct AWSManagedPolicy: Hashable, Sendable, ExpressibleByStringLiteral {
        /// `service-role/AmazonECSTaskExecutionRolePolicy`.
        public let path: String

        public init(stringLiteral path: String) {
            self.path = path
        }

        public var arn: Value<ARN> { "arn:\(Deployment.partition):iam::aws:policy/\(path)" }

        /// Everything. For the role that applies stacks, behind a boundary.
        public static let administratorAccess: AWSManagedPolicy = "AdministratorAccess"
        /// Everything but identities and organizations.
        public static let powerUserAccess: AWSManagedPolicy = "PowerUserAccess"
        /// Reads everything, data included.
        public static let readOnlyAccess: AWSManagedPolicy = "ReadOnlyAccess"
        /// Reads what there is, not what is in it.
        public static let viewOnlyAccess: AWSManagedPolicy = "job-function/ViewOnlyAccess"
        public static let securityAudit: AWSManagedPolicy = "SecurityAudit"
        public static let ecsTaskExecution: AWSManagedPolicy = "service-role/AmazonECSTaskExecutionRolePolicy"
        public static let lambdaBasicExecution: AWSManagedPolicy = "service-role/AWSLambdaBasicExecutionRole"
        public static let lambdaInNetwork: AWSManagedPolicy = "service-role/AWSLambdaVPCAccessExecutionRole"
        public static let rdsEnhancedMonitoring: AWSManagedPolicy = "service-role/AmazonRDSEnhancedMonitoringRole"
        public static let backup: AWSManagedPolicy = "service-role/AWSBackupServiceRolePolicyForBackup"
        public static let restores: AWSManagedPolicy = "service-role/AWSBackupServiceRolePolicyForRestores"
        public static let bucketBackup: AWSManagedPolicy = "AWSBackupServiceRolePolicyForS3Backup"
        public static let bucketRestores: AWSManagedPolicy = "AWSBackupServiceRolePolicyForS3Restore"
        public static let codeDeployForECS: AWSManagedPolicy = "AWSCodeDeployRoleForECS"
        public static let cloudWatchAgent: AWSManagedPolicy = "CloudWatchAgentServerPolicy"
        public static let xRayDaemonWrite: AWSManagedPolicy = "AWSXRayDaemonWriteAccess"
    }

    /// Gives a role a policy that has a name of its own: one of the account's or of AWS ("AttachRolePolicy", AWS Identity
    /// and Access Management API Reference).
    public struct PolicyAttachment: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_iam_role_policy_attachment"), cloudFormation: .part(of: "AWS::IAM::Role"),
            area: .security)

        public var declaration: Declaration
        public var role: Role
        public var policy: Value<ARN>

        public init(
            _ name: Name, of policy: Value<ARN>, to role: Role, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.role = role
            self.policy = policy
        }

        public var owner: Name? { role.name }

        public var properties: Properties {
            terraformOnly("role", role.id, because: "in CloudFormation it is a part of its role")
            row("policy_arn", terraform: policy, "ManagedPolicyArns", cloudFormation: [policy])
        }
    }
}
