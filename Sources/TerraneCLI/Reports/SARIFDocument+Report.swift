import Foundation
import TerraneCore

extension SARIFDocument {
    /// The name by which results say that their paths begin at the root of the checkout.
    static let root = "%SRCROOT%"

    /// - parameter path: the whole path of the file that a location means, or its name where there is none.
    init(_ report: Report, path: (SourceLocation) -> String) {
        var rules: [String: Int] = [:]
        var listed: [Rule] = []
        for finding in report.findings where rules[finding.rule] == nil {
            rules[finding.rule] = listed.count
            listed.append(Rule(id: finding.rule, defaultConfiguration: .init(level: finding.severity.rawValue)))
        }
        var twins: [String: Int] = [:]
        let results = report.findings.map { finding in
            Result(finding, index: rules[finding.rule] ?? 0, twins: &twins, path: path)
        }
        runs = [
            Run(
                tool: Tool(report, rules: listed), invocations: [Invocation(report)],
                originalUriBaseIds: [SARIFDocument.root: Base(description: Text(text: "The root of the checkout."))],
                results: results)
        ]
    }
}

extension SARIFDocument.Tool {
    init(_ report: Report, rules: [SARIFDocument.Rule]) {
        driver = SARIFDocument.Component(
            name: "Terrane", version: TerraneRelease.version, rules: rules)
        let judges = report.tools.filter { if case .judged = $0.fate { true } else { false } }
        extensions =
            judges.isEmpty ? nil : judges.map { SARIFDocument.Component(name: $0.tool, version: $0.version) }
    }
}

extension SARIFDocument.Invocation {
    init(_ report: Report) {
        executionSuccessful = !report.tools.contains(where: \.isTrouble)
        exitCode = report.exitCode
        let notes = report.tools.compactMap(SARIFDocument.Notification.init)
        toolExecutionNotifications = notes.isEmpty ? nil : notes
    }
}

extension SARIFDocument.Notification {
    /// Says of a tool that it did not run; nil for one that did.
    init?(_ outcome: ToolOutcome) {
        switch outcome.fate {
        case .judged: return nil
        case .skipped: descriptor = Descriptor(id: "tool-did-not-run")
        case .failed: descriptor = Descriptor(id: "tool-failed")
        }
        level = outcome.isTrouble ? "error" : "note"
        message = SARIFDocument.Text(text: outcome.summary)
    }
}

extension SARIFDocument.Result {
    init(
        _ finding: Finding, index: Int, twins: inout [String: Int], path: (SourceLocation) -> String
    ) {
        let diagnostic = finding.diagnostic
        ruleId = finding.rule
        ruleIndex = index
        level = diagnostic.severity.rawValue
        message = SARIFDocument.Text(
            text: [diagnostic.summary, diagnostic.help].compactMap(\.self).joined(separator: "\n"))
        locations = diagnostic.location.map { [SARIFDocument.Location($0, path: path)] } ?? []
        let related = diagnostic.notes.enumerated().map { number, note in
            SARIFDocument.Location(note, id: number + 1, path: path)
        }
        relatedLocations = related.isEmpty ? nil : related
        // The line is left out: a finding stays the same one when lines are added above it.
        let identity = [finding.rule, diagnostic.location?.file ?? "", diagnostic.summary].joined(separator: "\u{0}")
        twins[identity, default: 0] += 1
        partialFingerprints = ["terraneFinding/v1": Fingerprint.of(identity) + ":\(twins[identity, default: 1])"]
    }
}

extension SARIFDocument.Location {
    init(_ location: SourceLocation, path: (SourceLocation) -> String) {
        physicalLocation = SARIFDocument.PhysicalLocation(
            artifactLocation: SARIFDocument.ArtifactLocation(path(location)),
            region: .init(startLine: max(1, location.line)))
    }

    init(_ note: Diagnostic.Note, id: Int, path: (SourceLocation) -> String) {
        if let location = note.location { self.init(location, path: path) } else { self.init() }
        self.id = id
        message = SARIFDocument.Text(text: note.text)
    }
}

extension SARIFDocument.ArtifactLocation {
    /// A path of the checkout relative to its root, any other one as a URI of its own.
    init(_ path: String) {
        let shown = ShownPath.inRepository(path)
        let isInside = !shown.hasPrefix("/") && !shown.hasPrefix("..")
        uri = (isInside ? "" : "file://") + (shown.addingPercentEncoding(withAllowedCharacters: .sarifPath) ?? shown)
        uriBaseId = isInside ? SARIFDocument.root : nil
    }
}

extension CharacterSet {
    /// A colon in the first part of a relative path would make it a scheme.
    fileprivate static let sarifPath = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ":"))
}

/// A number for a text, the same on every machine (FNV-1a, 64 bits).
enum Fingerprint {
    static func of(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
