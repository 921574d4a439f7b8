import TerraneCore
import TerraneSchemas

/// Every service that a policy names is one ("AWS JSON policy elements: Principal", AWS Identity and Access Management User
/// Guide).
///
/// There is no list of all of them, so a name is reported where it is surely another one misspelt.
func checkServicePrincipals(_ policy: PolicyReading) -> [Diagnostic] {
    let named = policy.statements.flatMap { statement in
        statement.principals("Service").compactMap { statement.item.fact($0).text }
    }
    return Set(named).sorted().compactMap { host in
        guard let suffix = suffixes.first(where: host.hasSuffix) else { return unsuffixed(host, policy) }
        let label = String(host.dropLast(suffix.count))
        return misspelling(of: label).map { .servicePrincipal(policy, host, $0 + suffix) }
    }
}

private let suffixes = [".amazonaws.com", ".amazonaws.com.cn"]

/// A bare name, or one that is cut off.
private func unsuffixed(_ host: String, _ policy: PolicyReading) -> Diagnostic? {
    host.contains(".") || !ServiceActions.isService(host) ? nil : .servicePrincipal(policy, host, host + suffixes[0])
}

private func misspelling(of label: String) -> String? {
    guard label.utf8.count > 5, !label.contains("."), !known.contains(label), !ServiceActions.isService(label)
    else { return nil }
    return known.sorted().first { $0.isSlip(of: label) }
}

/// The names of services in their own documentation that are not the prefixes of their actions, and the commonest that are.
private let known: Set = [
    "apigateway", "appsync", "autoscaling", "application-autoscaling", "backup", "batch", "billing", "budgets",
    "chatbot", "cloudformation", "cloudfront", "cloudtrail", "cloudwatch", "codebuild", "codedeploy", "codepipeline",
    "config", "datasync", "delivery.logs", "dynamodb", "ec2", "ecr", "ecs", "ecs-tasks", "edgelambda", "eks",
    "eks-fargate-pods", "elasticache", "elasticbeanstalk", "elasticfilesystem", "elasticloadbalancing",
    "elasticmapreduce", "events", "export.rds", "firehose", "glue", "guardduty", "kinesis", "lambda", "lex", "logs",
    "mediaconvert", "monitoring", "monitoring.rds", "opensearchservice", "pipes", "rds", "redshift",
    "replicator.lambda",
    "resource-groups", "route53", "s3", "sagemaker", "scheduler", "secretsmanager", "serverlessrepo", "sns",
    "spotfleet", "sqs", "ssm", "ssm-incidents", "states", "synthetics", "transfer", "vpc-flow-logs", "wafv2",
    "costalerts", "malware-protection-plan.guardduty", "pods.eks", "trustedadvisor", "vmie", "workspaces",
    "inspector2", "securityhub", "cognito-idp", "email.cognito-idp", "appflow", "airflow", "airflow-env", "athena",
    "codestar-notifications", "config-multiaccountsetup", "controltower", "databrew", "globalaccelerator", "grafana",
    "imagebuilder", "inspector", "kafka", "kafkaconnect", "lakeformation", "networkmanager", "organizations",
    "quicksight", "servicediscovery", "ssmmessages", "storagegateway", "xray", "tasks.apprunner", "build.apprunner",
    "documentdb-elastic", "license-manager", "lightsail", "macie2", "managedservices", "medialive", "mobilehub",
]

extension Diagnostic {
    fileprivate static func servicePrincipal(_ policy: PolicyReading, _ host: String, _ near: String) -> Diagnostic {
        .warning(
            "\(policy.title) names the service '\(host)', which is hardly one",
            help: "Did you mean '\(near)'? IAM refuses a principal that does not exist.", at: policy.item.source)
    }
}
