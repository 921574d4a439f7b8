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

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
