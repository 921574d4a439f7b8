import TerraneCompiler
import TerraneCore

extension Report {
    /// A difference as findings, worst first, for annotations, code scanning and CI systems: each change by the worst that comes
    /// of it, those as bad as the threshold as errors.
    init(_ difference: DifferenceReport) {
        let changes = difference.changes.map { change in
            Finding(.consequence(of: change, isFailure: difference.isFailure(change)))
        }
        let renames = difference.suggestions.map { Finding(.looksRenamed($0)) }
        self.init(changes + renames + difference.removed.map { Finding(.stackDropped($0)) })
        exitCode = difference.exitCode
    }
}

extension Diagnostic {
    fileprivate static func consequence(of ranked: RankedChange, isFailure: Bool) -> Diagnostic {
        let change = ranked.change
        let shown = ShownConsequence.all(of: change)
        let worst = ranked.worst
        let thing = (change.subject == .resource ? "" : "\(change.subject.rawValue) ") + "'\(change.name)'"
        let grounds = (worst?.reasons ?? []).joined(separator: "; ")
        return Diagnostic(
            isFailure ? .error : ranked.kind.severity,
            "\(thing) of \(ranked.places): \(worst.map { "\($0.verdict): \($0.summary)" } ?? "changes")",
            help: grounds.isEmpty ? nil : grounds, at: change.source,
            notes: shown.dropFirst().prefix(5).map { Note("\($0.verdict): \($0.summary)") },
            rule: "diff/\(ranked.kind.rawValue)")
    }

    fileprivate static func looksRenamed(_ suggestion: RenameSuggestion) -> Diagnostic {
        Diagnostic(.warning, suggestion.summary, at: suggestion.source, rule: "diff/looks-renamed")
    }

    fileprivate static func stackDropped(_ stack: DifferenceReport.LoneStack) -> Diagnostic {
        Diagnostic(
            .warning, "the stack '\(stack.label)' is no longer there",
            help: "What was deployed of it, \(stack.counted), stays until somebody destroys it.",
            rule: "diff/stack-dropped")
    }
}

extension Consequence.Kind {
    fileprivate var severity: Diagnostic.Severity {
        switch self {
        case .dataLoss, .removal, .exposure, .permissions, .replacement, .downtime: .warning
        case .capacity, .other, .cosmetic: .note
        }
    }
}
