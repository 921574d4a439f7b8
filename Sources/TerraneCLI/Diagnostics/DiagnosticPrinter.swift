import TerraneCore

/// Shows diagnostics to people, to programs, or to GitHub.
struct DiagnosticPrinter {
    let console: Console
    let sources: SourceIndex

    init(_ console: Console, sources: SourceIndex = SourceIndex()) {
        self.console = console
        self.sources = sources
    }

    /// Shows all there is to say. In JSON that is a whole document: a command says it once, at its end.
    func show(_ diagnostics: [Diagnostic]) {
        switch console.format {
        case .text: text(diagnostics)
        case .json: console.data(JSONText.encode(report(diagnostics)))
        case .github: annotations(diagnostics)
        }
    }

    func report(_ diagnostics: [Diagnostic]) -> CommandReport {
        CommandReport(diagnostics, file: file)
    }

    private func file(_ location: SourceLocation) -> String {
        sources.path(of: location).map(ShownPath.of) ?? location.file
    }

    // MARK: Text

    private func text(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            let summary = console.paint(VisibleText.of(diagnostic.summary), .bold)
            console.say("\(place(diagnostic.location))\(label(diagnostic.severity)) \(summary)")
            if let help = diagnostic.help { console.say(DiagnosticPrinter.indented(help)) }
            for note in diagnostic.notes {
                console.say("  \(place(note.location))\(label(.note)) \(VisibleText.of(note.text))")
            }
        }
        if !diagnostics.isEmpty { console.say(DiagnosticPrinter.count(diagnostics)) }
    }

    private static func indented(_ text: String) -> String {
        VisibleText.of(text).split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
            .joined(separator: "\n")
    }

    private func place(_ location: SourceLocation?) -> String {
        location.map { "\(file($0)):\($0.line): " } ?? ""
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
            for diagnostic in ofThisKind.prefix(WorkflowCommand.limit) { console.data(annotation(diagnostic, kind)) }
            let rest = ofThisKind.count - WorkflowCommand.limit
            if rest > 0 { console.data("\(rest) more of kind '\(kind)' are in the log of the text format.") }
        }
    }

    private func annotation(_ diagnostic: Diagnostic, _ kind: String) -> String {
        let file = diagnostic.location.map { sources.path(of: $0).map(ShownPath.inWorkspace) ?? $0.file }
        let message = [diagnostic.summary, diagnostic.help].compactMap(\.self).joined(separator: "\n")
        return WorkflowCommand(kind: kind, file: file, line: diagnostic.location?.line, message: message).description
    }
}
