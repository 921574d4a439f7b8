public import TerraneCore

extension ECS {
    /// Where tasks run: a name that services and their metrics share.
    public struct Cluster: Resource {
        public static let type = ResourceType(
            terraform: "aws_ecs_cluster", cloudFormation: "AWS::ECS::Cluster", area: .compute, tagging: .list)

        public var declaration: Declaration
        public var clusterName: Value<String>
        /// Metrics of each task and container, at a price ("Container Insights", Amazon CloudWatch User Guide).
        public var containerInsights: Bool

        public init(
            _ name: Name, clusterName: Value<String>, containerInsights: Bool = true, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.clusterName = clusterName
            self.containerInsights = containerInsights
        }

        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("Arn"),
                foreseen:
                    "arn:\(Deployment.partition):ecs:\(Deployment.region):\(Deployment.account):cluster/\(clusterName)")
        }

        public var id: Value<String> { attribute("name", .ref, foreseen: clusterName) }

        public var properties: Properties {
            row("name", "ClusterName", clusterName)
            repeated("setting", "ClusterSettings", [containerInsights]) { isOn in
                row("name", "Name", "containerInsights")
                row("value", "Value", isOn ? "enabled" : "disabled")
            }
        }
    }
}
