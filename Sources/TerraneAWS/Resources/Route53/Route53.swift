public import TerraneCore

/// Amazon Route 53.
public enum Route53 {
    /// `Z0123456789ABCDEFGHIJ`.
    public enum HostedZoneID: TextSubject, ParameterSubject {
        public static var cloudFormationType: String? { "AWS::Route53::HostedZone::Id" }
    }

    /// Where an alias record leads.
    public struct AliasTarget: Hashable, Sendable {
        public let host: Value<Host>
        public let zone: Value<HostedZoneID>
        /// Whether the answer depends on the health of what the alias leads to.
        public let evaluatesHealth: Bool

        public init(_ host: Value<Host>, zone: Value<HostedZoneID>, evaluatesHealth: Bool) {
            self.host = host
            self.zone = zone
            self.evaluatesHealth = evaluatesHealth
        }
    }

    /// Which of two records of one name is answered with ("Failover routing", Amazon Route 53 Developer Guide).
    public enum Failover: String, Hashable, Sendable, ExpressionConvertible {
        /// As long as its health check is well.
        case primary = "PRIMARY"
        /// When the primary is not.
        case secondary = "SECONDARY"
    }
    /// Which of several records of one name is answered with ("Choosing a routing policy", Amazon Route 53 Developer
    /// Guide).
    public enum Routing: Hashable, Sendable {
        /// There is one only.
        case simple
        case failover(Failover)
        /// Each in proportion to its weight, 0 to 255, under an identifier of its own.
        case weighted(Int, as: String)
        /// The one whose region is fastest to reach.
        case latency(Region)

        /// What tells the records of one name apart.
        var identifier: String? {
            switch self {
            case .simple: nil
            case .failover(let duty): duty.rawValue.lowercased()
            case .weighted(_, let identifier): identifier
            case .latency(let region): region.rawValue
            }
        }
    }
}
