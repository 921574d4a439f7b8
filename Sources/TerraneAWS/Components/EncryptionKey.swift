public import TerraneCore

/// A key of one's own for what other services store: rotated every year, with an alias, and with replicas where another
/// region has to read the same data. The account's policies say who uses it; services are named here.
///
///     EncryptionKey("data", for: [.logs, .alerts], replicas: [.osaka])
public struct EncryptionKey: Component {
    public var declaration: Declaration
    public let description: String
    /// The services that use it in their own name.
    public let users: [User]
    public let replicas: [Region]
    /// How long a deletion can be undone: 7 to 30 days.
    public let deletionWindow: TimeSpan

    public init(
        _ name: Name, description: String? = nil, for users: [User] = [], replicas: [Region] = [],
        deletionWindow: TimeSpan = .days(30), file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.description = description ?? "Encrypts what \(name.dashed) stores"
        self.users = users
        self.replicas = replicas
        self.deletionWindow = deletionWindow
    }

    public var arn: Value<ARN> { key.arn }

    /// The replica in a region. It has to be one of `replicas`.
    public func arn(in region: Region) -> Value<ARN> { replica(in: region).arn }

    public var body: Content {
        key
        KMS.Alias(name / "alias", name.dashed, of: key.id)
        for region in replicas {
            replica(in: region).region(region)
            KMS.Alias(name / "alias-\(region)", name.dashed, of: replica(in: region).id).region(region)
        }
    }

    private var key: KMS.Key {
        KMS.Key(
            name, description: description, policy: policy, isMultiRegion: !replicas.isEmpty,
            deletionWindow: deletionWindow)
    }

    private func replica(in region: Region) -> KMS.ReplicaKey {
        KMS.ReplicaKey(
            name / "replica-\(region)", of: key.arn, description: description, policy: policy,
            deletionWindow: deletionWindow)
    }

    /// A key policy is about its own key, which it calls `*` ("Key policies in AWS KMS").
    private var policy: IAM.PolicyDocument {
        let account: Value<ARN> = "arn:\(Deployment.partition):iam::\(Deployment.account):root"
        return IAM.PolicyDocument(
            [
                IAM.Statement(
                    .allow, id: "AccountDecides", principal: .aws([account]), actions: ["kms:*"], resources: ["*"])
            ] + users.map(\.statement))
    }
}

extension EncryptionKey {
    /// A service that uses a key in its own name, and on what condition.
    public enum User: Hashable, Sendable {
        /// CloudWatch Logs, for log groups of this account.
        case logs
        /// CloudWatch, AWS Budgets and EventBridge, which publish to encrypted topics.
        case alerts
        /// CloudFront, which reads encrypted buckets for distributions of this account.
        case cloudFront
        /// Another one, for resources of this account: `.service("delivery.logs.amazonaws.com")`.
        case service(String)

        var statement: IAM.Statement {
            switch self {
            case .logs: logs
            case .alerts:
                using(
                    "Alerts", .services(["cloudwatch.amazonaws.com", "budgets.amazonaws.com", "events.amazonaws.com"]))
            case .cloudFront: cloudFront
            case .service(let host):
                using(String(host.split(separator: ".").joined().filter { $0.isLetter || $0.isNumber }), .service(host))
            }
        }

        /// "Encrypt log data in CloudWatch Logs using AWS Key Management Service", Amazon CloudWatch Logs User Guide.
        private var logs: IAM.Statement {
            let groups: Value<String> =
                "arn:\(Deployment.partition):logs:\(Deployment.region):\(Deployment.account):log-group:*"
            return IAM.Statement(
                .allow, id: "Logs", principal: .regionalService("logs"),
                actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
                resources: ["*"], conditions: [.init("ArnLike", "kms:EncryptionContext:aws:logs:arn", [groups])])
        }

        /// "Restrict access to an Amazon S3 origin: SSE-KMS", Amazon CloudFront Developer Guide.
        private var cloudFront: IAM.Statement {
            let distributions: Value<String> =
                "arn:\(Deployment.partition):cloudfront::\(Deployment.account):distribution/*"
            return IAM.Statement(
                .allow, id: "CloudFront", principal: .service("cloudfront.amazonaws.com"), actions: ["kms:Decrypt"],
                resources: ["*"], conditions: [.like("aws:SourceArn", distributions)])
        }

        /// Only for this account: a service would use the key for anybody's resources otherwise ("The confused deputy
        /// problem", AWS Identity and Access Management User Guide).
        private func using(_ id: String, _ principal: IAM.Statement.Principal) -> IAM.Statement {
            IAM.Statement(
                .allow, id: id, principal: principal, actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
                resources: ["*"], conditions: [.equals("aws:SourceAccount", Deployment.account)])
        }
    }

    public func check() -> [Diagnostic] {
        var seen: Set<Region> = []
        return replicas.filter { !seen.insert($0).inserted }.map { .replicaTwice(name, $0) }
    }
}

extension IAM.Statement {
    /// Permission to encrypt and decrypt with a key.
    public static func using(_ key: EncryptionKey) -> IAM.Statement {
        .allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: [key.arn])
    }

    /// Permission to read what a key encrypted.
    public static func decrypting(with key: EncryptionKey) -> IAM.Statement {
        .allow("kms:Decrypt", "kms:DescribeKey", on: [key.arn])
    }
}

extension Diagnostic {
    static func replicaTwice(_ key: Name, _ region: Region) -> Diagnostic {
        .error("key '\(key)' has two replicas in \(region)", help: "A key has one replica in a region.")
    }
}
