public import TerraneCore

/// A registry repository that scans what is pushed and forgets what nobody needs.
public struct ImageRepository: Component {
    public var declaration: Declaration
    public let repository: ECR.Repository
    public let untaggedAfter: TimeSpan
    public let keepsLast: Int

    public init(
        _ name: Name, repositoryName: String? = nil, hasImmutableTags: Bool = true,
        expiringUntaggedAfter untaggedAfter: TimeSpan = .days(7), keepingLast keepsLast: Int = 30,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.untaggedAfter = untaggedAfter
        self.keepsLast = keepsLast
        repository = ECR.Repository(
            name, repositoryName: repositoryName ?? name.dashed, hasImmutableTags: hasImmutableTags, file: file,
            line: line)
    }

    public var body: Content {
        repository
        ECR.LifecyclePolicy(
            name / "lifecycle", of: repository, expiringUntaggedAfter: untaggedAfter, keepingLast: keepsLast)
    }
}
