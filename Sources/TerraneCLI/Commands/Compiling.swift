import ArgumentParser
import TerraneCompiler
import TerraneCore

extension Console {
    /// Compiles stacks and shows what there is to say of them; an error ends the command with 1.
    func compile(_ stacks: [any Stack], targets: Set<Target>) async throws -> Compilation {
        let compilation = await Compiler(targets: targets).compile(stacks)
        if !compilation.diagnostics.isEmpty { DiagnosticPrinter(self).show(compilation.diagnostics) }
        if compilation.diagnostics.hasErrors { throw ExitCode(1) }
        return compilation
    }

    /// Shows a trouble with files as an error and ends the command with 1.
    func reportingFileProblems<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let problem as FileProblem {
            DiagnosticPrinter(self).show([.error(problem.summary, help: problem.help)])
            throw ExitCode(1)
        }
    }
}
