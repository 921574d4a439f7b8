import Foundation
import Terrane
import TerraneCompiler
import Testing

/// Every documented failure is caught at the line that makes it, and its legal twin is not.
@Suite struct MistakeTests {
    @Test(arguments: Mistake.all)
    func theBadTwinIsCaughtAtItsLine(_ mistake: Mistake) async throws {
        let found = await mistake.compiler.compile([mistake.bad]).diagnostics
        let caught = found.filter { $0.rule == mistake.rule }
        #expect(!caught.isEmpty, "found instead: \(MistakeTests.shown(found))")
        let line = try mistake.markedLine
        #expect(
            caught.contains { $0.location?.line == line }, "at \(caught.map { $0.location?.line ?? 0 }), not \(line)")
        #expect(caught.allSatisfy { $0.location?.file.hasSuffix("/" + mistake.fileName) == true })
    }

    @Test(arguments: Mistake.all)
    func theLegalTwinIsSilent(_ mistake: Mistake) async {
        let found = await mistake.compiler.compile([mistake.legal]).diagnostics.filter { $0.severity != .note }
        #expect(found.isEmpty, "\(MistakeTests.shown(found))")
    }

    @Test func eachIsDescribedSomewhereAndListedOnce() {
        #expect(Mistake.all.allSatisfy { $0.source.hasPrefix("https://") })
        #expect(Set(Mistake.all.map { "\($0.rule) \($0.failure)" }).count == Mistake.all.count)
    }

    private static func shown(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { "\($0.location?.line ?? 0): \($0.rule): \($0.summary)" }.joined(separator: "; ")
    }
}

extension Mistake {
    /// What an organisation asks of its stacks is no failure of a deployment: policies are asked for mistakes of theirs alone.
    var compiler: Compiler { Compiler(policies: stage == .policy ? Policies.standard : []) }

    var fileName: String { URL(fileURLWithPath: file).lastPathComponent }

    struct Unmarked: Error {}

    /// The first line after the mistake's own that ends in the mark.
    var markedLine: Int {
        get throws {
            let text = try String(contentsOfFile: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            guard let line = lines.first(where: { $0 <= text.count && text[$0 - 1].hasSuffix("// mistake") }) else {
                throw Unmarked()
            }
            return line
        }
    }
}
