public import TerraneCompiler
public import TerraneCore

/// A stack compiled in memory, for a test to look at.
///
///     let koemo = await CompiledStack(Koemo.production)
///     #expect(koemo.diagnostics.isEmpty)
///     #expect(koemo.text("terraform/cache.tf")?.contains("cache.t3.medium") == true)
public struct CompiledStack: Sendable {
    public let diagnostics: [Diagnostic]
    public let artifacts: [Artifact]
    private let system: String
    private let environment: String

    public init(_ stack: any Stack, targets: Set<Target> = Set(Target.allCases)) async {
        let compilation = await Compiler(targets: targets).compile([stack])
        diagnostics = compilation.diagnostics
        artifacts = compilation.artifacts
        system = stack.name.dashed
        environment = stack.environment.name
    }

    /// The text of a file, by its path below the environment's folder or, failing that, below the system's.
    public func text(_ path: String) -> String? {
        let candidates = ["\(system)/\(environment)/\(path)", "\(system)/\(path)"]
        return artifacts.first { candidates.contains($0.path) }.map { String(decoding: $0.contents, as: UTF8.self) }
    }

    /// The paths of all files, below the output folder.
    public var paths: [String] { artifacts.map(\.path) }
}
