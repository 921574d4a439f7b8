import Foundation
import TerraneCompiler
import TerraneCore

extension Console {
    /// Says how many files of a folder a run changed, and in a document what was found on the way.
    func show(_ changes: OutputFolder.Changes, of folder: URL, _ diagnostics: [Diagnostic]) {
        say(
            "\(ShownPath.of(folder.path)): \(changes.created) created, \(changes.updated) updated, "
                + "\(changes.removed) removed, \(changes.unchanged) unchanged")
        switch format {
        case .json:
            var report = DiagnosticPrinter(self).report(diagnostics)
            report.created = changes.created
            report.updated = changes.updated
            report.removed = changes.removed
            report.unchanged = changes.unchanged
            data(JSONText.encode(report))
        case .sarif, .junit: DiagnosticPrinter(self).show(diagnostics)
        case .text, .github: break
        }
    }
}
