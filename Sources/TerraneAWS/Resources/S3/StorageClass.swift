public import TerraneCore

extension S3 {
    /// Where objects are kept that are seldom read ("Understanding and managing Amazon S3 storage classes", Amazon S3
    /// User Guide).
    public enum StorageClass: String, Hashable, Sendable, ExpressionConvertible {
        case standardInfrequentAccess = "STANDARD_IA"
        case oneZoneInfrequentAccess = "ONEZONE_IA"
        case intelligentTiering = "INTELLIGENT_TIERING"
        case glacierInstantRetrieval = "GLACIER_IR"
        case glacier = "GLACIER"
        case deepArchive = "DEEP_ARCHIVE"

        /// How many days an object stays in the standard class at least ("Transitioning objects using Amazon S3
        /// Lifecycle").
        var earliest: Int {
            switch self {
            case .standardInfrequentAccess, .oneZoneInfrequentAccess: 30
            default: 1
            }
        }
    }

    /// A move to cheaper storage.
    public struct Transition: Hashable, Sendable {
        public let age: TimeSpan
        public let storageClass: StorageClass

        public static func after(_ age: TimeSpan, to storageClass: StorageClass) -> Transition {
            Transition(age: age, storageClass: storageClass)
        }
    }
}
