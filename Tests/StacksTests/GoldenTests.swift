import Foundation
import HCL
import TerraneTesting
import Testing

@testable import stacks

@Suite struct GoldenTests {
    /// The committed tree: three folders above this file.
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("golden").path

    @Test func theGoldenTreeIsWhatTheStacksCompileTo() async throws {
        let differences = try await GoldenTree(GoldenTests.golden, of: Stacks.stacks).differences()
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test func everyTerraformFileIsReadBackAsTheSameTree() throws {
        let paths = try #require(FileManager.default.enumerator(atPath: GoldenTests.golden))
        var count = 0
        while let path = paths.nextObject() as? String {
            guard path.hasSuffix(".tf"),
                let data = FileManager.default.contents(atPath: GoldenTests.golden + "/" + path)
            else { continue }
            let (body, diagnostics) = Parser.parse(Array(data))
            #expect(diagnostics.isEmpty, "\(path)")
            #expect(Printer.print(body) == Array(data), "\(path)")
            count += 1
        }
        #expect(count > 20)
    }
}
