import ArgumentParser
import TerraneChecks
import TerraneCompiler
import TerraneCore

extension Console {
    /// Compiles stacks and shows what there is to say of them; an error ends the command with 1.
    ///
    /// A program that reads JSON gets what is no error later, with the outcome: one document a run.
    func compile(
        _ stacks: [any Stack], _ selection: StackOptions, policies: [Policy]
    ) async throws -> Compilation {
        var compiler = Compiler(targets: selection.targets, policies: policies)
        compiler.isWhole = selection.isEverything
        let compilation = await compiler.compile(stacks)
        let diagnostics = compilation.diagnostics
        if diagnostics.hasErrors || (format != .json && !diagnostics.isEmpty) {
            DiagnosticPrinter(self).show(diagnostics)
        }
        if diagnostics.hasErrors { throw ExitCode(1) }
        return compilation
    }

    /// Compiles stacks, and what belongs to the repository if that was asked for.
    func compile(
        _ stacks: [any Stack], of program: (some StackProgram).Type, _ selection: StackOptions
    ) async throws -> (stacks: Compilation, repository: Compilation?) {
        let compiled = try await compile(stacks, selection, policies: program.policies)
        guard selection.includesRepository else { return (compiled, nil) }
        let own = await Compiler().compile(repository: program.repository)
        if !own.diagnostics.isEmpty { DiagnosticPrinter(self).show(own.diagnostics) }
        if own.diagnostics.hasErrors { throw ExitCode(1) }
        return (compiled, own)
    }

    /// Shows a trouble with files as an error and ends the command with 1. JSON has the `earlier` diagnostics too.
    func reportingFileProblems<Result>(after earlier: [Diagnostic], _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let problem as FileProblem {
            let error = Diagnostic.error(problem.summary, help: problem.help)
            DiagnosticPrinter(self).show(format == .json ? [error] + earlier : [error])
            throw ExitCode(1)
        }
    }
}
