import TerraneCompiler

/// An annotation, as a workflow command ("Workflow commands for GitHub Actions", GitHub Docs).
struct WorkflowCommand: CustomStringConvertible {
    /// GitHub shows about ten annotations of a kind for a step.
    static let limit = 10

    let kind: String
    let file: String?
    let line: Int?
    let message: String

    var description: String {
        let place = [file.map { "file=\(WorkflowCommand.property($0))" }, line.map { "line=\($0)" }].compactMap(\.self)
        return "::\(kind)\(place.isEmpty ? "" : " ")\(place.joined(separator: ","))::\(WorkflowCommand.data(message))"
    }

    private static func data(_ text: String) -> String { VisibleText.of(escaped(text, "%\r\n")) }

    private static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

    /// Scalar by scalar: to Swift a carriage return and the newline behind it are one character.
    private static func escaped(_ text: String, _ marks: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if marks.unicodeScalars.contains(scalar) {
                escaped += scalar.value < 0x10 ? "%0" : "%"
                escaped += String(scalar.value, radix: 16, uppercase: true)
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
