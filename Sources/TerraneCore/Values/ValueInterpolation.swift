/// Text with values inside, `"rediss://\(cache.endpoint):6379"`, that keeps its references as references.
public struct ValueInterpolation: StringInterpolationProtocol {
    var parts: [Expression] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
        parts.reserveCapacity(interpolationCount * 2 + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
        guard !literal.isEmpty else { return }
        if case .string(let text)? = parts.last {
            parts[parts.count - 1] = .string(text + literal)
        } else {
            parts.append(.string(literal))
        }
    }

    public mutating func appendInterpolation<Subject>(_ value: Value<Subject>) {
        append(value.expression)
    }

    public mutating func appendInterpolation<Subject>(_ parameter: Parameter<Subject>) {
        append(parameter.value.expression)
    }

    public mutating func appendInterpolation(_ text: String) {
        appendLiteral(text)
    }

    public mutating func appendInterpolation(_ text: Substring) {
        appendLiteral(String(text))
    }

    public mutating func appendInterpolation(_ number: Int) {
        appendLiteral(String(number))
    }

    public mutating func appendInterpolation(_ name: Name) {
        appendLiteral(name.path)
    }

    public mutating func appendInterpolation(_ region: Region) {
        appendLiteral(region.rawValue)
    }

    public mutating func appendInterpolation(_ environment: DeploymentEnvironment) {
        appendLiteral(environment.name)
    }

    private mutating func append(_ expression: Expression) {
        switch expression {
        case .string(let text): appendLiteral(text)
        case .integer(let number): appendLiteral(String(number))
        case .interpolation(let inner): inner.forEach { append($0) }
        default: parts.append(expression)
        }
    }

    var expression: Expression {
        switch parts.count {
        case 0: .string("")
        case 1 where parts[0].text != nil: parts[0]
        default: .interpolation(parts)
        }
    }
}

extension Value: ExpressibleByStringInterpolation where Subject: TextSubject {
    public init(stringInterpolation: ValueInterpolation) {
        self.init(stringInterpolation.expression)
    }
}

extension DefaultStringInterpolation {
    /// A value is known only once deployed, so a plain `String` cannot hold it: use a `Value<String>`.
    @available(*, deprecated, message: "a Value cannot become a String; make the text a Value<String>")
    public mutating func appendInterpolation<Subject>(_ value: Value<Subject>) {
        appendLiteral("")
    }

    /// A parameter is given at deployment, so a plain `String` cannot hold it: use a `Value<String>`.
    @available(*, deprecated, message: "a Parameter cannot become a String; make the text a Value<String>")
    public mutating func appendInterpolation<Subject>(_ parameter: Parameter<Subject>) {
        appendLiteral("")
    }
}
