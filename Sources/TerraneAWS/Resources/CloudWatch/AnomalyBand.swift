public import TerraneCore

extension CloudWatch {
    /// The range that a metric is expected in, learnt from its past: the wider, the fewer the alarms.
    public struct AnomalyBand: Hashable, Sendable {
        /// Which side of the band is out of the ordinary.
        public enum Edge: String, Hashable, Sendable, ExpressionConvertible {
            case both = "LessThanLowerOrGreaterThanUpperThreshold"
            case upper = "GreaterThanUpperThreshold"
            case lower = "LessThanLowerThreshold"
        }

        /// Half the width in standard deviations.
        public let deviations: Double
        public let edge: Edge

        /// `.band(2)` is left on either side, `.band(2, .upper)` only upwards.
        public static func band(_ deviations: Double, _ edge: Edge = .both) -> AnomalyBand {
            AnomalyBand(deviations: deviations, edge: edge)
        }
    }
}
