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
        let compilation = try await console.compile(stacks, targets: selection.targets)
        let folder = OutputFolder(root: output.folder)
        let scope = ArtifactScope(compiled: stacks, of: all, targets: selection.targets)
        let comparison = try console.reportingFileProblems(after: compilation.diagnostics) {
            try folder.comparison(
                with: scope.writable(compilation.artifacts), within: scope, systems: Set(all.map(\.name.dashed)))
        }
        ComparisonPrinter(console: console, folder: output.folder.path).show(comparison, compilation.diagnostics)
        if !comparison.isClean { throw ExitCode(2) }
    }
}
