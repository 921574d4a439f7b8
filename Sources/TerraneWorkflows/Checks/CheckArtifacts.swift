import TerraneCore

extension Workflow {
    /// What a job downloads, a job before it has uploaded; and nothing is uploaded twice under one name.
    func checkArtifacts() -> [Diagnostic] {
        let uploads = jobs.flatMap { job in job.steps.compactMap { ArtifactUpload($0, in: job) } }
        return checkNames(of: uploads) + jobs.flatMap { $0.checkDownloads(of: uploads, before: ancestors(of: $0)) }
    }

    /// An artifact cannot be changed once it is uploaded ("actions/upload-artifact", section "Not uploading to the same artifact").
    private func checkNames(of uploads: [ArtifactUpload]) -> [Diagnostic] {
        var first: [String: ArtifactUpload] = [:]
        var found: [Diagnostic] = []
        for upload in uploads where !upload.overwrites {
            if let other = first[upload.name], !upload.isConditional, !other.isConditional {
                found.append(.artifactTwice(upload, other.source))
            } else if upload.isVaried {
                found.append(.artifactOfVariations(upload))
            }
            first[upload.name] = first[upload.name] ?? upload
        }
        return found
    }

    /// The jobs that have ended when this one begins.
    private func ancestors(of job: Job) -> Set<String> {
        let byID = Dictionary(jobs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: Set<String> = []
        var open = job.needs.map(\.job)
        while let next = open.popLast() {
            if found.insert(next).inserted { open += byID[next]?.needs.map(\.job) ?? [] }
        }
        return found
    }
}

extension Job {
    fileprivate func checkDownloads(of uploads: [ArtifactUpload], before: Set<String>) -> [Diagnostic] {
        steps.compactMap { step in
            guard case .action(let call) = step.work, call.action == "actions/download-artifact",
                !call.gives("run-id"), !call.gives("repository"), !call.gives("pattern"),
                let name = call.inputs["name"]?.literal
            else { return nil }
            let same = uploads.filter { $0.name == name }
            if same.contains(where: { $0.job == id || before.contains($0.job) }) { return nil }
            return same.first.map { .artifactNotReady(name, self, $0, at: step.source) }
        }
    }
}

/// A step that uploads an artifact by a name that is known.
private struct ArtifactUpload {
    let name: String
    let job: String
    let overwrites: Bool
    /// Whether it may not run at all.
    let isConditional: Bool
    /// Whether the job runs several times.
    let isVaried: Bool
    let source: SourceLocation

    init?(_ step: StepDefinition, in job: Job) {
        guard case .action(let call) = step.work, call.action == "actions/upload-artifact",
            let name = call.inputs["name"]?.literal
        else { return nil }
        self.name = name
        self.job = job.id
        overwrites = call.gives("overwrite")
        isConditional = step.condition != nil || job.condition != nil
        isVaried = step.condition == nil && (job.matrix?.axes.contains { $0.values.count > 1 } ?? false)
        source = step.source
    }
}

extension WorkflowText {
    /// The text, if it is known before the workflow runs.
    fileprivate var literal: String? {
        guard parts.count == 1, case .literal(let text) = parts[0] else { return nil }
        return text
    }
}

extension Diagnostic {
    fileprivate static func artifactTwice(_ upload: ArtifactUpload, _ first: SourceLocation) -> Diagnostic {
        .error(
            "the artifact '\(upload.name)' is uploaded twice in one run",
            help: "GitHub answers with a conflict: give each a name of its own.", at: upload.source,
            notes: [Note("the other one", at: first)])
    }

    fileprivate static func artifactOfVariations(_ upload: ArtifactUpload) -> Diagnostic {
        .error(
            "each variation of '\(upload.job)' uploads an artifact '\(upload.name)', and only the first can",
            help: "Put what varies into the name: `WorkflowText(\"\(upload.name)-\\(.matrix(\"…\"))\")`.",
            at: upload.source)
    }

    fileprivate static func artifactNotReady(
        _ name: String, _ job: Job, _ upload: ArtifactUpload, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(job.id)' downloads the artifact '\(name)', but does not wait for '\(upload.job)', which uploads it",
            help: "Let it wait: `.needs(…)`.", at: place, notes: [Note("uploaded here", at: upload.source)])
    }
}
