public import TerraneCore

extension KMS {
    /// What people call a key: `alias/example-data` ("Aliases in AWS KMS", AWS Key Management Service Developer Guide).
    public struct Alias: Resource {
        public static let type = ResourceType(
            terraform: "aws_kms_alias", cloudFormation: "AWS::KMS::Alias", area: .security)

        public var declaration: Declaration
        /// Without `alias/`.
        public var aliasName: String
        public var key: Value<String>

        public init(
            _ name: Name, _ aliasName: String, of key: Value<String>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.aliasName = aliasName
            self.key = key
        }

        public var properties: Properties {
            row("name", "AliasName", "alias/\(aliasName)")
            row("target_key_id", "TargetKeyId", key)
        }

        public func check() -> [Diagnostic] {
            let isPlain = aliasName.utf8.allSatisfy {
                HostName.isLetterOrDigit($0) || [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
            }
            let isTaken = aliasName.hasPrefix("aws/") || aliasName.isEmpty
            return isPlain && !isTaken && aliasName.utf8.count <= 250 ? [] : [.keyAlias(aliasName)]
        }
    }
}

extension Diagnostic {
    static func keyAlias(_ text: String) -> Diagnostic {
        .error(
            "a key cannot be called 'alias/\(text)'",
            help: "Use letters, digits, '/', '_' and '-'; names that begin with 'aws/' belong to AWS.")
    }
}
