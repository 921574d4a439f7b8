/// A value without parts.
public enum Scalar: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
}

extension Scalar {
    /// The text that stands for the value in a file.
    var text: String {
        switch self {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): Scalar.text(of: number)
        case .string(let text): text
        }
    }

    /// The shortest digits that come back as the same number. YAML 1.1 takes `1e+22` for text unless it has a point.
    private static func text(of number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        let digits = "\(number)"
        guard !digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
        let parts = digits.split(separator: "e", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0]).0e\(parts[1])" : digits
    }
}
