import TerraneCompiler
import TerraneCore

/// Brings what tools say of artifacts back to the lines of Swift that made them.
struct FindingMap {
    /// Notes beyond these say no more than how many they are.
    private static let placeLimit = 4

    private var stacks: ArtifactSources
    private var repository: ArtifactSources?

    init(stacks: Compilation, repository: Compilation?) {
        self.stacks = ArtifactSources(of: stacks)
        self.repository = repository.map { ArtifactSources(of: $0) }
    }

    /// The findings of a tool. What it finds in several artifacts of one line is said once, with all the places.
    mutating func findings(_ found: [ToolFinding], of tool: String) -> [Finding] {
        var order: [Key] = []
        var places: [Key: [String]] = [:]
        for finding in found {
            let origin = origin(of: finding)
            let key = Key(
                severity: finding.severity, rule: finding.rule, message: finding.message, help: finding.help,
                source: origin?.source, fallback: origin == nil ? finding.artifact : nil)
            if places[key] == nil { order.append(key) }
            places[key, default: []] += place(of: finding, origin).map { [$0] } ?? []
        }
        return order.map { $0.finding(of: tool, places: places[$0] ?? [], limit: FindingMap.placeLimit) }
    }

    /// What makes two findings the same for whoever mends them.
    private struct Key: Hashable {
        let severity: Diagnostic.Severity
        let rule: String?
        let message: String
        let help: String?
        let source: SourceLocation?
        let fallback: String?

        func finding(of tool: String, places: [String], limit: Int) -> Finding {
            var notes = places.prefix(limit).map { Diagnostic.Note("in \($0)") }
            if places.count > limit { notes.append(Diagnostic.Note("and in \(places.count - limit) more places")) }
            let title = rule.map { "\(tool) \($0)" } ?? tool
            let diagnostic = Diagnostic(
                severity, "\(title): \(message)", help: help, at: source, notes: notes, rule: "toolFinding")
            return Finding(diagnostic, tool: tool, toolRule: rule)
        }
    }

    private mutating func origin(of finding: ToolFinding) -> ArtifactSources.Origin? {
        guard let path = finding.artifact else { return nil }
        if path.hasPrefix(ValidatedTree.repositoryPrefix) {
            let own = String(path.dropFirst(ValidatedTree.repositoryPrefix.count))
            return repository?.origin(of: own, line: finding.line)
        }
        return stacks.origin(of: path, line: finding.line)
    }

    private func place(of finding: ToolFinding, _ origin: ArtifactSources.Origin?) -> String? {
        guard let path = finding.artifact else { return nil }
        let line = finding.line.map { ":\($0)" } ?? ""
        return path + line + (origin?.address.map { " (\($0))" } ?? "")
    }
}

/// The artifacts of the stacks and of the repository in one tree.
enum ValidatedTree {
    /// Where the repository's own files stand in it.
    static let repositoryPrefix = ".github/"

    static func artifacts(stacks: Compilation, repository: Compilation?) -> [Artifact] {
        stacks.artifacts
            + (repository?.artifacts ?? []).map { Artifact(path: repositoryPrefix + $0.path, contents: $0.contents) }
    }

    /// The types of templates that AWS did not publish.
    static func foreignTypes(in compilation: Compilation) -> [String] {
        let types = compilation.graphs.flatMap { $0.nodes.compactMap(\.type.cloudFormation.typeName) }
        return Set(types).filter { !$0.hasPrefix("AWS::") && !$0.hasPrefix("Custom::") }.sorted()
    }
}
