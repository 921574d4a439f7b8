import TerraneCore
import TerraneSchemas

/// The words in which schemas are spoken of.
extension Diagnostic {
    /// `'a', 'b' or 'c'`
    static func quoted(_ names: [String], _ conjunction: String) -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    /// The first of many names.
    static func listed(_ names: [String]) -> String {
        names.count > 12
            ? names.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + " and \(names.count - 12) more"
            : quoted(names, "or")
    }

    static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(57) + "…" : text
    }

    static func counted(_ count: Int, _ what: String) -> String {
        "\(count) \(count == 1 ? String(what.dropLast()) : what)"
    }

    static func described(_ bounds: ClosedRange<Int>) -> String {
        if bounds.lowerBound == bounds.upperBound { return "\(bounds.lowerBound)" }
        if bounds.upperBound == Int.max { return "\(bounds.lowerBound) or more" }
        return bounds.lowerBound == 0 ? "at most \(bounds.upperBound)" : "\(bounds.lowerBound) to \(bounds.upperBound)"
    }

    static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}

extension SchemaRange {
    /// `1 to 10`, `more than 0`.
    var description: String {
        if let minimum, let maximum { return "\(Diagnostic.number(minimum)) to \(Diagnostic.number(maximum))" }
        let bounds = [
            minimum.map { "\(Diagnostic.number($0)) or more" }, maximum.map { "at most \(Diagnostic.number($0))" },
            above.map { "more than \(Diagnostic.number($0))" }, below.map { "less than \(Diagnostic.number($0))" },
        ]
        return bounds.compactMap(\.self).joined(separator: ", ")
    }
}

extension SchemaTypes {
    /// `a text or a list`
    var description: String {
        let names: [(SchemaTypes, String)] = [
            (.object, "an object"), (.list, "a list"), (.text, "a text"), (.integer, "an integer"),
            (.number, "a number"), (.boolean, "true or false"), (.null, "null"),
        ]
        return names.filter { contains($0.0) }.map(\.1).joined(separator: " or ")
    }
}
