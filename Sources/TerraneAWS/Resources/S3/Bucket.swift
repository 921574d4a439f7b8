public import TerraneCore

extension S3 {
    /// A container of objects. Its name is unique in the world ("General purpose buckets overview", Amazon S3 User
    /// Guide).
    public struct Bucket: Resource {
        public static let type = ResourceType(
            terraform: "aws_s3_bucket", cloudFormation: "AWS::S3::Bucket", area: .storage, tagging: .list,
            persistence: .retain)

        public var declaration: Declaration
        public var bucketName: String
        /// Whether its objects can be locked against deletion. Cannot be taken back.
        public var hasObjectLock: Bool

        public init(
            _ name: Name, bucketName: String, hasObjectLock: Bool = false, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucketName = bucketName
            self.hasObjectLock = hasObjectLock
        }

        public var id: Value<String> { attribute("id", .ref, foreseen: Value(bucketName)) }
        public var arn: Value<ARN> {
            attribute("arn", .attribute("Arn"), foreseen: "arn:\(Deployment.partition):s3:::\(bucketName)")
        }
        public var regionalHost: Value<Host> {
            attribute("bucket_regional_domain_name", .attribute("RegionalDomainName"))
        }
        /// The name without a region, by which CloudFront knows the bucket of its logs.
        public var host: Value<Host> { attribute("bucket_domain_name", .attribute("DomainName")) }

        public var properties: Properties {
            row("bucket", "BucketName", bucketName)
            row("object_lock_enabled", "ObjectLockEnabled", hasObjectLock ? true : Bool?.none)
        }

        public func check() -> [Diagnostic] { isWellNamed ? [] : [.bucketName(bucketName)] }

        /// "General purpose bucket naming rules", Amazon S3 User Guide.
        private var isWellNamed: Bool {
            let labels = bucketName.split(separator: ".", omittingEmptySubsequences: false)
            let isAddress = labels.count == 4 && labels.allSatisfy { Int($0) != nil }
            let reserved =
                ["xn--", "sthree-", "amzn-s3-demo-"].contains { bucketName.hasPrefix($0) }
                || ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"].contains { bucketName.hasSuffix($0) }
            return (3...63).contains(bucketName.utf8.count) && labels.allSatisfy(Bucket.isLabel) && !isAddress
                && !reserved
        }

        private static func isLabel(_ label: Substring) -> Bool {
            guard !label.isEmpty, !label.hasPrefix("-"), !label.hasSuffix("-") else { return false }
            return label.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        }
    }
}

extension Diagnostic {
    static func bucketName(_ text: String) -> Diagnostic {
        .error(
            "'\(text)' cannot be the name of a bucket",
            help: "Use 3 to 63 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends.")
    }
}
