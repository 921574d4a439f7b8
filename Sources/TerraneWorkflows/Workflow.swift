public import TerraneCore

/// A GitHub Actions workflow: what sets it off, and the jobs that it runs.
///
/// ("Workflow syntax for GitHub Actions", GitHub Docs.) It is careful unless told otherwise: the token may do
/// nothing at the top, each job gets what its steps need, scripts stop at the first failure, and a newer run of the
/// same branch waits for, or on a pull request replaces, the older one.
public struct Workflow: Document {
    /// The file's name without its extension: `backend-deployment`.
    public let id: String
    /// What the Actions page calls it.
    public let name: String
    public let triggers: [WorkflowTrigger]
    public let environment: WorkflowMap
    public let jobs: [Job]
    public let source: SourceLocation
    var options = Options()

    struct Options: Sendable {
        var permissions: [TokenPermission] = []
        var concurrency: Concurrency?
        var shell: Shell = .bash
        var runName: WorkflowText?
    }

    public init(
        _ id: String, name: String, on triggers: WorkflowTrigger..., env environment: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line, @JobsBuilder jobs: () -> [Job]
    ) {
        self.id = id
        self.name = name
        self.triggers = triggers
        self.environment = environment
        self.jobs = jobs()
        source = SourceLocation(file: file, line: line)
    }

    public var path: String { "github/workflows/\(id).yml" }

    public var expressions: [Expression] {
        texts.flatMap(\.modelled) + jobs.flatMap { $0.conditions.flatMap(\.modelled) }
    }

    /// What every job's token may do; nothing unless said.
    public var permissions: [TokenPermission] { options.permissions }
    public var shell: Shell { options.shell }
    /// What the Actions page calls one run.
    public var runName: WorkflowText? { options.runName }
}

extension Workflow {
    /// Which runs of the workflow may not overlap.
    ///
    /// A workflow that others call has no group of its own: `github.workflow` is then its caller, and the two
    /// would wait for each other.
    public var concurrency: Concurrency? {
        if let concurrency = options.concurrency { return concurrency }
        let events = Set(triggers.map(\.name))
        if events.contains("workflow_call") { return nil }
        return .perRef(cancelsRunning: cancelsRunning(events))
    }

    /// A new push to a pull request makes the run of the old one pointless; nothing else does.
    private func cancelsRunning(_ events: Set<String>) -> any WorkflowTextConvertible {
        if !events.contains("pull_request") { return false }
        return events.count == 1 ? true : GitHubContext().eventName == "pull_request"
    }

    public func concurrency(_ concurrency: Concurrency) -> Workflow {
        with { $0.concurrency = concurrency }
    }

    /// Grants every job's token these. Better to grant them to the job that needs them.
    public func permissions(_ permissions: TokenPermission...) -> Workflow {
        with { $0.permissions += permissions }
    }

    /// The shell of scripts that name none.
    public func shell(_ shell: Shell) -> Workflow {
        with { $0.shell = shell }
    }

    public func runName(_ name: any WorkflowTextConvertible) -> Workflow {
        with { $0.runName = name.workflowText }
    }

    private func with(_ change: (inout Options) -> Void) -> Workflow {
        var copy = self
        change(&copy.options)
        return copy
    }
}

/// Lists the jobs of a workflow.
@resultBuilder
public enum JobsBuilder {
    public static func buildExpression(_ job: Job) -> [Job] { [job] }
    public static func buildExpression(_ jobs: [Job]) -> [Job] { jobs }
    public static func buildBlock(_ jobs: [Job]...) -> [Job] { Array(jobs.joined()) }
    public static func buildArray(_ jobs: [[Job]]) -> [Job] { Array(jobs.joined()) }
    public static func buildOptional(_ jobs: [Job]?) -> [Job] { jobs ?? [] }
    public static func buildEither(first jobs: [Job]) -> [Job] { jobs }
    public static func buildEither(second jobs: [Job]) -> [Job] { jobs }
}
