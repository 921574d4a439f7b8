import Terrane

extension Mistake {
    static var identity: [Mistake] { policyGrammar + policyMeaning + trust + roles }
}

/// What the mistakes of this area are made of.
enum Identity {
    static let bucket = Value<ARN>("arn:aws:s3:::shop-uploads")
    static let topic = SNS.Topic("news")

    /// A policy of one statement, written into a role.
    static func policy(
        _ statement: IAM.Statement, file: String = #fileID, line: Int = #line
    ) -> IAM.RolePolicy {
        IAM.RolePolicy(
            "policy", policyName: "policy", of: "shop-task", IAM.PolicyDocument(statement), file: file, line: line)
    }

    /// The same, with the document as it is.
    static func policy(
        _ document: Expression, file: String = #fileID, line: Int = #line
    ) -> IAM.RolePolicy {
        policy(.allow("s3:GetObject", on: ["*"]), file: file, line: line)
            .overriding { TerraneCore.document("policy", "PolicyDocument", document) }
    }

    /// The policy document of one statement with these members.
    static func document(
        version: String = "2012-10-17", _ members: KeyValuePairs<String, String>
    ) -> Expression {
        .object([
            .init("Version", .string(version)),
            .init("Statement", .list([.object(members.map { .init($0.key, .string($0.value)) })])),
        ])
    }

    /// A role that is taken on as its trust policy says.
    static func role(
        trusting statement: IAM.Statement, file: String = #fileID, line: Int = #line
    ) -> IAM.Role {
        IAM.Role(
            "deploy", roleName: "shop-deploy", description: "Deploys the shop", trust: IAM.PolicyDocument(statement),
            file: file, line: line)
    }

    static func role(_ name: Name = "task", file: String = #fileID, line: Int = #line) -> IAM.Role {
        IAM.Role(
            name, roleName: "shop-\(name)", description: "What the shop may do",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"])),
            file: file, line: line)
    }

    /// A statement about the jobs of GitHub.
    static func jobs(_ conditions: IAM.Statement.Condition...) -> IAM.Statement {
        IAM.Statement(
            .allow, principal: .federated(GitHubProvider.existing), actions: ["sts:AssumeRoleWithWebIdentity"],
            conditions: [.equals("token.actions.githubusercontent.com:aud", "sts.amazonaws.com")] + conditions)
    }
}
