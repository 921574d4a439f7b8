import ArgumentParser
import Foundation
import TerraneCompiler
import TerraneCore

/// `diff`: what the stacks compile to, compared with another revision, and what comes of the difference.
struct DiffCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff", abstract: "Show what a change of the stacks will do once it is deployed.",
            discussion:
                "Compares resources by what they are, without a cloud and without state. Exits with 0 if nothing differs, 2 "
                + "if something does, 3 if it is as bad as --fail-on says, 1 if a stack has an error.")
    }

    @OptionGroup var selection: StackOptions
    @OptionGroup var revisions: RevisionOptions
    @Option(
        help: ArgumentHelp(
            "What is a failure, be it sure or possible: replacement (data loss included), data-loss, exposure, any. Can be "
                + "given more than once."))
    var failOn: [ChangeThreshold] = []
    @Option(
        help:
            "How to write it: text, markdown (a comment of a pull request), json, github (annotations), sarif or junit."
    )
    var format: DifferenceFormat = .text
    @Option(help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color: ColorChoice = .auto

    func run() async throws {
        let console = Console(format: format.speech, color: color)
        let stacks = try selection.selection(from: Program.stacks)
        do {
            let report = try await report(stacks, console)
            DifferencePrinter(console: console, format: format).show(report)
            if report.exitCode != 0 { throw ExitCode(report.exitCode) }
        } catch let problem as FileProblem {
            DiagnosticPrinter(console).show([.error(problem.summary, help: problem.help, rule: "revision")])
            throw ExitCode(1)
        }
    }

    private func report(_ stacks: [any Stack], _ console: Console) async throws -> DifferenceReport {
        let older = try await revisions.older
        let newer = try await revisions.newer
        let (selection, all) = (selection, Set(Program.stacks.map { "\($0.name.dashed)/\($0.environment.name)" }))
        let wanted = Set(stacks.map { "\($0.name.dashed)/\($0.environment.name)" })
        func isWanted(_ stack: String, _ environment: String) -> Bool {
            let label = "\(stack)/\(environment)"
            return wanted.contains(label) || (!all.contains(label) && selection.includes(stack, in: environment))
        }
        let before = try await older.graphs(where: isWanted)
        let after =
            if let newer { try await newer.graphs(where: isWanted) } else { try await compiled(stacks, console) }
        var report = await RevisionComparison(older: before, newer: after)
            .report(older: older.name, newer: newer?.name ?? DifferenceReport.compiled)
        report.thresholds = Set(failOn)
        return report
    }

    /// What the stacks are now. Findings that are no errors are the business of `check` and `validate`.
    private func compiled(_ stacks: [any Stack], _ console: Console) async throws -> [ResourceGraph] {
        let compilation = await Compiler(targets: [], policies: Program.policies).compile(stacks)
        guard !compilation.diagnostics.hasErrors else {
            DiagnosticPrinter(console).show(compilation.diagnostics)
            throw ExitCode(1)
        }
        return compilation.graphs
    }
}

/// Which revisions are compared.
struct RevisionOptions: ParsableArguments {
    @Option(help: "What to compare with: a folder of artifacts, or a git revision. The output folder by default.")
    var against: String?

    @Option(help: "What to compare instead of what the stacks compile to: a folder of artifacts, or a git revision.")
    var of: String?

    @Option(name: .shortAndLong, help: "The output folder. By default golden/ beside the nearest Package.swift.")
    var output: String?

    var older: RecordedTree {
        get async throws(FileProblem) {
            let folder = OutputOptions.folder(output)
            guard let against else { return try RecordedTree.inFolder(folder) }
            return try await RecordedTree.named(against, output: folder)
        }
    }

    var newer: RecordedTree? {
        get async throws(FileProblem) {
            guard let of else { return nil }
            return try await RecordedTree.named(of, output: OutputOptions.folder(output))
        }
    }
}

enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json, github, sarif, junit

    /// How errors are told.
    var speech: OutputFormat { OutputFormat(rawValue: rawValue) ?? .text }
}

extension ChangeThreshold: ExpressibleByArgument {}
