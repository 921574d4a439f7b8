public import TerraneCore

/// The number at which an alarm goes off, with its unit: `.percent(80)`, `.milliseconds(500)`, or a bare `100` for a
/// count. It must suit the metric: a percentage says nothing about a queue's length.
public struct Threshold: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// What the number measures.
    public enum Kind: String, Hashable, Sendable {
        case percentage = "a percentage"
        case count = "a number of things"
        case time = "a length of time"
        case size = "an amount of data"
    }

    public let kind: Kind
    /// In percent, things, milliseconds or bytes.
    public let amount: Double

    public static func percent(_ share: Double) -> Threshold { Threshold(kind: .percentage, amount: share) }
    public static func count(_ number: Double) -> Threshold { Threshold(kind: .count, amount: number) }
    public static func milliseconds(_ number: Double) -> Threshold { Threshold(kind: .time, amount: number) }
    public static func seconds(_ number: Double) -> Threshold { Threshold(kind: .time, amount: number * 1000) }
    public static func size(_ size: DataSize) -> Threshold {
        Threshold(kind: .size, amount: Double(size.inMebibytes) * 1_048_576)
    }

    public init(integerLiteral number: Int) {
        self.init(kind: .count, amount: Double(number))
    }

    public init(floatLiteral number: Double) {
        self.init(kind: .count, amount: number)
    }

    private init(kind: Kind, amount: Double) {
        self.kind = kind
        self.amount = amount
    }

    /// The number in the unit of a metric; nil when it measures something else.
    public func value(in unit: Metric.Unit) -> Double? {
        guard unit.measures == kind else { return nil }
        return unit == .seconds ? amount / 1000 : amount
    }
}

extension Threshold: CustomStringConvertible {
    public var description: String {
        switch kind {
        case .percentage: "\(Metric.text(of: amount)) %"
        case .count: Metric.text(of: amount)
        case .time: "\(Metric.text(of: amount)) ms"
        case .size: "\(Metric.text(of: amount)) bytes"
        }
    }
}

extension Metric.Unit {
    /// What data points in this unit measure.
    public var measures: Threshold.Kind {
        switch self {
        case .percent: .percentage
        case .count, .none: .count
        case .seconds, .milliseconds: .time
        case .bytes: .size
        }
    }
}
