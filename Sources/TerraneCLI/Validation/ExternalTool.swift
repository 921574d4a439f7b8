import TerraneCore

/// A program by others that judges artifacts: what to run it on, and how to read what it says.
struct ExternalTool: Sendable {
    /// What it is called, also with `--tool`.
    let name: String
    /// The file to look for in the search path.
    let program: String
    /// What makes it tell its version.
    let versionArguments: [String]
    /// Too slow, or too much a matter of taste, to be run unasked.
    var isOnRequest = false
    let jobs: @Sendable (Workbench) throws -> [ToolJob]
    let read: @Sendable (ToolJob.Result) throws(ToolProblem) -> [ToolFinding]

    /// All there are, in the order in which they are told of.
    static let all: [ExternalTool] = [
        .terraformFormat, .terraformValidate, .tflint, .cfnLint, .actionlint, .zizmor, .shellcheck, .dockerCompose,
        .checkov,
    ]
}

/// One run of a tool.
struct ToolJob: Sendable {
    struct Result: Sendable {
        let job: ToolJob
        let run: ProgramRun.Result
        /// What came of what had to be run first.
        var preparation: ProgramRun.Result?
    }

    /// Run before, if need be.
    var preparation: [String]?
    let arguments: [String]
    let folder: String
    /// The artifacts that it judges.
    let artifacts: [String]
    /// How the paths that the tool names begin, and how those of the artifacts do.
    var paths: (named: String, artifact: String) = ("", "")

    /// The artifact of a path that the tool names.
    func artifact(_ named: String) -> String {
        var path = named[...]
        if path.hasPrefix(folder + "/") { path = path.dropFirst(folder.utf8.count + 1) }
        if path.hasPrefix("./") { path = path.dropFirst(2) }
        guard path.hasPrefix(paths.named) else { return String(path) }
        return paths.artifact + path.dropFirst(paths.named.count)
    }
}

/// What a tool says of an artifact.
struct ToolFinding: Hashable, Sendable {
    /// The tool's name of the rule: `E3002`.
    let rule: String?
    let severity: Diagnostic.Severity
    let message: String
    var help: String?
    /// Nil where it is about all of them.
    let artifact: String?
    let line: Int?
}

/// Why a tool has not judged.
struct ToolProblem: Error, Hashable {
    let reason: String
    /// Whether the tool broke down, rather than lacked something.
    let isFailure: Bool

    var fate: ToolOutcome.Fate { isFailure ? .failed(reason) : .skipped(reason) }

    /// What it lacks is no fault of its own.
    static func lacking(_ reason: String) -> ToolProblem { ToolProblem(reason: reason, isFailure: false) }

    /// It was run, and what came of it is no judgement.
    static func unreadable(_ run: ProgramRun.Result) -> ToolProblem {
        let said = run.complaint.firstTelling ?? run.text.firstTelling
        let ending = run.ending == .exited(0) ? "" : " (\(run.ending.words))"
        return ToolProblem(
            reason: "its output cannot be read\(ending)\(said.map { ": \($0)" } ?? "")", isFailure: true)
    }
}

extension ProgramRun.Ending {
    var words: String {
        switch self {
        case .exited(let status): "exit code \(status)"
        case .signalled(let signal): "ended by signal \(signal)"
        case .tookTooLong: "it took too long"
        case .printedTooMuch: "it printed without end"
        case .notStarted(let reason): "it could not be started: \(reason)"
        }
    }
}

extension String {
    /// The first line that says something, an error's if there is one.
    var firstTelling: String? {
        let lines = split(whereSeparator: \.isNewline).map { line in
            String(line.drop { " ╷│╵".contains($0) })
        }.filter { !$0.isEmpty }
        return lines.first { $0.lowercased().contains("error") } ?? lines.first
    }
}
