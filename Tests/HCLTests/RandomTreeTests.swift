import Foundation
import Testing

@testable import HCL

/// Run with `HCL_TREES=20000` to try that many instead of a few hundred.
let treeCount = ProcessInfo.processInfo.environment["HCL_TREES"].flatMap { Int($0) } ?? 400
private let firstSeed = ProcessInfo.processInfo.environment["HCL_SEED"].flatMap { UInt64($0) } ?? 1

@Suite struct RandomTreeTests {
    @Test func aPrintedTreeParsesIntoAnEqualTree() {
        var failures: [String] = []
        for seed in firstSeed..<firstSeed + UInt64(treeCount) {
            var random = RandomTree(seed: seed)
            let tree = random.file(blocks: 1)
            let printed = Printer.print(tree)
            let (parsed, diagnostics) = Parser.parse(printed)
            if parsed == tree, diagnostics.isEmpty { continue }
            let text = String(decoding: printed, as: UTF8.self)
            let again = String(decoding: Printer.print(parsed), as: UTF8.self)
            failures.append("seed \(seed):\n\(text)\n--- again\n\(again == text ? "(same text)" : again)\n\(diagnostics)")
        }
        let shortest = failures.min { $0.utf8.count < $1.utf8.count }
        #expect(failures.isEmpty, "\(failures.count) of \(treeCount), the shortest:\n\(shortest ?? "")")
    }

    @Test(.enabled(if: Terraform.path != nil, "terraform is not on PATH: nothing checks that fmt agrees with the printer"))
    func terraformLeavesPrintedTreesAlone() throws {
        for start in stride(from: 0, to: treeCount, by: 200) {
            var random = RandomTree(seed: firstSeed + 1_000_000 + UInt64(start))
            let printed = Printer.print(random.file(blocks: 200))
            let judged = try Terraform.format(printed)
            if judged.output == printed { continue }
            Issue.record("batch \(start): \(judged.status) \(judged.errors)\n\(firstDifference(printed, judged.output))")
            return
        }
    }
}

/// The first lines that differ, ours then theirs.
func firstDifference(_ ours: [UInt8], _ theirs: [UInt8]) -> String {
    let left = ours.split(separator: 0x0A, omittingEmptySubsequences: false)
    let right = theirs.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let text = { (lines: [ArraySlice<UInt8>]) in
        lines[min(max(0, index - 4), lines.count)..<min(index + 4, lines.count)]
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
    return "line \(index + 1)\n\(text(left))\n--- terraform fmt\n\(text(right))"
}
