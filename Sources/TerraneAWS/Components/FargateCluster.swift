public import TerraneCore

/// A cluster whose tasks run on Fargate: the cluster, and its association with Fargate's capacity.
///
/// ECS refuses a service with a capacity provider strategy until the association is there ("CreateCluster", Amazon ECS
/// API Reference), so services take this and wait for both.
public struct FargateCluster: Component {
    public var declaration: Declaration
    public let cluster: ECS.Cluster
    public let capacity: ECS.ClusterCapacityProviders

    public init(
        _ name: Name, clusterName: Value<String>? = nil, containerInsights: Bool = true,
        strategy: CapacityStrategy = .regular, file: String = #fileID, line: Int = #line
    ) {
        declaration = Declaration(name, file: file, line: line)
        cluster = ECS.Cluster(
            name, clusterName: clusterName ?? Value(name.dashed), containerInsights: containerInsights, file: file,
            line: line)
        capacity = ECS.ClusterCapacityProviders(
            name / "capacity", of: cluster.id, strategy: strategy.shares, file: file, line: line)
    }

    public var body: Content {
        cluster
        capacity
    }

    /// The name as deployed, for workflows and scripts.
    public var id: Value<String> { cluster.id }
    public var arn: Value<ARN> { cluster.arn }
}
