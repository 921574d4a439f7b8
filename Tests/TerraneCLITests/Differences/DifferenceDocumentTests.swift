import Foundation
import TerraneCompiler
import TerraneCore
import Testing

@testable import TerraneCLI

@Suite struct DifferenceDocumentTests {
    private static let schema = Program.package.appendingPathComponent(
        "Sources/TerraneCLI/Differences/difference.schema.json")

    private func json(_ report: DifferenceReport) -> String {
        JSONText.encode(DifferenceDocument(report) { $0.file })
    }

    @Test func programsGetTheWorstFirst() throws {
        var report = Samples.shop
        report.thresholds = [.dataLoss]
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json(report).utf8)) as? [String: Any])
        #expect(document["formatVersion"] as? Int == 1)
        #expect(document["exitCode"] as? Int == 3)
        let changes = try #require(document["changes"] as? [[String: Any]])
        #expect(changes.map { $0["consequence"] as? String } == ["data-loss", "replacement", "other", "cosmetic"])
        #expect(changes.map { $0["isFailure"] as? Bool } == [true, false, false, false])
        #expect(changes[0]["environments"] as? [String] == ["staging", "production"])
    }

    @Test(.enabled(if: Judges.schemaChecker != nil, "check-jsonschema is part of the proofs"))
    func theSchemaDescribesIt() throws {
        let checker = try Program(at: #require(Judges.schemaChecker))
        let scratch = try Scratch()
        var failing = Samples.shop
        failing.thresholds = Set(ChangeThreshold.allCases)
        failing.removed = [DifferenceReport.LoneStack(label: "shop/old", resources: 3)]
        let renamed = Samples.change("b", is: .renamed(from: "a"), nil, nil, line: 1, [], [Samples.lost])
        let reports = [failing, Samples.renamed, Samples.report([]), Samples.report([Samples.difference([renamed])])]
        for (number, report) in reports.enumerated() {
            let file = scratch.path("\(number).json")
            try json(report).write(toFile: file, atomically: true, encoding: .utf8)
            let judged = try checker.run("--schemafile", DifferenceDocumentTests.schema.path, file)
            #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
        }
        let wrong = scratch.path("wrong.json")
        try json(Samples.shop).replacingOccurrences(of: "data-loss", with: "loss").write(
            toFile: wrong, atomically: true, encoding: .utf8)
        #expect(try checker.run("--schemafile", DifferenceDocumentTests.schema.path, wrong).status != 0)
    }

    @Test func everyWordOfTheModelIsInTheSchema() throws {
        let text = try String(contentsOf: DifferenceDocumentTests.schema, encoding: .utf8)
        let words =
            Consequence.Kind.allCases.map(\.rawValue) + Consequence.Certainty.allCases.map(\.rawValue)
            + ChangeThreshold.allCases.map(\.rawValue)
        for word in words { #expect(text.contains("\"\(word)\""), "\(word)") }
    }

    @Test func findingsOfTheThresholdAreErrors() {
        var difference = Samples.shop
        #expect(Report(difference).findings.map(\.severity) == [.warning, .warning, .note, .note])
        difference.thresholds = [.dataLoss]
        let report = Report(difference)
        #expect(report.findings.map(\.severity) == [.error, .warning, .note, .note])
        #expect(report.findings.map(\.rule) == ["diff/data-loss", "diff/replacement", "diff/other", "diff/cosmetic"])
        #expect(
            report.findings.first?.diagnostic.summary
                == "'shop-database' of shop/staging, shop/production: will: the database is replaced, and what it stores is lost"
        )
        #expect(report.exitCode == 3)
    }
}
