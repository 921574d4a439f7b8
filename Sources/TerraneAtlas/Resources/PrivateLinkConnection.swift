public import TerraneAWS
public import TerraneCore

extension Atlas {
    /// Acquaints Atlas with an interface endpoint, which makes the private connection whole.
    public struct PrivateLinkConnection: Resource {
        public static let type = ResourceType(
            terraform: "mongodbatlas_privatelink_endpoint_service",
            cloudFormation: "MongoDB::Atlas::PrivateEndpointAWS", area: .database)

        public var declaration: Declaration
        public var project: Value<Project.ID>
        public var service: Value<PrivateLinkService.ID>
        public var endpoint: Value<EC2.VPCEndpoint.ID>
        public var profile: AtlasProfile

        public init(
            _ name: Name, of project: Value<Project.ID>, from endpoint: Value<EC2.VPCEndpoint.ID>,
            to service: Value<PrivateLinkService.ID>, profile: AtlasProfile = .default, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.project = project
            self.service = service
            self.endpoint = endpoint
            self.profile = profile
        }

        public var properties: Properties {
            row("project_id", "ProjectId", project)
            row("private_link_id", "EndpointServiceId", service)
            row("endpoint_service_id", "Id", endpoint)
            terraformOnly("provider_name", "AWS", because: "CloudFormation has a type for AWS alone")
            cloudFormationOnly("EnforceConnectionSuccess", true, because: "Terraform always waits for the connection")
            profile.row
        }
    }
}
