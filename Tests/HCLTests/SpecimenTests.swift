import Foundation
import Testing

@testable import HCL

/// The folder `Specimens`: `x.input.tf` is what an author wrote, `x.expected.tf` what we print.
/// `UPDATE_GOLDEN=1` writes the latter, and fails.
@Suite struct SpecimenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Specimens")

    static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".input.tf") }.map { String($0.dropLast(9)) }.sorted()

    @Test func thereAreSpecimens() {
        #expect(SpecimenTests.names.count >= 2)
    }

    @Test(arguments: names) func aSpecimenPrintsAsExpected(_ name: String) throws {
        let input = try Data(contentsOf: SpecimenTests.folder.appending(path: "\(name).input.tf"))
        let expectedURL = SpecimenTests.folder.appending(path: "\(name).expected.tf")
        let (body, diagnostics) = Parser.parse(Array(input))
        #expect(diagnostics == [])
        let printed = Printer.print(body)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(printed).write(to: expectedURL)
            Issue.record("wrote \(expectedURL.lastPathComponent)")
        }
        let expected = Array(try Data(contentsOf: expectedURL))
        #expect(String(decoding: printed, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        #expect(Parser.parse(printed).body == body)
    }

    @Test(
        .enabled(if: Terraform.path != nil, "terraform is not on PATH: nothing checks that fmt agrees with the printer"),
        arguments: names)
    func terraformLeavesASpecimenAlone(_ name: String) throws {
        let expected = Array(try Data(contentsOf: SpecimenTests.folder.appending(path: "\(name).expected.tf")))
        let judged = try Terraform.format(expected)
        #expect(judged.output == expected, "\(judged.errors)\(firstDifference(expected, judged.output))")
    }
}
