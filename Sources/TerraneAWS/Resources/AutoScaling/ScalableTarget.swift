public import TerraneCore

/// Application Auto Scaling.
public enum AutoScaling {
    /// A number that may be changed by itself: the tasks of an ECS service, between two bounds.
    public struct ScalableTarget: Resource {
        public static let type = ResourceType(
            terraform: "aws_appautoscaling_target", cloudFormation: "AWS::ApplicationAutoScaling::ScalableTarget",
            area: .compute, tagging: .terraformOnly)

        public var declaration: Declaration
        /// `service/cluster/name`.
        public var resourceID: Value<String>
        public var bounds: ClosedRange<Int>

        public init(
            _ name: Name, resourceID: Value<String>, between bounds: ClosedRange<Int>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.resourceID = resourceID
            self.bounds = bounds
        }

        public var id: Value<String> { attribute("resource_id", .ref) }

        public var properties: Properties {
            row("service_namespace", "ServiceNamespace", "ecs")
            row("resource_id", "ResourceId", resourceID)
            row("scalable_dimension", "ScalableDimension", "ecs:service:DesiredCount")
            row("min_capacity", "MinCapacity", bounds.lowerBound)
            row("max_capacity", "MaxCapacity", bounds.upperBound)
        }
    }
}
