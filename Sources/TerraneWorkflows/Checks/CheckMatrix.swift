import TerraneCore

extension Workflow {
    /// A matrix has variations, and not more than GitHub starts.
    func checkMatrices() -> [Diagnostic] {
        jobs.flatMap { job in job.matrix.map { $0.check(of: job) } ?? [] }
    }
}

extension Matrix {
    /// "A matrix will generate a maximum of 256 jobs per workflow run" ("Workflow syntax for GitHub Actions", GitHub Docs).
    private static let most = 256

    fileprivate func check(of job: Job) -> [Diagnostic] {
        var found = axes.filter(\.values.isEmpty).map { Diagnostic.emptyAxis($0.name, job) }
        let count = axes.reduce(1) { $0.multipliedReportingOverflow(by: $1.values.count).partialValue }
        if !axes.isEmpty, count - exclusions.count > Matrix.most {
            found.append(.matrixTooLarge(job, count - exclusions.count, Matrix.most))
        }
        let known = Set(axes.map(\.name))
        let wrong = exclusions.flatMap(\.keys).filter { !known.contains($0) }
        found += Set(wrong).sorted().map { .excludedAxis($0, known.sorted(), job) }
        if let maxParallel, maxParallel < 1 { found.append(.noVariationAtOnce(job, maxParallel)) }
        return found
    }
}

extension Diagnostic {
    fileprivate static func emptyAxis(_ axis: String, _ job: Job) -> Diagnostic {
        .error(
            "'\(axis)' in the matrix of '\(job.id)' has no value", help: "Give it one, or leave it out.", at: job.source
        )
    }

    fileprivate static func matrixTooLarge(_ job: Job, _ count: Int, _ most: Int) -> Diagnostic {
        .error(
            "the matrix of '\(job.id)' has \(count) variations, and GitHub starts at most \(most)",
            help: "Leave out combinations, or divide the job in two.", at: job.source)
    }

    fileprivate static func excludedAxis(_ axis: String, _ known: [String], _ job: Job) -> Diagnostic {
        .error(
            "the matrix of '\(job.id)' leaves out by '\(axis)', which it does not vary",
            help: suggestion(for: axis, among: known) ?? "It varies \(known.joined(separator: ", ")).", at: job.source)
    }

    fileprivate static func noVariationAtOnce(_ job: Job, _ count: Int) -> Diagnostic {
        .error(
            "the matrix of '\(job.id)' runs \(count) variations at once", help: "Let it be 1 or more.", at: job.source)
    }
}
