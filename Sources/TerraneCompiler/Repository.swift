public import TerraneCore

extension Compiler {
    /// Compiles what belongs to a repository and to none of its systems: workflows. The paths of the artifacts are below the
    /// repository's `.github`.
    public func compile(repository content: Content) async -> Compilation {
        let compilation = await Compiler(targets: [.github]).compile([Repository(body: content)])
        let place = Repository.name.dashed + "/github/"
        let strangers = compilation.artifacts.filter { !$0.path.hasPrefix(place) }
        let resources = compilation.summaries.reduce(0) { $0 + $1.resources }
        let diagnostics =
            compilation.diagnostics + strangers.map { Diagnostic.notOfGitHub($0.path) }
            + (resources > 0 ? [.resourcesOfRepository()] : [])
        let artifacts = compilation.artifacts.map {
            Artifact(path: String($0.path.dropFirst(place.count)), contents: $0.contents)
        }
        return Compilation(
            artifacts: diagnostics.hasErrors ? [] : artifacts, diagnostics: diagnostics.sortedForPeople(),
            summaries: [], graphs: compilation.graphs, folder: place)
    }
}

/// The repository as a stack of documents.
private struct Repository: Stack {
    static let name: Name = "stacks"

    let body: Content
    var name: Name { Repository.name }
    var environment: DeploymentEnvironment { DeploymentEnvironment("repository") }
    var region: Region { .virginia }
}

extension Diagnostic {
    fileprivate static func notOfGitHub(_ path: String) -> Diagnostic {
        .error(
            "the repository lists '\(path)', which is no file for '.github'",
            help: "List workflows there, and everything else in the body of a stack.")
    }

    fileprivate static func resourcesOfRepository() -> Diagnostic {
        .error("the repository lists resources", help: "Resources belong to a stack: list them in its body.")
    }
}
