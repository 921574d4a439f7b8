import TerraneCompiler
import TerraneCore
import TerraneXML

/// Of XML, not of a body.
private typealias Element = TerraneXML.Element

/// A report in the form of JUnit's, which every CI system shows: a suite for Terrane and for each tool, a case for each finding.
///
/// There is no standard; the elements and attributes are those that Jenkins takes (`junit-10.xsd` of its xUnit plugin).
struct JUnitDocument {
    let report: Report
    let place: (SourceLocation) -> String

    var document: TerraneXML.Document {
        let suites = [suite("terrane", report.findings.filter { $0.tool == nil })] + report.tools.map(suite)
        let cases = suites.flatMap(\.elements)
        return TerraneXML.Document(
            Element(
                name: "testsuites",
                attributes: [.init("name", "terrane")] + JUnitDocument.counts(cases, ["tests", "failures", "errors"]),
                children: suites.map { .element($0) }))
    }

    private func suite(_ outcome: ToolOutcome) -> Element {
        switch outcome.fate {
        case .judged: suite(outcome.tool, report.findings.filter { $0.tool == outcome.tool })
        case .skipped(let reason):
            suite(outcome.tool, cases: [testCase("did not run", of: outcome.tool, [mark("skipped", reason)])])
        case .failed(let reason):
            suite(outcome.tool, cases: [testCase("failed", of: outcome.tool, [mark("error", reason)])])
        }
    }

    private func suite(_ name: String, _ findings: [Finding]) -> Element {
        let cases = findings.map { testCase($0.diagnostic.summary, of: $0.rule, [content($0)]) }
        return suite(name, cases: cases.isEmpty ? [testCase("nothing was found", of: name, [])] : cases)
    }

    private func suite(_ name: String, cases: [Element]) -> Element {
        Element(
            name: "testsuite",
            attributes: [.init("name", name)]
                + JUnitDocument.counts(cases, ["tests", "failures", "errors", "skipped"]),
            children: cases.map { .element($0) })
    }

    private func testCase(_ name: String, of owner: String, _ content: [Element]) -> Element {
        Element(
            "testcase", ["classname": JUnitDocument.shown(owner), "name": JUnitDocument.shown(name)],
            content.map { .element($0) })
    }

    /// A failure if it is one; else what was found, in a case that passes.
    private func content(_ finding: Finding) -> Element {
        let text = JUnitDocument.text(finding.diagnostic, place)
        guard report.isFailure(finding) else { return Element("system-out", [:], [.text(text)]) }
        return Element(
            "failure",
            ["type": finding.severity.rawValue, "message": JUnitDocument.shown(finding.diagnostic.summary)],
            [.text(text)])
    }

    private func mark(_ name: String, _ reason: String) -> Element {
        Element(name, ["message": JUnitDocument.shown(reason)])
    }

    private static func text(_ diagnostic: Diagnostic, _ place: (SourceLocation) -> String) -> String {
        func line(_ location: SourceLocation?, _ text: String) -> String {
            JUnitDocument.shown((location.map { "\(place($0)): " } ?? "") + text)
        }
        return
            ([line(diagnostic.location, "\(diagnostic.severity.rawValue): \(diagnostic.summary)")]
            + (diagnostic.help.map { [line(nil, $0)] } ?? [])
            + diagnostic.notes.map { line($0.location, "note: \($0.text)") }).joined(separator: "\n")
    }

    /// The two that XML cannot carry though they command nothing ("Extensible Markup Language (XML) 1.0", section 2.2).
    private static func shown(_ text: String) -> String {
        VisibleText.of(text).replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
    }

    /// How many cases there are, and how many have a mark.
    private static func counts(_ cases: [Element], _ names: [String]) -> [Element.Attribute] {
        let marks = ["failures": "failure", "errors": "error", "skipped": "skipped"]
        return names.map { name in
            let count = marks[name].map { mark in cases.count { $0.elements.contains { $0.name == mark } } }
            return .init(name, String(count ?? cases.count))
        }
    }
}
