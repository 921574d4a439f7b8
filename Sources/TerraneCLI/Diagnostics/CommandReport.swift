import TerraneCore

/// What a command has to say to a program: one JSON document, whatever came of it.
struct CommandReport: Encodable {
    struct Note: Encodable {
        let text: String
        let file: String?
        let line: Int?
    }

    struct Item: Encodable {
        let severity: String
        let summary: String
        let help: String?
        let file: String?
        let line: Int?
        let notes: [Note]
    }

    let formatVersion = 1
    let diagnostics: [Item]
    // How a tree differs: `check`.
    var stale: [String]?
    var missing: [String]?
    var extra: [String]?
    // How many files a run changed: `synth`.
    var created: Int?
    var updated: Int?
    var removed: Int?
    var unchanged: Int?

    init(_ diagnostics: [Diagnostic], file: (SourceLocation) -> String) {
        self.diagnostics = diagnostics.map { diagnostic in
            Item(
                severity: diagnostic.severity.rawValue, summary: diagnostic.summary, help: diagnostic.help,
                file: diagnostic.location.map(file), line: diagnostic.location?.line,
                notes: diagnostic.notes.map {
                    Note(text: $0.text, file: $0.location.map(file), line: $0.location?.line)
                })
        }
    }
}
