public import TerraneCore

/// Which files of the output a run answers for: those of the stacks and targets that it compiled, and no others.
public struct ArtifactScope: Sendable {
    private let targets: Set<Target>
    /// For each system its environments, and those of them that were compiled.
    private let environments: [String: (all: Set<String>, compiled: Set<String>)]
    private let isWhole: Bool

    public init(compiled: [any Stack], of all: [any Stack], targets: Set<Target>) {
        self.targets = targets
        var environments: [String: (all: Set<String>, compiled: Set<String>)] = [:]
        for stack in all { environments[stack.name.dashed, default: ([], [])].all.insert(stack.environment.name) }
        for stack in compiled {
            environments[stack.name.dashed, default: ([], [])].compiled.insert(stack.environment.name)
        }
        self.environments = environments
        isWhole = environments.values.allSatisfy { $0.all == $0.compiled } && targets.count == Target.allCases.count
    }

    /// Every file of an output that one program writes alone.
    public static let everything = ArtifactScope(compiled: [], of: [], targets: Set(Target.allCases))

    /// No file at all, so that nothing is removed.
    public static let nothing = ArtifactScope(compiled: [], of: [], targets: [])

    /// Whether a path is one that this run would have written if it were still wanted.
    public func contains(_ path: String) -> Bool {
        if isWhole { return true }
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 1, let system = environments[parts[0]] else { return false }
        if system.all.contains(parts[1]) {
            return system.compiled.contains(parts[1]) && target(of: parts).map(targets.contains) ?? false
        }
        return system.all == system.compiled && targets.contains(systemTarget(of: parts))
    }

    /// The artifacts that this run may write. A script knows all environments of its system, so it waits for a run that
    /// has compiled all of them.
    public func writable(_ artifacts: [Artifact]) -> [Artifact] {
        artifacts.filter { artifact in
            let parts = artifact.path.split(separator: "/").map(String.init)
            return parts.count < 2 || systemTarget(of: parts) != .operations || contains(artifact.path)
        }
    }

    /// The target of a file that belongs to a system and not to one environment.
    private func systemTarget(of parts: [String]) -> Target {
        switch parts[1] {
        case "operations": .operations
        case "compose.yaml": .compose
        default: .github
        }
    }

    /// Whether none of the files is of a system of this program: another program wrote them all.
    public func isForeign(to paths: [String]) -> Bool {
        !environments.isEmpty && !paths.isEmpty
            && paths.allSatisfy { path in !environments.keys.contains { path.hasPrefix($0 + "/") } }
    }

    private func target(of parts: [String]) -> Target? {
        guard parts.count > 2 else { return nil }
        switch parts[2] {
        case "terraform": return .terraform
        case "cloudformation": return .cloudformation
        case "ecs": return .ecs
        case "graph.json": return .graph
        case "architecture.svg": return .diagram
        default: return nil
        }
    }
}
