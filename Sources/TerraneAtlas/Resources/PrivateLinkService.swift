public import TerraneCore

extension Atlas {
    /// The Atlas end of a private connection: a service that interface endpoints of a network can reach ("Learn About
    /// Private Endpoints in Atlas", MongoDB Atlas documentation). One for each project and region.
    public struct PrivateLinkService: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "mongodbatlas_privatelink_endpoint", cloudFormation: "MongoDB::Atlas::PrivateEndpointService",
            area: .database)

        public var declaration: Declaration
        public var project: Value<Project.ID>
        /// Where the network is.
        public var serviceRegion: Region
        public var profile: AtlasProfile

        public init(
            _ name: Name, of project: Value<Project.ID>, in region: Region, profile: AtlasProfile = .default,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.project = project
            self.serviceRegion = region
            self.profile = profile
        }

        public var id: Value<ID> { attribute("private_link_id", .attribute("Id")) }
        /// What an interface endpoint connects to, `com.amazonaws.vpce.…`.
        public var serviceName: Value<String> {
            attribute("endpoint_service_name", .attribute("EndpointServiceName"))
        }

        public var properties: Properties {
            row("project_id", "ProjectId", project)
            row("provider_name", "CloudProvider", "AWS")
            row("region", "Region", serviceRegion)
            profile.row
        }
    }
}
