public import TerraneChecks
public import TerraneCore

/// What a compilation is asked for.
public enum Target: String, CaseIterable, Hashable, Sendable {
    /// HCL for Terraform.
    case terraform
    /// JSON templates for CloudFormation, one a region.
    case cloudformation
    /// Task definitions that `aws ecs register-task-definition` takes.
    case ecs
    /// GitHub Actions workflows, and what they build with.
    case github
    /// Scripts for operators.
    case operations
    /// Compose files for development.
    case compose
    /// The resource graph as data.
    case graph
    /// The architecture as a picture.
    case diagram
}

/// A file of the output: its path below the output folder, and its bytes.
public struct Artifact: Hashable, Sendable {
    public let path: String
    public let contents: [UInt8]

    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }
}

/// What came of a compilation. With an error among the diagnostics there are no artifacts.
public struct Compilation: Sendable {
    public let artifacts: [Artifact]
    public let diagnostics: [Diagnostic]
    public let summaries: [StackSummary]
    /// What the stacks were evaluated to, errors or not.
    public let graphs: [ResourceGraph]
    /// What the paths of the artifacts would begin with if a stack had made them.
    var folder = ""
}

/// A stack in a line: what it is, where it goes, how large it is.
public struct StackSummary: Hashable, Sendable {
    public let stack: Name
    public let environment: String
    public let region: Region
    public let resources: Int
}

/// The compiler: Swift values in, artifacts and diagnostics out. It reads and writes nothing.
///
///     stack ──evaluate──▶ graph ──resolve──▶ graph with facts ──check──▶ diagnostics
///                                                   └─────────lower──▶ trees ──verify──▶ diagnostics
///                                                                       └──print──▶ artifacts
public struct Compiler: Sendable {
    /// What the providers say of their types, against which artifacts are checked before they are printed.
    public enum Schemas: Hashable, Sendable {
        /// Those that are built into the program.
        case embedded
        /// None, so that types need not exist.
        case none
    }

    public let targets: Set<Target>
    /// What the organisation asks of its stacks.
    public let policies: [Policy]
    public let schemas: Schemas
    /// The day that exemptions from policies are judged by; nil leaves them unjudged, so that what is compiled does not depend
    /// on the day.
    public var today: Day?
    /// Whether the stacks are all there are, so that an exemption that none of them needs can be told.
    public var isWhole = false

    public init(
        targets: Set<Target> = Set(Target.allCases), policies: [Policy] = Policies.standard,
        schemas: Schemas = .embedded
    ) {
        self.targets = targets
        self.policies = policies
        self.schemas = schemas
    }

    /// Compiles stacks, side by side. All of them are checked before anything is lowered.
    public func compile(_ stacks: [any Stack]) async -> Compilation {
        await compile(stacks, prints: true)
    }

    /// Finds all that is wrong with stacks, and leaves out the work of printing what would come of them.
    public func verify(_ stacks: [any Stack]) async -> Compilation {
        await compile(stacks, prints: false)
    }

    private func compile(_ stacks: [any Stack], prints: Bool) async -> Compilation {
        let evaluated = await concurrently(stacks) { check(evaluate($0)) }
        var diagnostics = evaluated.flatMap(\.diagnostics) + checkStacks(evaluated.map(\.graph))
        diagnostics += Policies.unneeded(
            in: evaluated.map(\.graph), findings: evaluated.flatMap(\.findings), policies: policies, isWhole: isWhole)
        var artifacts: [Artifact] = []
        if !diagnostics.hasErrors {
            let lowered = await concurrently(jobs(for: evaluated.map(\.graph))) {
                lower($0.graphs, to: $0.target).settled(for: $0.target, prints: prints)
            }
            let (drafts, conflicts) = mergeDrafts(lowered.flatMap(\.drafts))
            diagnostics += lowered.flatMap(\.diagnostics) + conflicts
            if prints, !diagnostics.hasErrors { artifacts = drafts.map(\.artifact) }
        }
        return Compilation(
            artifacts: artifacts, diagnostics: diagnostics.sortedForPeople(),
            summaries: evaluated.map { $0.graph.summary }, graphs: evaluated.map(\.graph))
    }

    /// Resolves references, then runs the checks, each of which says what holds after it.
    private func check(_ stack: EvaluatedStack) -> EvaluatedStack {
        let resolved = resolveReferences(stack.graph)
        let graph = resolved.graph
        let inventory = Inventory(graph)
        let findings = Policies.findings(of: policies, in: inventory)
        return EvaluatedStack(
            graph: graph,
            diagnostics: stack.diagnostics + resolved.diagnostics + checkNames(graph) + checkRenames(graph)
                + checkParameters(graph)
                + checkTexts(graph) + checkDocuments(graph) + checkCycles(graph) + checkPlacement(graph)
                + checkProviders(graph) + checkUniqueness(graph) + Checks.run(on: inventory)
                + Policies.diagnostics(of: findings, today: today),
            findings: findings)
    }

    private struct Job: Sendable {
        let graphs: [ResourceGraph]
        let target: Target
    }

    /// Each target of each stack by itself; scripts of all environments of a system together. System by system, so that what
    /// takes long and what does not take turns.
    private func jobs(for graphs: [ResourceGraph]) -> [Job] {
        let systems = Dictionary(grouping: graphs, by: \.stack).sorted { $0.key < $1.key }.map(\.value)
        return systems.flatMap { graphs in
            Target.allCases.filter(targets.contains).flatMap { target in
                target == .operations
                    ? [Job(graphs: graphs, target: target)] : graphs.map { Job(graphs: [$0], target: target) }
            }
        }
    }

    /// The back ends, each from graphs to files that can be printed.
    private func lower(_ graphs: [ResourceGraph], to target: Target) -> LoweredTarget {
        switch target {
        case .terraform: each(graphs) { lowerToTerraform($0, checkedAgainst: schemas) }
        case .cloudformation: each(graphs) { lowerToCloudFormation($0, checkedAgainst: schemas) }
        case .ecs: each(graphs, lowerToTaskDefinitions)
        case .github: each(graphs, lowerToWorkflows)
        case .operations: lowerToScripts(graphs)
        case .compose: each(graphs, lowerToComposeFiles)
        case .graph: each(graphs, lowerToGraphDocument)
        case .diagram: each(graphs, lowerToPicture)
        }
    }

    private func each(
        _ graphs: [ResourceGraph], _ lower: (ResourceGraph) -> LoweredTarget
    ) -> LoweredTarget {
        graphs.map(lower).reduce(into: LoweredTarget()) { $0.add($1) }
    }
}

/// The files of one target of one stack.
package struct LoweredTarget: Sendable {
    package var drafts: [Draft] = []
    package var diagnostics: [Diagnostic] = []

    mutating func add(_ other: LoweredTarget) {
        drafts += other.drafts
        diagnostics += other.diagnostics
    }

    /// Printed, or as much of it as is needed to find files that stand in each other's way: documents alone can be those of
    /// several environments.
    fileprivate func settled(for target: Target, prints: Bool) -> LoweredTarget {
        guard !prints else { return LoweredTarget(drafts: drafts.map(\.printed), diagnostics: diagnostics) }
        switch target {
        case .terraform, .cloudformation, .graph, .diagram:
            return LoweredTarget(drafts: drafts.map(\.unprinted), diagnostics: diagnostics)
        case .ecs, .github, .operations, .compose: return self
        }
    }
}
