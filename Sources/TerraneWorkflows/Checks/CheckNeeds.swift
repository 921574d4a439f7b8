import TerraneCore

extension Workflow {
    /// Every job that another needs is listed, and no job waits for itself.
    func checkNeeds() -> [Diagnostic] {
        let byID = Dictionary(jobs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let unknown = jobs.flatMap { job in
            job.needs.filter { byID[$0.job] == nil }.map { Diagnostic.unlistedNeed($0, of: job, in: self) }
        }
        return unknown + cycles(byID)
    }

    private func cycles(_ byID: [String: Job]) -> [Diagnostic] {
        var done: Set<String> = []
        var found: [Diagnostic] = []
        for job in jobs {
            var path: [String] = []
            if let cycle = cycle(from: job.id, &path, &done, byID), let first = byID[cycle[0]] {
                found.append(.cycle(cycle, at: first.source))
            }
        }
        return found
    }

    /// The jobs of a circle that is reached from here, the first one again at the end.
    private func cycle(
        from id: String, _ path: inout [String], _ done: inout Set<String>, _ byID: [String: Job]
    ) -> [String]? {
        if let start = path.firstIndex(of: id) { return path[start...] + [id] }
        guard done.insert(id).inserted, let job = byID[id] else { return nil }
        path.append(id)
        defer { path.removeLast() }
        for need in job.needs {
            if let cycle = cycle(from: need.job, &path, &done, byID) { return cycle }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unlistedNeed(_ need: Job.Need, of job: Job, in workflow: Workflow) -> Diagnostic {
        .error(
            "the job '\(job.id)' needs '\(need.job)', which the workflow does not list",
            help: suggestion(for: need.job, among: workflow.jobs.map(\.id).filter { $0 != job.id })
                ?? "List it among the jobs of '\(workflow.name)'.",
            at: job.source, notes: [Note("the job that is needed", at: need.declaredAt)])
    }

    fileprivate static func cycle(_ jobs: [String], at place: SourceLocation) -> Diagnostic {
        .error(
            "jobs wait for each other in a circle: \(jobs.map { "'\($0)'" }.joined(separator: " needs "))",
            help: "Let one of them go first.", at: place)
    }
}
