public import TerraneAWS

/// What Atlas measures of the hosts of a project ("Review Alert Conditions", MongoDB Atlas documentation).
public struct AtlasMetric: Hashable, Sendable {
    public let name: String
    public let measures: Threshold.Kind

    /// A metric that has no name here yet.
    public init(_ name: String, measures: Threshold.Kind) {
        self.name = name
        self.measures = measures
    }

    /// The share of the allowed connections that are open.
    public static let connections = AtlasMetric("CONNECTIONS_PERCENT", measures: .percentage)
    /// The share of the data disk that is full.
    public static let diskSpace = AtlasMetric("DISK_PARTITION_SPACE_USED_DATA", measures: .percentage)
    /// The share of time in which the data disk is busy.
    public static let diskUtilization = AtlasMetric("DISK_PARTITION_UTILIZATION_DATA", measures: .percentage)
    /// Processor time in user mode, over all processors.
    public static let cpu = AtlasMetric("NORMALIZED_SYSTEM_CPU_USER", measures: .percentage)
    public static let memory = AtlasMetric("SYSTEM_MEMORY_PERCENT_USED", measures: .percentage)
    /// Documents looked at for each one found: missing indexes.
    public static let scannedPerReturned = AtlasMetric(
        "QUERY_TARGETING_SCANNED_OBJECTS_PER_RETURNED", measures: .count)
    /// How far a secondary is behind.
    public static let replicationLag = AtlasMetric("OPLOG_SLAVE_LAG_MASTER_TIME", measures: .time)

    /// The threshold as Atlas is told: a number and its unit; nil when it measures something else.
    func threshold(_ threshold: Threshold) -> (number: Double, unit: String)? {
        guard threshold.kind == measures else { return nil }
        return measures == .time ? (threshold.amount, "MILLISECONDS") : (threshold.amount, "RAW")
    }
}
