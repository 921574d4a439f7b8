public import TerraneCore

/// Where a load balancer sends requests, as a service sees it: the target group it registers its tasks with, and
/// the listener that must be there first.
public struct TrafficTarget: Hashable, Sendable {
    /// What CodeDeploy changes to move traffic from one target group to the other.
    public struct Shift: Hashable, Sendable {
        /// The target groups by name; blue serves first.
        public let blue: Value<String>
        public let green: Value<String>
        /// The listeners.
        public let production: Value<ARN>
        public let test: Value<ARN>?
        /// `app/name/0123456789abcdef`: the load balancer as the ARNs of its rules name it.
        public let balancer: Value<String>

        public init(
            blue: Value<String>, green: Value<String>, production: Value<ARN>, test: Value<ARN>?,
            balancer: Value<String>
        ) {
            self.blue = blue
            self.green = green
            self.production = production
            self.test = test
            self.balancer = balancer
        }
    }

    public let group: Value<ARN>
    /// ECS refuses a target group that no listener forwards to yet: the listener, or the rule of it.
    public let listener: Name
    /// Given when CodeDeploy moves traffic between this group and another.
    public var shift: Shift?

    public init(group: Value<ARN>, listener: Name) {
        self.group = group
        self.listener = listener
    }
}
