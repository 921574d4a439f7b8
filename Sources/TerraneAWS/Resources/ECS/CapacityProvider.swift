public import TerraneCore

extension ECS {
    /// Where a service's tasks get their machines from, and in which proportion.
    public struct CapacityShare: Hashable, Sendable {
        public enum Provider: String, Hashable, Sendable, ExpressionConvertible {
            case fargate = "FARGATE"
            /// Spare capacity at a lower price, taken back at two minutes' notice.
            case fargateSpot = "FARGATE_SPOT"
        }

        public let provider: Provider
        public let weight: Int
        /// How many tasks run there before the weights count.
        public let base: Int?

        public init(_ provider: Provider, weight: Int = 1, base: Int? = nil) {
            self.provider = provider
            self.weight = weight
            self.base = base
        }
    }

    /// The capacity that a cluster's services may use.
    public struct ClusterCapacityProviders: Resource {
        public static let type = ResourceType(
            terraform: "aws_ecs_cluster_capacity_providers",
            cloudFormation: "AWS::ECS::ClusterCapacityProviderAssociations", area: .compute)

        public var declaration: Declaration
        public var cluster: Value<String>
        public var strategy: [CapacityShare]

        public init(
            _ name: Name, of cluster: Value<String>, strategy: [CapacityShare] = [CapacityShare(.fargate)],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.cluster = cluster
            self.strategy = strategy
        }

        public var properties: Properties {
            row("cluster_name", "Cluster", cluster)
            row("capacity_providers", "CapacityProviders", [CapacityShare.Provider.fargate, .fargateSpot])
            repeated("default_capacity_provider_strategy", "DefaultCapacityProviderStrategy", strategy) { share in
                row("capacity_provider", "CapacityProvider", share.provider)
                row("weight", "Weight", share.weight)
                row("base", "Base", share.base)
            }
        }
    }
}
