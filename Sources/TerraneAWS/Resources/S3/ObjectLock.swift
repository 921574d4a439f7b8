public import TerraneCore

extension S3 {
    /// For how long nobody deletes or overwrites a version, and whether anybody can after all ("Locking objects with
    /// Object Lock", Amazon S3 User Guide).
    public struct ObjectLock: Hashable, Sendable {
        public enum Mode: String, Hashable, Sendable, ExpressionConvertible {
            /// Whoever has the permission to can.
            case governance = "GOVERNANCE"
            /// Nobody can, the account's root user included.
            case compliance = "COMPLIANCE"
        }

        public let mode: Mode
        public let retention: TimeSpan

        public init(_ mode: Mode, for retention: TimeSpan) {
            self.mode = mode
            self.retention = retention
        }
    }

    /// Locks each new object of a bucket for some time.
    public struct BucketObjectLock: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_object_lock_configuration"), cloudFormation: .part(of: "AWS::S3::Bucket"),
            area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var lock: ObjectLock

        public init(
            _ name: Name, of bucket: Bucket, _ lock: ObjectLock, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.lock = lock
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            row("object_lock_enabled", "ObjectLockConfiguration/ObjectLockEnabled", "Enabled")
            nested("rule", "ObjectLockConfiguration/Rule") {
                row("default_retention/mode", "DefaultRetention/Mode", lock.mode)
                row("default_retention/days", "DefaultRetention/Days", lock.retention.inDays)
            }
        }

        public func check() -> [Diagnostic] {
            lock.retention.isWholeDays && lock.retention.inDays > 0 ? [] : [.objectLock(name, lock.retention)]
        }
    }
}

extension Diagnostic {
    static func objectLock(_ bucket: Name, _ retention: TimeSpan) -> Diagnostic {
        .error(
            "'\(bucket)' locks objects for \(retention.inSeconds) seconds", help: "Amazon S3 counts in whole days.")
    }
}
