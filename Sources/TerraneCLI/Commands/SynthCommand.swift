import ArgumentParser
import Foundation
import TerraneCompiler
import TerraneCore

/// `synth`: writes the artifacts.
struct SynthCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "synth", abstract: "Write the artifacts of the stacks.",
            discussion: "Nothing is written when a stack has an error. Files that Terrane wrote earlier and does not "
                + "want any more are removed; no other file is ever touched.")
    }

    @OptionGroup var selection: StackOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = output.speech.console
        let all = Program.stacks
        let stacks = try selection.selection(from: all)
        let (compilation, repository) = try await console.compile(stacks, of: Program.self, selection)
        let scope = ArtifactScope(compiled: stacks, of: all, targets: selection.targets)
        let changes = try console.reportingFileProblems(after: compilation.diagnostics) {
            var changes = try OutputFolder(root: output.folder).write(
                scope.writable(compilation.artifacts), within: scope)
            if let repository { changes.add(try write(repository.artifacts)) }
            return changes
        }
        console.show(
            changes, of: output.folder, compilation.diagnostics + (repository?.diagnostics ?? []))
    }

    /// Writes what belongs to the repository, if there is or was anything.
    private func write(_ artifacts: [Artifact]) throws -> OutputFolder.Changes {
        let folder = OutputFolder(root: output.repositoryFolder)
        guard !artifacts.isEmpty || folder.hasManifest else { return OutputFolder.Changes() }
        return try folder.write(artifacts, within: .everything)
    }
}
