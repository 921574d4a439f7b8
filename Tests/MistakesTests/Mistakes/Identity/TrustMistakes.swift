import Terrane

extension Mistake {
    static var trust: [Mistake] {
        [action, resource, federated, everybody, subject, everyRepository, pattern, audience, service]
    }

    private static let github =
        "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws"
    private static let subjectKey = "token.actions.githubusercontent.com:sub"

    private static var action: Mistake {
        Mistake(
            "MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html", .graph,
            caughtBy: "trust-action"
        ) {
            Identity.role(  // mistake
                trusting: IAM.Statement(
                    .allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole", "s3:GetObject"])
            )
        } legal: {
            Identity.role(
                trusting: IAM.Statement(
                    .allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"]))
        }
    }

    private static var resource: Mistake {
        Mistake(
            "MalformedPolicyDocument: Has prohibited field Resource",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html", .graph,
            caughtBy: "resource-in-trust-policy"
        ) {
            Identity.role(  // mistake
                trusting: IAM.Statement(
                    .allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"],
                    resources: ["*"]))
        } legal: {
            Identity.role(
                trusting: IAM.Statement(
                    .allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"]))
        }
    }

    private static var federated: Mistake {
        Mistake(
            "Not authorized to perform sts:AssumeRoleWithWebIdentity",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html", .graph,
            caughtBy: "federated-action"
        ) {
            Identity.role(  // mistake
                trusting: IAM.Statement(
                    .allow, principal: .federated(GitHubProvider.existing), actions: ["sts:AssumeRole"],
                    conditions: [.equals(subjectKey, "repo:shop/web:ref:refs/heads/main")]))
        } legal: {
            Identity.role(trusting: Identity.jobs(.equals(subjectKey, "repo:shop/web:ref:refs/heads/main")))
        }
    }

    private static var everybody: Mistake {
        Mistake(
            "A role that every AWS account can take on",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html", .graph,
            caughtBy: "trusts-everybody"
        ) {
            Identity.role(  // mistake
                trusting: IAM.Statement(.allow, principal: .anyone, actions: ["sts:AssumeRole"]))
        } legal: {
            Identity.role(trusting: IAM.Statement(.allow, principal: .thisAccount, actions: ["sts:AssumeRole"]))
        }
    }

    private static var subject: Mistake {
        Mistake(
            "A role that the workflows of every repository on GitHub can take on",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html", .graph,
            caughtBy: "trust-without-subject"
        ) {
            Identity.role(trusting: Identity.jobs())  // mistake
        } legal: {
            Identity.role(trusting: Identity.jobs(.equals(subjectKey, "repo:shop/web:environment:production")))
        }
    }

    private static var everyRepository: Mistake {
        Mistake(
            "A subject with a pattern in place of the owner", github, .graph, caughtBy: "trusts-every-repository"
        ) {
            Identity.role(trusting: Identity.jobs(.like(subjectKey, "repo:*/web:ref:refs/heads/main")))  // mistake
        } legal: {
            Identity.role(trusting: Identity.jobs(.like(subjectKey, "repo:shop/*:ref:refs/heads/main")))
        }
    }

    private static var pattern: Mistake {
        Mistake(
            "Not authorized to perform sts:AssumeRoleWithWebIdentity: StringEquals takes '*' letter for letter",
            "https://github.com/crossplane/crossplane/issues/5578", .graph,
            caughtBy: "pattern-never-matches"
        ) {
            Identity.role(trusting: Identity.jobs(.equals(subjectKey, "repo:shop/web:*")))  // mistake
        } legal: {
            Identity.role(trusting: Identity.jobs(.like(subjectKey, "repo:shop/web:*")))
        }
    }

    private static var audience: Mistake {
        Mistake(
            "InvalidIdentityToken: Incorrect token audience",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html", .graph,
            caughtBy: "audience-unknown"
        ) {
            provider("https://github.com/shop")
            Identity.role(trusting: jobs(of: provider("https://github.com/shop")))  // mistake
        } legal: {
            provider("sts.amazonaws.com")
            Identity.role(trusting: jobs(of: provider("sts.amazonaws.com")))
        }
    }

    private static func provider(_ audience: String) -> IAM.OIDCProvider {
        IAM.OIDCProvider("github", host: "token.actions.githubusercontent.com", audiences: [audience])
    }

    private static func jobs(of provider: IAM.OIDCProvider) -> IAM.Statement {
        var statement = Identity.jobs(.equals(subjectKey, "repo:shop/web:environment:production"))
        statement.principal = .federated(provider.arn)
        return statement
    }

    private static var service: Mistake {
        Mistake(
            "MalformedPolicyDocument: Invalid principal in policy: \"SERVICE\":\"ecs-task.amazonaws.com\"",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html", .graph,
            caughtBy: "service-principal"
        ) {
            Identity.role(  // mistake
                trusting: IAM.Statement(
                    .allow, principal: .service("ecs-task.amazonaws.com"), actions: ["sts:AssumeRole"]))
        } legal: {
            Identity.role(
                trusting: IAM.Statement(
                    .allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"]))
        }
    }
}
