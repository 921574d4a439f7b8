import Terrane

extension Mistake {
    static var roles: [Mistake] { [session, rolePath, managedName, attachedTooOften] }

    private static var session: Mistake {
        Mistake(
            "ValidationError: maxSessionDuration failed to satisfy constraint: Member must have value >= 3600",
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html", .element,
            caughtBy: "session-length"
        ) {
            lasting(.minutes(30))  // mistake
        } legal: {
            lasting(.hours(1))
        }
    }

    private static func lasting(_ length: TimeSpan, file: String = #fileID, line: Int = #line) -> IAM.Role {
        var role = Identity.role(file: file, line: line)
        role.longestSession = length
        return role
    }

    private static var rolePath: Mistake {
        Mistake(
            "ValidationError: The specified value for path is invalid. It must begin and end with /",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html", .graph,
            caughtBy: "role-path"
        ) {
            Identity.role().overriding { row("path", "Path", "services") }  // mistake
        } legal: {
            Identity.role().overriding { row("path", "Path", "/services/") }
        }
    }

    private static var managedName: Mistake {
        Mistake(
            "NoSuchEntity: Policy arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy does not exist or is not attachable",
            "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html",
            .graph, caughtBy: "managed-policy"
        ) {
            Identity.role()
            attached("AmazonECSTaskExecutionRolePolicy")  // mistake
        } legal: {
            Identity.role()
            attached("service-role/AmazonECSTaskExecutionRolePolicy")
        }
    }

    private static func attached(
        _ policy: IAM.AWSManagedPolicy, as name: Name = "execution", file: String = #fileID, line: Int = #line
    ) -> IAM.PolicyAttachment {
        IAM.PolicyAttachment(name, of: policy.arn, to: Identity.role(), file: file, line: line)
    }

    /// Ten policies of AWS.
    private static let readers = ["EC2", "S3", "SQS", "SNS", "RDS", "VPC", "Route53", "ElastiCache", "SSM", "DynamoDB"]
        .map { "Amazon\($0)ReadOnlyAccess" }

    private static func reader(_ name: String) -> IAM.AWSManagedPolicy { IAM.AWSManagedPolicy(stringLiteral: name) }

    private static var attachedTooOften: Mistake {
        Mistake(
            "LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html", .graph,
            caughtBy: "too-many-policies"
        ) {
            Identity.role()  // mistake
            for name in readers + ["CloudWatchReadOnlyAccess"] { attached(reader(name), as: Name(name)) }
        } legal: {
            Identity.role()
            for name in readers { attached(reader(name), as: Name(name)) }
        }
    }
}
