import Foundation
import TerraneCore

/// Shows diagnostics to people, to programs, or to GitHub.
struct DiagnosticPrinter {
    /// GitHub shows about ten annotations of a kind for a step.
    private static let annotationLimit = 10

    let console: Console
    let sources: SourceIndex

    init(_ console: Console, sources: SourceIndex = SourceIndex()) {
        self.console = console
        self.sources = sources
    }

    func show(_ diagnostics: [Diagnostic]) {
        switch console.format {
        case .text: text(diagnostics)
        case .json: console.data(json(diagnostics))
        case .github: annotations(diagnostics)
        }
    }

    // MARK: Text

    private func text(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            console.say(
                "\(place(diagnostic.location))\(label(diagnostic.severity)) \(console.paint(diagnostic.summary, .bold))"
            )
            if let help = diagnostic.help { console.say("  \(help)") }
            for note in diagnostic.notes { console.say("  \(place(note.location))\(label(.note)) \(note.text)") }
        }
        if !diagnostics.isEmpty { console.say(DiagnosticPrinter.count(diagnostics)) }
    }

    private func place(_ location: SourceLocation?) -> String {
        location.map { "\(sources.path(of: $0)):\($0.line): " } ?? ""
    }

    private func label(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: console.paint("error:", .red)
        case .warning: console.paint("warning:", .yellow)
        case .note: console.paint("note:", .cyan)
        }
    }

    static func count(_ diagnostics: [Diagnostic]) -> String {
        func count(_ severity: Diagnostic.Severity) -> String? {
            let number = diagnostics.count { $0.severity == severity }
            return number == 0 ? nil : "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
        }
        return Diagnostic.Severity.allCases.compactMap(count).joined(separator: ", ")
    }

    // MARK: GitHub

    private func annotations(_ diagnostics: [Diagnostic]) {
        for severity in Diagnostic.Severity.allCases {
            let ofThisKind = diagnostics.filter { $0.severity == severity }
            let kind = severity == .note ? "notice" : severity.rawValue
            for diagnostic in ofThisKind.prefix(DiagnosticPrinter.annotationLimit) {
                console.data(annotation(diagnostic, kind))
            }
            let rest = ofThisKind.count - DiagnosticPrinter.annotationLimit
            if rest > 0 { console.data("\(rest) more of kind '\(kind)' are in the log of the text format.") }
        }
    }

    /// A workflow command ("Workflow commands for GitHub Actions", GitHub Docs).
    private func annotation(_ diagnostic: Diagnostic, _ kind: String) -> String {
        let place = diagnostic.location.map { " file=\(escapedProperty(sources.path(of: $0))),line=\($0.line)" } ?? ""
        let message = [diagnostic.summary, diagnostic.help].compactMap(\.self).joined(separator: "\n")
        return "::\(kind)\(place)::\(escaped(message))"
    }

    private func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: "\r", with: "%0D")
            .replacingOccurrences(of: "\n", with: "%0A")
    }

    private func escapedProperty(_ text: String) -> String {
        escaped(text).replacingOccurrences(of: ":", with: "%3A").replacingOccurrences(of: ",", with: "%2C")
    }

    // MARK: JSON

    private struct Report: Encodable {
        struct Item: Encodable {
            let severity: String
            let summary: String
            let help: String?
            let file: String?
            let line: Int?
            let notes: [Note]
        }

        struct Note: Encodable {
            let text: String
            let file: String?
            let line: Int?
        }

        let formatVersion = 1
        let diagnostics: [Item]
    }

    private func json(_ diagnostics: [Diagnostic]) -> String {
        let items = diagnostics.map { diagnostic in
            Report.Item(
                severity: diagnostic.severity.rawValue, summary: diagnostic.summary, help: diagnostic.help,
                file: diagnostic.location.map { sources.path(of: $0) }, line: diagnostic.location?.line,
                notes: diagnostic.notes.map { note in
                    Report.Note(
                        text: note.text, file: note.location.map { sources.path(of: $0) }, line: note.location?.line)
                })
        }
        return JSONText.encode(Report(diagnostics: items))
    }
}
