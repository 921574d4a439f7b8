public import TerraneCore

/// A project of an organisation of MongoDB Atlas. No address list opens it: clusters are reached through an
/// `AtlasPrivateLink`.
///
///     AtlasProject("koemo-atlas", called: "koemo", in: organization.value)
public struct AtlasProject: Component {
    public var declaration: Declaration
    /// What Atlas calls it.
    public let projectName: String
    public let organization: Value<String>
    public let profile: AtlasProfile

    public init(
        _ name: Name, called projectName: String? = nil, in organization: Value<String>,
        profile: AtlasProfile = .default, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.projectName = projectName ?? name.dashed
        self.organization = organization
        self.profile = profile
    }

    public var id: Value<Atlas.Project.ID> { project.id }

    public var body: Content {
        project
    }

    private var project: Atlas.Project {
        Atlas.Project(name, projectName: projectName, in: organization, profile: profile)
    }
}
