import ArgumentParser
import TerraneChecks
import TerraneCompiler
import TerraneCore

extension StackOptions {
    /// The compiler of what was asked for, with the policies of the program.
    func compiler(for program: (some StackProgram).Type, today: Day? = nil) -> Compiler {
        var compiler = Compiler(targets: targets, policies: program.policies)
        compiler.isWhole = isEverything
        compiler.today = today
        return compiler
    }

    /// What belongs to the repository, compiled if that was asked for.
    func repository(of program: (some StackProgram).Type) async -> Compilation? {
        includesRepository ? await Compiler().compile(repository: program.repository) : nil
    }
}

extension Console {
    /// Compiles stacks, and what belongs to the repository if that was asked for, and shows what there is to say of them; an
    /// error ends the command with 1.
    ///
    /// A program that reads a document gets what is no error later, with the outcome: one document a run.
    func compile(
        _ stacks: [any Stack], of program: (some StackProgram).Type, _ selection: StackOptions
    ) async throws -> (stacks: Compilation, repository: Compilation?) {
        async let repository = selection.repository(of: program)
        let compiled = await selection.compiler(for: program).compile(stacks)
        let own = await repository
        let diagnostics = compiled.diagnostics + (own?.diagnostics ?? [])
        if diagnostics.hasErrors || (!format.isDocument && !diagnostics.isEmpty) {
            DiagnosticPrinter(self).show(diagnostics.sortedForPeople())
        }
        if diagnostics.hasErrors { throw ExitCode(1) }
        return (compiled, own)
    }

    /// Shows a trouble with files as an error and ends the command with 1. A document has the `earlier` diagnostics too.
    func reportingFileProblems<Result>(after earlier: [Diagnostic], _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let problem as FileProblem {
            let error = Diagnostic.error(problem.summary, help: problem.help)
            DiagnosticPrinter(self).show(format.isDocument ? [error] + earlier : [error])
            throw ExitCode(1)
        }
    }
}
