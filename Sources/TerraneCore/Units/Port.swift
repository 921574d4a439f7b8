/// A TCP or UDP port number.
public struct Port: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressionConvertible {
    public let number: Int

    public init(integerLiteral number: Int) {
        self.number = number
    }

    public init(_ number: Int) {
        self.number = number
    }

    public static let http: Port = 80
    public static let https: Port = 443
    public static let redis: Port = 6379
    public static let mongoDB: Port = 27017
    public static let mySQL: Port = 3306
    public static let postgreSQL: Port = 5432

    public var expression: Expression {
        if (0...65535).contains(number) { return .integer(number) }
        return .malformed(
            MalformedLiteral(
                String(number), problem: "\(number) is not a port", help: "Ports are numbers from 0 to 65535."))
    }
}

extension Port: CustomStringConvertible {
    public var description: String { String(number) }
}
