public import TerraneCore

/// Where a load balancer sends requests, as a service sees it: the target group it registers its tasks with, and
/// the listener that must be there first.
public struct TrafficTarget: Hashable, Sendable {
    public let group: Value<ARN>
    /// ECS refuses a target group that no listener forwards to yet.
    public let listener: Name

    public init(group: Value<ARN>, listener: Name) {
        self.group = group
        self.listener = listener
    }
}
