import TerraneCore

extension FargateService {
    /// What CloudWatch measures of a service ("Amazon ECS CloudWatch metrics", Amazon ECS Developer Guide).
    public struct Metrics: Hashable, Sendable {
        let cluster: Value<String>
        let service: Value<String>

        private var dimensions: [Metric.Dimension] {
            [Metric.Dimension("ClusterName", cluster), Metric.Dimension("ServiceName", service)]
        }

        /// Percent of the CPU that the tasks reserve.
        public var cpu: Metric {
            Metric("CPUUtilization", namespace: "AWS/ECS", dimensions: dimensions, unit: .percent)
        }
        /// Percent of the memory that the tasks reserve.
        public var memory: Metric {
            Metric("MemoryUtilization", namespace: "AWS/ECS", dimensions: dimensions, unit: .percent)
        }
        /// Tasks in the state RUNNING. Needs Container Insights.
        public var runningTasks: Metric {
            Metric("RunningTaskCount", namespace: "ECS/ContainerInsights", dimensions: dimensions, unit: .count)
        }
    }

    /// The service is known by its name alone, so that an alarm can be there before the service whose deployments it guards.
    public var metrics: Metrics { Metrics(cluster: cluster.id, service: Value(serviceName)) }
}
