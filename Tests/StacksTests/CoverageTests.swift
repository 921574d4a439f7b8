import Foundation
import Testing

/// `stacks/COVERAGE.md` says where each section of the systems' documents is carried out. What it names must be there.
///
/// With `UPDATE_GOLDEN=1` the line numbers are brought up to date, *and* a change is reported, so that such a run fails.
@Suite struct CoverageTests {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let file = repository.appendingPathComponent("stacks/COVERAGE.md")

    @Test func whatTheChecklistNamesIsThere() throws {
        var checklist = Checklist(try String(contentsOf: Self.file, encoding: .utf8), in: Self.file)
        #expect(checklist.places.count > 200, "the checklist names hardly anything")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try checklist.renumber() }
        let problems = checklist.problems
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test func everyRowNamesAnArtifactAndALineOrSaysWhyNot() throws {
        let checklist = Checklist(try String(contentsOf: Self.file, encoding: .utf8), in: Self.file)
        let problems = checklist.rows.filter { !$0.isCarried && !$0.isExplained }.map { "\($0.section): \($0.text)" }
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test(arguments: [
        ("[a](Main.swift#L1) `import Nothing`", "line 1 of Main.swift does not say `import Nothing`"),
        ("[a](Main.swift#L9999) `import Terrane`", "Main.swift has no line 9999"),
        ("[a](Missing.swift#L1) `x`", "there is no file Missing.swift"),
        ("[a](Main.swift) `no such text`", "Main.swift does not say `no such text`"),
        ("[a](Main.swift)", "Main.swift is named without what to find in it"),
    ])
    func whatIsNotThereIsFound(row: String, problem: String) {
        #expect(Checklist(row, in: Self.file).problems == [problem])
    }

    @Test func whatIsThereIsFine() {
        #expect(Checklist("[a](Main.swift#L1) `import Terrane`", in: Self.file).problems.isEmpty)
        #expect(Checklist("[a](Main.swift) `@main`", in: Self.file).problems.isEmpty)
    }
}

/// The checklist as text, and the places that its links lead to.
private struct Checklist {
    /// A link, and the code behind it that must be found there: `[Main.swift](Main.swift#L1) `import Terrane``.
    struct Place {
        let path: String
        let line: Int?
        let code: String?
    }

    /// A row of a table: a section of a document, what carries it, where.
    struct Row {
        let section: String
        let text: String
        let places: [Place]

        var isCarried: Bool {
            places.contains { $0.path.hasSuffix(".swift") } && places.contains { !$0.path.hasSuffix(".swift") }
        }
        var isExplained: Bool { text.contains("No infrastructure:") }
    }

    private(set) var text: String
    private let folder: URL

    init(_ text: String, in file: URL) {
        self.text = text
        folder = file.deletingLastPathComponent()
    }

    var places: [Place] { Self.places(in: text) }

    var rows: [Row] {
        text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") && !$0.hasPrefix("| section") }
            .map { line in
                let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                return Row(section: cells.first ?? "", text: String(line), places: Self.places(in: String(line)))
            }
    }

    var problems: [String] {
        var files: [String: String?] = [:]
        return places.compactMap { place in
            let contents = files[place.path] ?? contents(of: place.path)
            files[place.path] = contents
            return problem(with: place, in: contents)
        }
    }

    private func contents(of path: String) -> String? {
        try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    private func problem(with place: Place, in contents: String?) -> String? {
        guard let contents else { return "there is no file \(place.path)" }
        guard let code = place.code else { return "\(place.path) is named without what to find in it" }
        guard let number = place.line else {
            return contents.contains(code) ? nil : "\(place.path) does not say `\(code)`"
        }
        let lines = contents.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return "\(place.path) has no line \(number)" }
        return lines[number - 1].contains(code) ? nil : "line \(number) of \(place.path) does not say `\(code)`"
    }

    /// Points every link with a line to the first line that says its code.
    mutating func renumber() throws {
        let link = /\]\(([^)#]+)#L\d+\) `([^`]+)`/
        let new = text.replacing(link) { match in
            let lines = contents(of: String(match.1))?.split(separator: "\n", omittingEmptySubsequences: false)
            let found = lines?.firstIndex { $0.contains(match.2) }
            return "](\(match.1)#L\((found ?? 0) + 1)) `\(match.2)`"
        }
        guard new != text else { return }
        text = new
        try new.write(to: folder.appendingPathComponent("COVERAGE.md"), atomically: true, encoding: .utf8)
        Issue.record("renumbered: run again without UPDATE_GOLDEN")
    }

    private static func places(in text: String) -> [Place] {
        text.matches(of: /\]\(([^)#]+)(?:#L(\d+))?\)(?: `([^`]+)`)?/).map { match in
            Place(path: String(match.1), line: match.2.flatMap { Int($0) }, code: match.3.map(String.init))
        }
    }
}
