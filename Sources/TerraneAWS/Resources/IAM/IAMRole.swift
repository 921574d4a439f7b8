public import TerraneCore

extension IAM {
    /// An identity that a service, or a workflow, takes on to do what its policies allow.
    public struct Role: Resource {
        public static let type = ResourceType(
            terraform: "aws_iam_role", cloudFormation: "AWS::IAM::Role", area: .security, tagging: .list)

        public var declaration: Declaration
        public var roleName: String
        public var description: String
        /// Who may take it on.
        public var trust: PolicyDocument
        /// The policy that says what it may do at most, whatever its own policies say ("Permissions boundaries for IAM
        /// entities", AWS Identity and Access Management User Guide).
        public var boundary: Value<ARN>?
        /// How long one may be it at a time: an hour to twelve; nil for the hour that IAM gives.
        public var longestSession: TimeSpan?

        public init(
            _ name: Name, roleName: String, description: String, trust: PolicyDocument, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.roleName = roleName
            self.description = description
            self.trust = trust
        }

        public var id: Value<String> { attribute("name", .ref, foreseen: Value(roleName)) }

        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("Arn"),
                foreseen: "arn:\(Deployment.partition):iam::\(Deployment.account):role/\(roleName)")
        }

        public var properties: Properties {
            row("name", "RoleName", roleName)
            row("description", "Description", description)
            document("assume_role_policy", "AssumeRolePolicyDocument", trust)
            row("permissions_boundary", "PermissionsBoundary", boundary)
            row("max_session_duration", "MaxSessionDuration", longestSession?.inSeconds)
        }
    }

    /// What a role may do, written into the role itself.
    public struct RolePolicy: Resource {
        public static let type = ResourceType(
            terraform: "aws_iam_role_policy", cloudFormation: "AWS::IAM::Policy", area: .security)

        public var declaration: Declaration
        public var policyName: String
        public var role: Value<String>
        public var policy: PolicyDocument

        public init(
            _ name: Name, policyName: String, of role: Value<String>, _ policy: PolicyDocument, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.policyName = policyName
            self.role = role
            self.policy = policy
        }

        public var properties: Properties {
            row("name", "PolicyName", policyName)
            row("role", terraform: role, "Roles", cloudFormation: [role])
            document("policy", "PolicyDocument", policy)
        }
    }

    /// A policy with a name of its own, to attach where it is needed.
    public struct ManagedPolicy: Resource {
        public static let type = ResourceType(
            terraform: "aws_iam_policy", cloudFormation: "AWS::IAM::ManagedPolicy", area: .security,
            tagging: .terraformOnly)

        public var declaration: Declaration
        public var policyName: String
        public var description: String
        public var policy: PolicyDocument

        public init(
            _ name: Name, policyName: String, description: String, _ policy: PolicyDocument, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.policyName = policyName
            self.description = description
            self.policy = policy
        }

        public var arn: Value<ARN> {
            attribute(
                "arn", .ref, foreseen: "arn:\(Deployment.partition):iam::\(Deployment.account):policy/\(policyName)")
        }

        public var properties: Properties {
            row("name", "ManagedPolicyName", policyName)
            row("description", "Description", description)
            document("policy", "PolicyDocument", policy)
        }
    }

    /// Somebody else's proof of identity that the account accepts: GitHub's tokens, for instance.
    public struct OIDCProvider: Resource {
        public static let type = ResourceType(
            terraform: "aws_iam_openid_connect_provider", cloudFormation: "AWS::IAM::OIDCProvider", area: .security,
            tagging: .list)

        public var declaration: Declaration
        /// Without the scheme: `token.actions.githubusercontent.com`.
        public var host: String
        public var audiences: [String]

        public init(_ name: Name, host: String, audiences: [String], file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.host = host
            self.audiences = audiences
        }

        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("Arn"),
                foreseen: "arn:\(Deployment.partition):iam::\(Deployment.account):oidc-provider/\(host)")
        }

        public var properties: Properties {
            row("url", "Url", "https://\(host)")
            row("client_id_list", "ClientIdList", audiences)
        }
    }
}
