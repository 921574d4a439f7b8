/// A private way to services of AWS, by what it is for: one intent may be several endpoints ("AWS services that
/// integrate with AWS PrivateLink", AWS PrivateLink Guide).
public struct ServiceEndpoint: Hashable, Sendable {
    enum Access: Hashable, Sendable {
        /// Through route tables, free of charge: S3 and DynamoDB.
        case gateway
        /// Through addresses in the private subnets, charged by the hour and zone.
        case interface
    }

    /// As in the services' names behind `com.amazonaws.<region>.`: `ecr.api`.
    let services: [String]
    let access: Access

    private init(_ services: String..., access: Access = .interface) {
        self.services = services
        self.access = access
    }

    public static let dynamoDB = ServiceEndpoint("dynamodb", access: .gateway)
    /// The registry's interface and the images; their layers come from S3, which every network has a gateway endpoint
    /// for.
    public static let ecr = ServiceEndpoint("ecr.api", "ecr.dkr")
    public static let logs = ServiceEndpoint("logs")
    public static let secretsManager = ServiceEndpoint("secretsmanager")
    /// Parameters.
    public static let ssm = ServiceEndpoint("ssm")
    /// ECS Exec and Session Manager.
    public static let ssmMessages = ServiceEndpoint("ssmmessages")
    /// Metrics.
    public static let monitoring = ServiceEndpoint("monitoring")
    public static let kms = ServiceEndpoint("kms")
    public static let sts = ServiceEndpoint("sts")
    public static let sqs = ServiceEndpoint("sqs")
    public static let sns = ServiceEndpoint("sns")
    public static let events = ServiceEndpoint("events")
    public static let lambda = ServiceEndpoint("lambda")
    public static let xRay = ServiceEndpoint("xray")
    /// What ECS's own agents talk to, which tasks on Fargate need not.
    public static let ecs = ServiceEndpoint("ecs", "ecs-agent", "ecs-telemetry")
    /// What a Fargate task asks for when it starts and runs: images, logs, secrets, parameters, ECS Exec. With these it
    /// needs no NAT gateway.
    public static let fargate = ServiceEndpoint("ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages")

    /// Any other service, by its name behind `com.amazonaws.<region>.`.
    public static func service(_ name: String) -> ServiceEndpoint { ServiceEndpoint(name) }
}
