public import TerraneCore

/// Application Auto Scaling.
public enum AutoScaling {
    /// A number that may be changed by itself, between two bounds: the tasks of an ECS service, the readers of an Aurora
    /// cluster.
    public struct ScalableTarget: Resource {
        /// What is counted.
        public enum Dimension: String, Hashable, Sendable, ExpressionConvertible {
            case tasks = "ecs:service:DesiredCount"
            case readers = "rds:cluster:ReadReplicaCount"

            var service: String {
                switch self {
                case .tasks: "ecs"
                case .readers: "rds"
                }
            }
        }

        public static let type = ResourceType(
            terraform: "aws_appautoscaling_target", cloudFormation: "AWS::ApplicationAutoScaling::ScalableTarget",
            area: .compute, tagging: .terraformOnly)

        public var declaration: Declaration
        public var dimension: Dimension
        /// `service/cluster/name`, `cluster:name`.
        public var resourceID: Value<String>
        public var bounds: ClosedRange<Int>

        public init(
            _ name: Name, _ dimension: Dimension = .tasks, resourceID: Value<String>, between bounds: ClosedRange<Int>,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.dimension = dimension
            self.resourceID = resourceID
            self.bounds = bounds
        }

        public var id: Value<String> { attribute("resource_id", .ref) }

        public var properties: Properties {
            row("service_namespace", "ServiceNamespace", dimension.service)
            row("resource_id", "ResourceId", resourceID)
            row("scalable_dimension", "ScalableDimension", dimension)
            row("min_capacity", "MinCapacity", bounds.lowerBound)
            row("max_capacity", "MaxCapacity", bounds.upperBound)
        }
    }
}
