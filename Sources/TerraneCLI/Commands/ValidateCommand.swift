public import ArgumentParser
import Foundation
import TerraneCompiler
public import TerraneCore

/// `validate`: all checks, and then the tools of others that are installed.
struct ValidateCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "validate", abstract: "Check the stacks, and let other tools judge their artifacts.",
            discussion:
                "The tools work on copies in a temporary folder. Exits with 0 if nothing is found, 1 if a stack "
                + "has an error or a tool breaks down, 3 if something is found that is as bad as --fail-on says.")
    }

    @OptionGroup var selection: StackOptions
    @OptionGroup var external: ExternalToolOptions
    @Option(help: "From which severity on a finding is a failure: error or warning.")
    var failOn = FailureThreshold.error
    @Option(help: "The day by which exemptions from policies are judged, 2027-03-31. Today by default.")
    var today: Day?
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        _ = try external.tools
        if let today, !today.isWellFormed { throw ValidationError("'\(today)' is not a day such as 2027-03-31") }
    }

    func run() async throws {
        let console = speech.console
        let stacks = try selection.selection(from: Program.stacks)
        let compiler = selection.compiler(for: Program.self, today: today ?? .today)
        async let repository = selection.repository(of: Program.self)
        let compiled = external.isAlone ? await compiler.verify(stacks) : await compiler.compile(stacks)
        let own = await repository
        let diagnostics = (compiled.diagnostics + (own?.diagnostics ?? [])).sortedForPeople()

        var report = Report(diagnostics.map { Finding($0) })
        report.threshold = failOn.severity
        if !diagnostics.hasErrors { try await judge(compiled, own, console, &report) }
        report.findings = report.findings.sortedForPeople()
        report.exitCode = exitCode(of: report, hasErrors: diagnostics.hasErrors)
        DiagnosticPrinter(console).show(report)
        if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }

    /// Adds what the tools find.
    private func judge(
        _ stacks: Compilation, _ repository: Compilation?, _ console: Console, _ report: inout Report
    ) async throws {
        let tools = try external.tools
        guard !tools.isEmpty else { return }
        Interruption.prepare()
        let artifacts = ValidatedTree.artifacts(stacks: stacks, repository: repository)
        let foreign = ValidatedTree.foreignTypes(in: stacks)
        let bench = try console.reportingFileProblems(after: report.findings.map(\.diagnostic)) {
            try Workbench(artifacts, foreignTypes: foreign)
        }
        defer { bench.folder.remove() }
        let names = tools.map(\.name).joined(separator: ", ")
        console.say("judging \(artifacts.count) artifacts with \(names)")
        let runner = ToolRunner(bench, limit: .seconds(external.timeout), isRequested: !external.tool.isEmpty)
        var map = FindingMap(stacks: stacks, repository: repository)
        for (outcome, findings) in await runner.run(tools, tell: { console.say($0.summary) }) {
            report.tools.append(outcome)
            report.findings += map.findings(findings, of: outcome.tool)
        }
    }

    private func exitCode(of report: Report, hasErrors: Bool) -> Int32 {
        if hasErrors { return 1 }
        if report.hasFailures { return 3 }
        return report.tools.contains(where: \.isTrouble) ? 1 : 0
    }
}

/// Which tools of others are run, and how long.
struct ExternalToolOptions: ParsableArguments {
    @Flag(name: .customLong("no-external"), help: "Run no other tools.")
    var isAlone = false

    @Option(help: "Run only this tool, which must then be there. Can be given more than once.")
    var tool: [String] = []

    @Option(help: "Seconds that one run of a tool may take.")
    var timeout = 120

    var tools: [ExternalTool] {
        get throws {
            let names = ExternalTool.all.map(\.name)
            for name in tool where !names.contains(name) {
                let nearest = Suggestion.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
                throw ValidationError(
                    "no tool is called '\(name)'\(nearest) There are \(names.joined(separator: ", ")).")
            }
            if isAlone, !tool.isEmpty { throw ValidationError("'--no-external' and '--tool' exclude each other") }
            if timeout < 1 { throw ValidationError("a tool cannot finish in \(timeout) seconds") }
            if isAlone { return [] }
            return ExternalTool.all.filter { tool.isEmpty ? !$0.isOnRequest : tool.contains($0.name) }
        }
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    /// By the calendar of the machine.
    fileprivate static var today: Day {
        Day(Date.now.formatted(.iso8601.year().month().day()))
    }
}

/// From which severity on a finding is a failure.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning

    var severity: Diagnostic.Severity { self == .error ? .error : .warning }
}
