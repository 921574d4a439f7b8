/// A remark to the reader.
public struct Comment: Hashable, Sendable {
    public enum Style: Hashable, Sendable {
        /// `# to the end of the line`
        case hash
        /// `// to the end of the line`
        case slashes
        /// `/* up to the closing mark */`
        case block
    }

    public var style: Style
    /// Everything after the opening mark (and before the closing one), usually with its leading space.
    public var content: String

    /// A comment that says `text`, with a space after its mark.
    ///
    /// A `#` or `//` comment of several lines prints as so many comments when it has lines of its own, and joined with
    /// spaces when it ends a line.
    public init(_ text: String, style: Style = .hash) {
        self.style = style
        content = style == .block ? " \(text) " : text.isEmpty ? "" : " \(text)"
    }

    /// A comment exactly as written between its marks.
    public init(content: String, style: Style) {
        self.style = style
        self.content = content
    }
}
