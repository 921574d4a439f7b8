public import TerraneCore

/// A text of a compose file: literal, a value of the model, or something that a developer says in `.env`.
///
///     "postgresql://postgres:\(ComposeService.postgreSQLPassword)@database:5432/shop"
public struct ComposeText: Sendable {
    public enum Part: Sendable {
        /// Stands as it is, whatever it holds.
        case model(Expression)
        /// A variable of `.env` or of the shell, and what holds without it; nil if it must be said.
        case setting(String, fallback: String?)
    }

    public let parts: [Part]

    public init(_ parts: [Part]) {
        self.parts = parts
    }

    public init(_ text: String) {
        parts = [.model(.string(text))]
    }

    public static func value(_ value: Value<String>) -> ComposeText { ComposeText([.model(value.expression)]) }

    /// What the developer says, or `fallback`.
    public static func setting(_ name: String, default fallback: String) -> ComposeText {
        ComposeText([.setting(name, fallback: fallback)])
    }

    /// What the developer must say: Compose does not start without it.
    public static func required(_ name: String) -> ComposeText { ComposeText([.setting(name, fallback: nil)]) }

    var modelled: [Expression] {
        parts.compactMap { if case .model(let expression) = $0 { expression } else { nil } }
    }
}

extension ComposeText: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.model(.string(literal))) }
        }

        public mutating func appendInterpolation(_ text: ComposeText) { parts += text.parts }
        public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
        public mutating func appendInterpolation(_ port: Port) { appendLiteral(String(port.number)) }
        public mutating func appendInterpolation<Subject>(_ value: Value<Subject>) {
            parts.append(.model(value.expression))
        }
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }
}
