import TerraneCore
import TerraneWorkflows
import TerraneYAML

extension ArtifactSources {
    /// A file that a line of Swift declares as a whole; a workflow's jobs and steps have lines of their own.
    func documentStretches(of node: ResourceGraph.DocumentNode, _ contents: [UInt8]) -> [Stretch] {
        let whole = Stretch(firstLine: 1, origin: Origin(address: nil, source: node.source))
        guard let workflow = node.document as? Workflow, let file = try? Parser.parse(contents) else { return [whole] }
        return [whole] + workflow.jobs.flatMap { stretches(of: $0, in: file) }.sorted { $0.firstLine < $1.firstLine }
    }

    private func stretches(of job: Job, in file: Node) -> [Stretch] {
        guard let pair = file["jobs"]?.pair(of: job.id), let mark = pair.key.mark else { return [] }
        let address = "jobs.\(job.id)"
        let whole = Stretch(firstLine: mark.line, origin: Origin(address: address, source: job.source))
        guard case .sequence(let printed)? = pair.value["steps"]?.content else { return [whole] }
        let steps = zip(printed, job.steps).enumerated().compactMap { index, step in
            step.0.mark.map {
                Stretch(
                    firstLine: $0.line, origin: Origin(address: "\(address).steps[\(index)]", source: step.1.source))
            }
        }
        return [whole] + steps
    }
}

extension Node {
    fileprivate func pair(of key: String) -> Node.Pair? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.content == .scalar(.string(key)) }
    }
}
