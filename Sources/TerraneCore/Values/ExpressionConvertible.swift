/// Something that can stand in a row of a bilingual table.
public protocol ExpressionConvertible {
    var expression: Expression { get }
}

extension Expression: ExpressionConvertible {
    public var expression: Expression { self }
}

extension String: ExpressionConvertible {
    public var expression: Expression { .string(self) }
}

extension Int: ExpressionConvertible {
    public var expression: Expression { .integer(self) }
}

extension Double: ExpressionConvertible {
    public var expression: Expression { .number(self) }
}

extension Bool: ExpressionConvertible {
    public var expression: Expression { .boolean(self) }
}

extension Array: ExpressionConvertible where Element: ExpressionConvertible {
    public var expression: Expression { .list(map { $0.expression }) }
}

extension Optional: ExpressionConvertible where Wrapped: ExpressionConvertible {
    public var expression: Expression { self?.expression ?? .null }
}

/// An enumeration whose raw value is the word that both targets use opts in by declaring conformance.
extension ExpressionConvertible where Self: RawRepresentable, RawValue: ExpressionConvertible {
    public var expression: Expression { rawValue.expression }
}

extension Region: ExpressionConvertible {}
