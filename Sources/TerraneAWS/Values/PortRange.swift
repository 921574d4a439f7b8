public import TerraneCore

/// Ports that something listens at: one, or a range.
public struct PortRange: Hashable, Sendable, ExpressibleByIntegerLiteral {
    public let first: Port
    public let last: Port

    public init(_ ports: ClosedRange<Int>) {
        first = Port(ports.lowerBound)
        last = Port(ports.upperBound)
    }

    public init(_ port: Port) {
        first = port
        last = port
    }

    public init(integerLiteral port: Int) {
        self.init(Port(port))
    }
}

extension PortRange: CustomStringConvertible {
    public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
