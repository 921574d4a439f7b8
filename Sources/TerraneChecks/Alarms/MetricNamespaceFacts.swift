import TerraneCore

/// What a service of AWS publishes to CloudWatch, from the page of its own documentation.
///
/// The lists are those of the day they were written, and services add metrics: what is not in a list is reported only where it
/// is surely something else, misspelt or from another namespace.
struct MetricNamespaceFacts: Sendable {
    let name: String
    let metrics: Set<String>
    /// The names of all its dimensions; nil where they are too many to be sure.
    let dimensions: Set<String>?
    /// Dimensions without which none of its metrics exists.
    let needed: Set<String>
    /// Further ones that single metrics need.
    let neededBy: [String: Set<String>]
    /// The only region that has its metrics; nil if they are where the resource is.
    let region: Region?

    init(
        _ name: String, _ metrics: String, dimensions: String? = nil, needed: String = "",
        neededBy: [String: Set<String>] = [:], onlyIn region: Region? = nil
    ) {
        self.name = name
        self.metrics = MetricNamespaceFacts.words(metrics)
        self.dimensions = dimensions.map(MetricNamespaceFacts.words)
        self.needed = MetricNamespaceFacts.words(needed)
        self.neededBy = neededBy
        self.region = region
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    static let byName: [String: MetricNamespaceFacts] = Dictionary(
        (compute + network + data + messages + edge).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The namespaces of AWS that are known, to suggest one.
    static let names: [String] = (Array(byName.keys) + others).sorted()

    /// Namespaces without a list ("AWS services that publish CloudWatch metrics", Amazon CloudWatch User Guide).
    private static let others = [
        "AWS/ApiGateway", "AWS/AppStream", "AWS/Athena", "AWS/AutoScaling", "AWS/Billing", "AWS/Bedrock",
        "AWS/Cassandra",
        "AWS/CertificateManager", "AWS/Chatbot", "AWS/CloudHSM", "AWS/CodeBuild", "AWS/Cognito", "AWS/Config",
        "AWS/Connect", "AWS/DAX", "AWS/DDoSProtection", "AWS/DMS", "AWS/DX", "AWS/DocDB", "AWS/EBS", "AWS/EC2Spot",
        "AWS/ES", "AWS/ElastiCache", "AWS/ElasticBeanstalk", "AWS/ElasticMapReduce", "AWS/FSx", "AWS/GatewayELB",
        "AWS/GlobalAccelerator", "AWS/IoT", "AWS/KMS", "AWS/Kafka", "AWS/KinesisAnalytics", "AWS/MediaConvert",
        "AWS/MemoryDB", "AWS/Neptune", "AWS/NetworkFirewall", "AWS/OpsWorks", "AWS/Redshift", "AWS/SageMaker",
        "AWS/Scheduler", "AWS/SecretsManager", "AWS/SES", "AWS/StorageGateway", "AWS/Transfer", "AWS/TransitGateway",
        "AWS/Usage", "AWS/VPN", "AWS/WorkSpaces", "AWS/X-Ray", "AWS/PrivateLinkEndpoints", "AWS/PrivateLinkServices",
        "AWS/TrustedAdvisor", "AWS/ECR", "AWS/EKS", "AWS/CloudTrail", "AWS/Location", "AWS/MWAA", "AWS/AmplifyHosting",
    ]
}
