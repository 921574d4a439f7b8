public import TerraneCore

extension S3 {
    /// What becomes of objects as they grow old.
    public struct LifecycleRule: Hashable, Sendable {
        public let id: String
        /// What the keys of the objects begin with; empty for all.
        public let prefix: String
        /// When the current version moves to cheaper storage, step by step.
        public let transitions: [Transition]
        /// After how long the current version goes.
        public let expiredAfter: TimeSpan?
        /// When overwritten and deleted versions move to cheaper storage.
        public let oldVersionTransitions: [Transition]
        /// After how long an overwritten or deleted version goes.
        public let oldVersionsAfter: TimeSpan?

        public init(
            _ id: String, prefix: String = "", moved transitions: [Transition], expiredAfter: TimeSpan? = nil,
            oldVersionsMoved oldVersionTransitions: [Transition] = [], oldVersionsAfter: TimeSpan? = nil
        ) {
            self.id = id
            self.prefix = prefix
            self.transitions = transitions
            self.expiredAfter = expiredAfter
            self.oldVersionTransitions = oldVersionTransitions
            self.oldVersionsAfter = oldVersionsAfter
        }

        /// One move at most.
        public init(
            _ id: String, prefix: String = "", archivedAfter: TimeSpan? = nil,
            in storageClass: StorageClass = .standardInfrequentAccess, expiredAfter: TimeSpan? = nil,
            oldVersionsAfter: TimeSpan? = nil
        ) {
            self.init(
                id, prefix: prefix, moved: archivedAfter.map { [.after($0, to: storageClass)] } ?? [],
                expiredAfter: expiredAfter, oldVersionsAfter: oldVersionsAfter)
        }
    }
}

extension S3.LifecycleRule {
    func check() -> [Diagnostic] {
        wholeDays + check(transitions, before: expiredAfter) + check(oldVersionTransitions, before: oldVersionsAfter)
    }

    private var wholeDays: [Diagnostic] {
        let ages =
            (transitions + oldVersionTransitions).map(\.age) + [expiredAfter, oldVersionsAfter].compactMap { $0 }
        return ages.filter { !$0.isWholeDays || $0.inDays < 1 }.map { .lifecycleAge(id, $0) }
    }

    private func check(_ transitions: [S3.Transition], before end: TimeSpan?) -> [Diagnostic] {
        var problems = transitions.filter { $0.age.inDays < $0.storageClass.earliest }
            .map { Diagnostic.archivedTooEarly(id, $0.age, $0.storageClass) }
        for (first, next) in zip(transitions, transitions.dropFirst()) where next.age <= first.age {
            problems.append(.movedOutOfOrder(id, first.age, next.age))
        }
        if let end, let last = transitions.last, end <= last.age {
            problems.append(.expiredBeforeArchived(id, last.age, end))
        }
        return problems
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

    static func movedOutOfOrder(_ rule: String, _ first: TimeSpan, _ next: TimeSpan) -> Diagnostic {
        .error(
            "the lifecycle rule '\(rule)' moves objects after \(first.inDays) days and then after \(next.inDays)",
            help: "Write the moves in the order of their ages.")
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
