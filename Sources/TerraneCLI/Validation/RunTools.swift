import Foundation
import TerraneCompiler

/// Runs tools side by side, as many programs at a time as the machine has processors.
struct ToolRunner: Sendable {
    let bench: Workbench
    /// How long one run of a tool may take.
    let limit: Duration
    let isRequested: Bool
    private let turns = Turns(ProcessInfo.processInfo.activeProcessorCount)

    init(_ bench: Workbench, limit: Duration, isRequested: Bool) {
        self.bench = bench
        self.limit = limit
        self.isRequested = isRequested
    }

    typealias Judgement = (outcome: ToolOutcome, findings: [ToolFinding])

    /// What the tools say, in their order; `tell` hears of each as soon as it is done.
    func run(_ tools: [ExternalTool], tell: (ToolOutcome) -> Void) async -> [Judgement] {
        await withTaskGroup(of: (Int, Judgement).self) { group in
            for (index, tool) in tools.enumerated() {
                group.addTask { (index, await judgement(of: tool)) }
            }
            var judgements = [Judgement?](repeating: nil, count: tools.count)
            for await (index, judgement) in group {
                judgements[index] = judgement
                tell(judgement.outcome)
            }
            return judgements.compactMap(\.self)
        }
    }

    private func judgement(of tool: ExternalTool) async -> Judgement {
        func outcome(_ fate: ToolOutcome.Fate, _ version: String? = nil) -> ToolOutcome {
            ToolOutcome(tool: tool.name, version: version, fate: fate, isRequested: isRequested)
        }
        guard let program = SearchPath.find(tool.program) else {
            return (outcome(.skipped("'\(tool.program)' is not in the search path")), [])
        }
        do {
            let jobs = try tool.jobs(bench)
            guard !jobs.isEmpty else { return (outcome(.judged(0)), []) }
            let version = try await version(of: tool, program)
            let (findings, problem) = await results(of: jobs, of: tool, program)
            let judged = ToolOutcome.Fate.judged(Set(jobs.flatMap(\.artifacts)).count)
            return (outcome(problem?.fate ?? judged, version), findings)
        } catch let problem as ToolProblem {
            return (outcome(problem.fate), [])
        } catch {
            return (outcome(.failed("\(error)")), [])
        }
    }

    /// Runs a tool's jobs side by side, but prepares one after the other: Terraform's cache of providers is not made for more.
    /// Who waits in vain for one preparation does not wait for the next.
    private func results(
        of jobs: [ToolJob], of tool: ExternalTool, _ program: String
    ) async -> (findings: [ToolFinding], problem: ToolProblem?) {
        await withTaskGroup(of: Result<[ToolFinding], ToolProblem>.self) { group in
            for job in jobs {
                var preparation: ProgramRun.Result?
                if let arguments = job.preparation {
                    preparation = await run(program, arguments, in: job.folder)
                }
                group.addTask { [preparation] in
                    let run = await run(program, job.arguments, in: job.folder)
                    let result = ToolJob.Result(job: job, run: run, preparation: preparation)
                    return Result { () throws(ToolProblem) in try tool.read(result) }
                }
                if preparation?.ending == .tookTooLong { break }
            }
            var findings: [ToolFinding] = []
            var problem: ToolProblem?
            for await result in group {
                switch result {
                case .success(let found): findings += found
                case .failure(let other): problem = problem ?? other
                }
            }
            return (findings, problem)
        }
    }

    private func run(_ program: String, _ arguments: [String], in folder: String) async -> ProgramRun.Result {
        await turns.take {
            await ProgramRun(program: program, arguments: arguments, folder: folder, limit: limit).result()
        }
    }

    /// The first number with a point in what the tool says of itself; a tool that cannot say is broken, or not there.
    private func version(of tool: ExternalTool, _ program: String) async throws(ToolProblem) -> String? {
        let run = await run(program, tool.versionArguments, in: bench.folder.path)
        guard run.ending == .exited(0) else {
            let said = run.complaint.firstTelling ?? run.text.firstTelling
            let command = ([tool.program] + tool.versionArguments).joined(separator: " ")
            throw .lacking("'\(command)': \(said ?? run.ending.words)")
        }
        return run.text.firstMatch(of: /\d+(\.\d+)+/).map { String($0.output.0) }
    }
}

/// Lets so many in at a time.
private actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = max(1, count)
    }

    nonisolated func take<Result: Sendable>(_ work: @Sendable () async -> Result) async -> Result {
        await enter()
        let result = await work()
        await leave()
        return result
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
