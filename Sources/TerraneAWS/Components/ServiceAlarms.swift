public import TerraneCore

/// The alarms that every service behind a load balancer wants: its tasks' CPU and memory, errors and slow answers, healthy
/// tasks, connections of its database. The warnings go to everybody, what is critical to whoever is paged.
///
///     ServiceAlarms("shop", of: web, behind: balancer, on: database.metrics, notify: oncall)
public struct ServiceAlarms: Component {
    /// When each goes off.
    public struct Thresholds: Sendable {
        public var cpu = Threshold.percent(80)
        public var memory = Threshold.percent(85)
        /// Errors in a minute.
        public var errors: Threshold = 10
        /// Fewer healthy tasks than these.
        public var healthyTasks: Threshold = 2
        /// Of the connections that the database takes.
        public var connections = Threshold.percent(80)
        /// The slowest answer in a hundred, for three minutes.
        public var responseTime = Threshold.milliseconds(1000)

        public init() {}
    }

    public var declaration: Declaration
    public let service: FargateService
    public let balancer: LoadBalancer
    public let database: any DatabaseMetrics
    public let destination: any AlertDestination
    public let thresholds: Thresholds

    public init(
        _ name: Name, of service: FargateService, behind balancer: LoadBalancer, on database: any DatabaseMetrics,
        notify destination: any AlertDestination, thresholds: Thresholds = Thresholds(), file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.service = service
        self.balancer = balancer
        self.database = database
        self.destination = destination
        self.thresholds = thresholds
    }

    public var body: Content {
        alarm("cpu", on: service.metrics.cpu, above: thresholds.cpu, for: .minutes(10), .warning)
        alarm("memory", on: service.metrics.memory, above: thresholds.memory, for: .minutes(10), .warning)
        alarm(
            "errors", on: metrics.targetErrors.every(.minutes(1)), above: thresholds.errors, for: .minutes(1), .critical
        )
        Alarm(
            name / "healthy-tasks", on: metrics.healthyTargets.every(.minutes(1)), below: thresholds.healthyTasks,
            notify: destination, file: source.file, line: source.line
        )
        .whenDataIsMissing(.breaching)
        alarm("connections", on: database.connectionShare, above: thresholds.connections, for: .minutes(5), .warning)
        alarm(
            "slow", on: metrics.responseTime.statistic(.p99).every(.minutes(1)), above: thresholds.responseTime,
            for: .minutes(3), .warning)
    }

    private var metrics: LoadBalancer.Metrics { balancer.metrics }

    private func alarm(
        _ part: String, on metric: Metric, above threshold: Threshold, for duration: TimeSpan, _ severity: AlarmSeverity
    ) -> Alarm {
        Alarm(
            name / part, on: metric, above: threshold, for: duration, severity: severity, notify: destination,
            file: source.file, line: source.line)
    }
}
