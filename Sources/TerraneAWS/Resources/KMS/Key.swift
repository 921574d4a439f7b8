public import TerraneCore

extension KMS {
    /// A symmetric encryption key that never leaves AWS KMS and is made anew every year ("Rotate AWS KMS keys", AWS Key
    /// Management Service Developer Guide). What it encrypted before stays readable.
    public struct Key: Resource {
        public static let type = ResourceType(
            terraform: "aws_kms_key", cloudFormation: "AWS::KMS::Key", area: .security, tagging: .list,
            persistence: .retain)

        public var declaration: Declaration
        public var description: String
        /// Who may use it and who decides about it. The only way in, not even an administrator has another.
        public var policy: IAM.PolicyDocument
        /// Whether other regions can have a replica of it. Cannot be changed later.
        public var isMultiRegion: Bool
        /// How long a deletion can be undone: 7 to 30 days.
        public var deletionWindow: TimeSpan

        public init(
            _ name: Name, description: String, policy: IAM.PolicyDocument, isMultiRegion: Bool = false,
            deletionWindow: TimeSpan = .days(30), file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.description = description
            self.policy = policy
            self.isMultiRegion = isMultiRegion
            self.deletionWindow = deletionWindow
        }

        public var id: Value<String> { attribute("key_id", .ref) }
        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("description", "Description", description)
            row("enable_key_rotation", "EnableKeyRotation", true)
            row("multi_region", "MultiRegion", isMultiRegion)
            row("deletion_window_in_days", "PendingWindowInDays", deletionWindow.inDays)
            document("policy", "KeyPolicy", policy)
        }

        public func check() -> [Diagnostic] { policy.check(of: name) + KMS.check(deletionWindow, of: name) }
    }
}
