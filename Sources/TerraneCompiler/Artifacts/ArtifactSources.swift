public import TerraneCore

/// Which Swift line each line of the artifacts came from.
///
/// Tools by others speak of `cache.tf:12`; whoever wrote the stack wants the line that declares the cache. The artifacts are
/// read again, each when it is asked for: blocks of Terraform, sections of a template, jobs and steps of a workflow. Every
/// other file belongs to the line that declares it.
public struct ArtifactSources {
    /// Where a stretch of an artifact came from.
    public struct Origin: Hashable, Sendable {
        /// What the artifact calls it: `aws_vpc.koemo`, `KoemoPublicA`, `jobs.test`.
        public let address: String?
        public let source: SourceLocation
    }

    /// A stretch of a file, up to the next one. Without an origin it is nobody's: a provider's settings.
    struct Stretch {
        let firstLine: Int
        let origin: Origin?
    }

    private let artifacts: [String: Artifact]
    /// What stands before the paths, seen from the graphs.
    private let prefix: String
    /// By the folder of their environment.
    private let graphs: [String: ResourceGraph]
    private let documents: [String: ResourceGraph.DocumentNode]
    private var read: [String: [Stretch]] = [:]

    public init(of compilation: Compilation) {
        artifacts = Dictionary(compilation.artifacts.map { ($0.path, $0) }) { first, _ in first }
        prefix = compilation.folder
        graphs = Dictionary(compilation.graphs.map { ($0.folder, $0) }) { first, _ in first }
        let documents = compilation.graphs.flatMap { graph in
            graph.documents.map { (graph.path(of: $0.document), $0) }
        }
        self.documents = Dictionary(documents) { first, _ in first }
    }

    /// Where a line of an artifact came from; nil where no line of Swift is answerable for it.
    public mutating func origin(of path: String, line: Int?) -> Origin? {
        let stretches = stretches(of: path)
        guard let line else { return documents[prefix + path].map { Origin(address: nil, source: $0.source) } }
        return stretches.last { $0.firstLine <= line }?.origin
    }

    private mutating func stretches(of path: String) -> [Stretch] {
        if let known = read[path] { return known }
        let found = artifacts[path].map { read($0, prefix + path) } ?? []
        read[path] = found
        return found
    }

    private func read(_ artifact: Artifact, _ path: String) -> [Stretch] {
        if let document = documents[path] { return documentStretches(of: document, artifact.contents) }
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 3, let graph = graphs["\(parts[0])/\(parts[1])"] else { return [] }
        switch parts[2] {
        case "terraform": return terraformStretches(of: artifact.contents, in: graph)
        case "cloudformation": return templateStretches(of: artifact.contents, in: graph)
        default: return []
        }
    }
}
