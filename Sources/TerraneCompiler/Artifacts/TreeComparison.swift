/// How a committed tree differs from what the stacks compile to.
public struct TreeComparison: Sendable {
    public struct Stale: Sendable {
        public let path: String
        let found: [UInt8]
        let wanted: [UInt8]

        init(path: String, found: [UInt8], wanted: [UInt8]) {
            self.path = path
            self.found = found
            self.wanted = wanted
        }

        /// What is to change in the file. It is worked out when it is asked for: of many stale files few are shown.
        public var diff: UnifiedDiff { UnifiedDiff(from: found, to: wanted) }
    }

    /// Files that would be written otherwise.
    public let stale: [Stale]
    /// Files that would be written and are not there.
    public let missing: [String]
    /// Files that are there and would not be written.
    public let extra: [String]

    /// Compares artifacts with what is there: `read` gives the bytes of a file, `present` the paths there are.
    public init(of artifacts: [Artifact], present: [String], read: (String) throws -> [UInt8]?) rethrows {
        var stale: [Stale] = []
        var missing: [String] = []
        for artifact in artifacts {
            guard let found = try read(artifact.path) else {
                missing.append(artifact.path)
                continue
            }
            if found != artifact.contents {
                stale.append(Stale(path: artifact.path, found: found, wanted: artifact.contents))
            }
        }
        self.stale = stale
        self.missing = missing
        extra = Set(present).subtracting(artifacts.map(\.path)).sorted()
    }

    private init(stale: [Stale], missing: [String], extra: [String]) {
        self.stale = stale
        self.missing = missing
        self.extra = extra
    }

    /// This and another tree, whose root is at `place` seen from this one's.
    public func and(_ other: TreeComparison, at place: String) -> TreeComparison {
        TreeComparison(
            stale: stale + other.stale.map { Stale(path: "\(place)/\($0.path)", found: $0.found, wanted: $0.wanted) },
            missing: missing + other.missing.map { "\(place)/\($0)" },
            extra: extra + other.extra.map { "\(place)/\($0)" })
    }

    public var isClean: Bool { stale.isEmpty && missing.isEmpty && extra.isEmpty }
}
