/// A template of whole lines, each with its newline, between `<<MARKER` and `MARKER`.
///
/// The text must end with a newline (or be empty); one that does not, or that a heredoc cannot write (a lone carriage
/// return), prints as a quoted template of the same value.
///
/// An indented heredoc (`<<-`) takes the indentation that its lines share away. Its template holds the text without it,
/// and the printer indents it to fit; but when any sequence in it has a tilde, which changes what HCL counts as the
/// start of a line, the template holds the lines as written and the printer leaves them alone.
public struct Heredoc: Hashable, Sendable {
    public var template: Template
    public var marker: String
    public var isIndented: Bool

    public init(_ template: Template, marker: String = "EOT", isIndented: Bool = false) {
        self.template = template
        self.marker = marker
        self.isIndented = isIndented
    }

    public init(_ text: String, marker: String = "EOT", isIndented: Bool = false) {
        self.init(Template(text), marker: marker, isIndented: isIndented)
    }
}
