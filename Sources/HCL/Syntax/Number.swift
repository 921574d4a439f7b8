/// A number as it is written, so that neither digits nor notation are lost.
public struct Number: Hashable, Sendable {
    /// The literal, with a leading minus if negative: `80`, `-1`, `0.75`, `1e9`.
    public let literal: String

    public init(_ value: some BinaryInteger) {
        literal = String(value)
    }

    /// A finite number; nil for infinities and NaN, which HCL cannot write.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let text = String(value)
        literal = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The literal as it stands; nil unless it is digits, a fraction and an exponent as HCL writes them.
    public init?(literal: String) {
        guard Number.isLiteral(literal.utf8) else { return nil }
        self.literal = literal
    }

    init(unchecked literal: String) {
        self.literal = literal
    }

    var isNegative: Bool { literal.utf8.first == UInt8(ascii: "-") }

    static func isLiteral(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard dropDigits(&rest) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard dropDigits(&rest) else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            guard dropDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func dropDigits(_ rest: inout String.UTF8View.SubSequence) -> Bool {
        let count = rest.count
        rest = rest.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return rest.count < count
    }
}

extension Number: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}
