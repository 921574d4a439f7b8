import TerraneCompiler

/// A property before and after: on a line if both are short, as the lines that changed if not.
struct ShownProperty {
    /// Longer values are compared line by line.
    private static let short = 60
    private static let width = 120
    private static let lineLimit = 10

    let name: String
    private let before: String?
    private let after: String?

    init(_ property: PropertyChange) {
        name = property.terraform ?? property.cloudFormation ?? ""
        before = property.before
        after = property.after
    }

    var isShort: Bool { [before, after].compactMap(\.self).allSatisfy(ShownProperty.isShort) }

    private static func isShort(_ text: String) -> Bool {
        text.unicodeScalars.count <= short && !text.utf8.contains(UInt8(ascii: "\n"))
    }

    /// Of a short one; `none` where there is no value.
    var values: (before: String, after: String) { (before ?? "none", after ?? "none") }

    /// Of a long one: what was removed and added, never more than a few lines, none of them long.
    var lines: [String] {
        let changed = UnifiedDiff(from: ShownProperty.pieces(before), to: ShownProperty.pieces(after)).lines
            .filter { $0.hasPrefix("-") || $0.hasPrefix("+") }
        let shown = changed.prefix(ShownProperty.lineLimit).map { ShownProperty.clipped($0, to: ShownProperty.width) }
        let rest = changed.count - shown.count
        return rest > 0 ? shown + ["… and \(rest) more line\(rest == 1 ? "" : "s")"] : shown
    }

    /// A text in lines; one that has none, such as a policy in JSON, is broken behind commas and braces.
    private static func pieces(_ text: String?) -> [UInt8] {
        guard let text, !text.isEmpty else { return [] }
        let newline = UInt8(ascii: "\n")
        let bytes = Array(text.utf8)
        guard !bytes.contains(newline) else { return bytes + [newline] }
        let ends = Set("{[,;".utf8)
        return bytes.flatMap { ends.contains($0) ? [$0, newline] : [$0] }
            + (ends.contains(bytes.last ?? 0) ? [] : [newline])
    }

    /// The beginning of a text, and how much more there is.
    static func clipped(_ text: String, to limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return VisibleText.of(text) }
        return "\(VisibleText.of(String(scalars.prefix(limit))))… (\(scalars.count - limit) more characters)"
    }
}
