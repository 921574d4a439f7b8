import Foundation
import TerraneCLI
import TerraneCompiler
public import TerraneCore

/// The committed output of some stacks, compared with what they compile to.
///
///     @Test func theGoldenTreeIsWhatTheStacksCompileTo() async throws {
///         let differences = try await GoldenTree("golden", of: Stacks.stacks).differences()
///         #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
///     }
///
/// With `UPDATE_GOLDEN=1` in the environment the tree is rewritten, *and* a difference is reported, so that a run that
/// rewrites never passes.
public struct GoldenTree {
    private let folder: OutputFolder
    private let stacks: [any Stack]

    /// The tree in a folder, and all the stacks that write to it: a file of any other stack is one too many.
    public init(_ path: String, of stacks: [any Stack]) {
        folder = OutputFolder(root: URL(fileURLWithPath: path, isDirectory: true))
        self.stacks = stacks
    }

    /// What differs, a text for each file; nothing when the tree is as it should be.
    public func differences() async throws -> [String] {
        let compilation = await Compiler().compile(stacks)
        guard !compilation.diagnostics.hasErrors else {
            return compilation.diagnostics.map { "\($0.location?.description ?? ""): \($0.summary)" }
        }
        let scope = ArtifactScope(compiled: stacks, of: stacks, targets: Set(Target.allCases))
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            let changes = try folder.write(compilation.artifacts, within: scope)
            return ["rewritten: \(changes.created) created, \(changes.updated) updated, \(changes.removed) removed"]
        }
        let systems = Set(stacks.map(\.name.dashed))
        return GoldenTree.texts(of: try folder.comparison(with: compilation.artifacts, within: scope, systems: systems))
    }

    private static func texts(of comparison: TreeComparison) -> [String] {
        comparison.missing.map { "missing: \($0)" } + comparison.extra.map { "extra: \($0)" }
            + comparison.stale.map { file in
                let (lines, rest) = file.diff.bounded(to: 40)
                return "stale: \(file.path)\n" + lines.joined(separator: "\n")
                    + (rest > 0 ? "\n… and \(rest) more lines" : "")
            }
    }
}
