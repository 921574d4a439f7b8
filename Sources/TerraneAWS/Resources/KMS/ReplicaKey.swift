public import TerraneCore

extension KMS {
    /// The same key in another region: what one encrypted the other reads ("Multi-Region keys in AWS KMS", AWS Key
    /// Management Service Developer Guide). It rotates with its primary.
    public struct ReplicaKey: Resource {
        public static let type = ResourceType(
            terraform: "aws_kms_replica_key", cloudFormation: "AWS::KMS::ReplicaKey", area: .security, tagging: .list,
            persistence: .retain)

        public var declaration: Declaration
        public var primary: Value<ARN>
        public var description: String
        public var policy: IAM.PolicyDocument
        /// How long a deletion can be undone: 7 to 30 days.
        public var deletionWindow: TimeSpan

        public init(
            _ name: Name, of primary: Value<ARN>, description: String, policy: IAM.PolicyDocument,
            deletionWindow: TimeSpan = .days(30), file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.primary = primary
            self.description = description
            self.policy = policy
            self.deletionWindow = deletionWindow
        }

        public var id: Value<String> { attribute("key_id", .ref) }
        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("primary_key_arn", "PrimaryKeyArn", primary)
            row("description", "Description", description)
            row("deletion_window_in_days", "PendingWindowInDays", deletionWindow.inDays)
            document("policy", "KeyPolicy", policy)
        }

        public func check() -> [Diagnostic] { policy.check(of: name) + KMS.check(deletionWindow, of: name) }
    }
}
