public import TerraneCore

/// What Datadog sorts and selects by: `env:production`.
public struct DatadogTag: Hashable, Sendable, ExpressibleByStringLiteral, ExpressionConvertible {
    public let text: String

    public init(stringLiteral text: String) {
        self.text = text
    }

    public init(_ key: String, _ value: String) {
        text = "\(key):\(value)"
    }

    public var expression: Expression { .string(text) }

    /// Whether Datadog keeps it as it is: it begins with a letter, and goes on with letters, digits and a few signs ("Getting
    /// Started with Tags", Datadog documentation).
    var isWellFormed: Bool {
        text.first.map(\.isLetter) == true && text.count <= 200
            && text.allSatisfy { $0.isLetter || $0.isNumber || "_-:./".contains($0) } && text.last != ":"
    }
}
