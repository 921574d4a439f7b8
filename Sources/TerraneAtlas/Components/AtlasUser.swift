public import TerraneCore

extension Atlas.DatabaseUser {
    /// A user of one cluster.
    ///
    ///     Atlas.DatabaseUser("backend-user", of: database, as: .role(taskRole.arn), may: [.readWrite("koemo")])
    public init(
        _ name: Name, of cluster: AtlasCluster, as identity: Identity, may privileges: [Privilege],
        file: String = #fileID, line: Int = #line
    ) {
        self.init(
            name, in: cluster.project.id, as: identity, may: privileges, on: [cluster.reference],
            profile: cluster.project.profile, file: file, line: line)
        declaration.options.dependencies.append(cluster.name)
    }
}
