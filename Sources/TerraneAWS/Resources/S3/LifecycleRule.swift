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

    /// What becomes of objects as they grow old.
    public struct LifecycleRule: Hashable, Sendable {
        public let id: String
        /// What the keys of the objects begin with; empty for all.
        public let prefix: String
        /// After how long the current version moves to cheaper storage.
        public let archivedAfter: TimeSpan?
        public let storageClass: StorageClass
        /// After how long the current version goes.
        public let expiredAfter: TimeSpan?
        /// After how long an overwritten or deleted version goes.
        public let oldVersionsAfter: TimeSpan?

        public init(
            _ id: String, prefix: String = "", archivedAfter: TimeSpan? = nil,
            in storageClass: StorageClass = .standardInfrequentAccess, expiredAfter: TimeSpan? = nil,
            oldVersionsAfter: TimeSpan? = nil
        ) {
            self.id = id
            self.prefix = prefix
            self.archivedAfter = archivedAfter
            self.storageClass = storageClass
            self.expiredAfter = expiredAfter
            self.oldVersionsAfter = oldVersionsAfter
        }

        func check() -> [Diagnostic] {
            let ages = [archivedAfter, expiredAfter, oldVersionsAfter].compactMap { $0 }
            var problems = ages.filter { $0.inSeconds % 86400 != 0 || $0.inDays < 1 }.map {
                Diagnostic.lifecycleAge(id, $0)
            }
            if let archivedAfter, archivedAfter.inDays < storageClass.earliest {
                problems.append(.archivedTooEarly(id, archivedAfter, storageClass))
            }
            if let archivedAfter, let expiredAfter, expiredAfter <= archivedAfter {
                problems.append(.expiredBeforeArchived(id, archivedAfter, expiredAfter))
            }
            return problems
        }
    }
}

extension Diagnostic {
    static func lifecycleAge(_ rule: String, _ age: TimeSpan) -> Diagnostic {
        .error("the lifecycle rule '\(rule)' has an age of \(age.inSeconds) seconds", help: "S3 counts in whole days.")
    }

    static func archivedTooEarly(_ rule: String, _ age: TimeSpan, _ place: S3.StorageClass) -> Diagnostic {
        .error(
            "the lifecycle rule '\(rule)' moves objects to \(place.rawValue) after \(age.inDays) days",
            help: "S3 takes \(place.earliest) days or more there.")
    }

    static func expiredBeforeArchived(_ rule: String, _ archived: TimeSpan, _ expired: TimeSpan) -> Diagnostic {
        let (moved, gone) = (archived.inDays, expired.inDays)
        return .error(
            "the lifecycle rule '\(rule)' moves objects after \(moved) days and removes them after \(gone)",
            help: "Objects must move before they go.")
    }

    static func lifecycleRuleTwice(_ rule: String) -> Diagnostic {
        .error("the lifecycle rule '\(rule)' is there twice", help: "Give one of the two another name.")
    }
}
