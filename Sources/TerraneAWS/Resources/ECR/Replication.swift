public import TerraneCore

extension ECR {
    /// Copies what is pushed to a repository into further regions. A registry has one such configuration.
    public struct Replication: Resource {
        public static let type = ResourceType(
            terraform: "aws_ecr_replication_configuration", cloudFormation: "AWS::ECR::ReplicationConfiguration",
            area: .deployment)

        public var declaration: Declaration
        public var repository: Repository
        public var regions: [Region]

        public init(
            _ name: Name, of repository: Repository, to regions: [Region], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.repository = repository
            self.regions = regions
        }

        public var properties: Properties {
            nested("replication_configuration", "ReplicationConfiguration") {
                repeated("rule", "Rules", [repository.id]) { prefix in
                    repeated("destination", "Destinations", regions) { region in
                        row("region", "Region", region)
                        row("registry_id", "RegistryId", Deployment.account)
                    }
                    repeated("repository_filter", "RepositoryFilters", [prefix]) { prefix in
                        row("filter", "Filter", prefix)
                        row("filter_type", "FilterType", "PREFIX_MATCH")
                    }
                }
            }
        }
    }
}
