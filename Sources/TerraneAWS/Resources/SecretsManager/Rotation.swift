public import TerraneCore

extension SecretsManager {
    /// Makes a new value of a secret again and again ("Rotate AWS Secrets Manager secrets", AWS Secrets Manager User Guide).
    public struct Rotation: Resource {
        /// Who makes the new value.
        public enum Rotator: Hashable, Sendable {
            /// A Lambda function, by its ARN. It has to let Secrets Manager call it: `Lambda.FunctionPermission`.
            case function(Value<ARN>)
            /// The service whose secret it is: RDS for the password that it manages.
            case owner
        }

        public static let type = ResourceType(
            terraform: "aws_secretsmanager_secret_rotation", cloudFormation: "AWS::SecretsManager::RotationSchedule",
            area: .security)

        public var declaration: Declaration
        public var secret: Value<ARN>
        /// 1 to 1,000 days.
        public var interval: TimeSpan
        public var rotator: Rotator
        /// How long after its hour a rotation may begin; nil for until the day ends.
        public var window: TimeSpan?
        /// Whether the first new value is made at once.
        public var rotatesAtOnce: Bool

        public init(
            _ name: Name, of secret: Value<ARN>, every interval: TimeSpan, by rotator: Rotator,
            window: TimeSpan? = nil, rotatesAtOnce: Bool = true, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.secret = secret
            self.interval = interval
            self.rotator = rotator
            self.window = window
            self.rotatesAtOnce = rotatesAtOnce
        }

        public var properties: Properties {
            row("secret_id", "SecretId", secret)
            row("rotation_lambda_arn", "RotationLambdaARN", function)
            row("rotate_immediately", "RotateImmediatelyOnUpdate", rotatesAtOnce)
            nested("rotation_rules", "RotationRules") {
                row("automatically_after_days", "AutomaticallyAfterDays", interval.inDays)
                row("duration", "Duration", window.map { "\($0.inHours)h" })
            }
        }

        private var function: Value<ARN>? {
            if case .function(let arn) = rotator { arn } else { nil }
        }

        public func check() -> [Diagnostic] {
            let isLegal = (TimeSpan.days(1)...TimeSpan.days(1000)).contains(interval) && interval.isWholeDays
            let isWindow = window.map { (TimeSpan.hours(1)...TimeSpan.hours(24)).contains($0) } ?? true
            return (isLegal ? [] : [.rotationInterval(name, interval)]) + (isWindow ? [] : [.rotationWindow(name)])
        }
    }

    /// Who else may do what with a secret ("Resource-based policies", AWS Secrets Manager User Guide). A policy that opens it
    /// to everybody is refused.
    public struct SecretPolicy: Resource {
        public static let type = ResourceType(
            terraform: "aws_secretsmanager_secret_policy", cloudFormation: "AWS::SecretsManager::ResourcePolicy",
            area: .security)

        public var declaration: Declaration
        public var secret: Value<ARN>
        public var policy: IAM.PolicyDocument

        public init(
            _ name: Name, of secret: Value<ARN>, _ policy: IAM.PolicyDocument, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.secret = secret
            self.policy = policy
        }

        public var properties: Properties {
            row("secret_arn", "SecretId", secret)
            document("policy", "ResourcePolicy", policy)
            row("block_public_policy", "BlockPublicPolicy", true)
        }

        public func check() -> [Diagnostic] { policy.check(of: name) }
    }
}

extension Diagnostic {
    static func rotationInterval(_ name: Name, _ interval: TimeSpan) -> Diagnostic {
        .error(
            "'\(name)' rotates every \(interval.inHours) hours",
            help: "Secrets Manager rotates every 1 to 1,000 whole days: write `.days(90)`.")
    }

    static func rotationWindow(_ name: Name) -> Diagnostic {
        .error("'\(name)' has a rotation window that is no window", help: "It lasts 1 to 24 hours.")
    }
}
