import ArgumentParser
import Foundation
import TerraneCompiler
import TerraneCore

/// `check`: compares the artifacts with what is there, and writes nothing.
struct CheckCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: "Compare the committed artifacts with what the stacks compile to.",
            discussion: "Exits with 0 if they are the same, 2 if they differ, 1 if a stack has an error.")
    }

    @OptionGroup var selection: StackOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = output.speech.console
        let all = Program.stacks
        let stacks = try selection.selection(from: all)
        let (compilation, repository) = try await console.compile(stacks, of: Program.self, selection)
        let folder = OutputFolder(root: output.folder)
        let scope = ArtifactScope(compiled: stacks, of: all, targets: selection.targets)
        let comparison = try console.reportingFileProblems(after: compilation.diagnostics) {
            let comparison = try folder.comparison(
                with: scope.writable(compilation.artifacts), within: scope, systems: Set(all.map(\.name.dashed)))
            guard let own = try repository.flatMap({ try compare($0.artifacts) }) else { return comparison }
            return comparison.and(own, at: output.repositoryPlace)
        }
        ComparisonPrinter(console: console, folder: output.folder.path).show(comparison, compilation.diagnostics)
        if !comparison.isClean { throw ExitCode(2) }
    }

    /// Compares what belongs to the repository, if there is or was anything. Other files of `.github` are nobody's business.
    private func compare(_ artifacts: [Artifact]) throws -> TreeComparison? {
        let folder = OutputFolder(root: output.repositoryFolder)
        guard !artifacts.isEmpty || folder.hasManifest else { return nil }
        return try folder.comparison(with: artifacts, within: .everything, systems: [])
    }
}
