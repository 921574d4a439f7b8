/// Variations of one job, all combinations of which run. ("Running variations of jobs in a workflow", GitHub Docs.)
public struct Matrix: Sendable, ExpressibleByDictionaryLiteral {
    public struct Axis: Sendable {
        public let name: String
        public let values: [WorkflowText]
    }

    public let axes: [Axis]
    /// Combinations beside those of the axes, or more to say about some of those.
    public private(set) var additions: [WorkflowMap] = []
    public private(set) var exclusions: [WorkflowMap] = []
    /// Whether the first failure cancels the other variations.
    public private(set) var failsFast: Bool?
    public private(set) var maxParallel: Int?

    public init(dictionaryLiteral axes: (String, [any WorkflowTextConvertible])...) {
        self.axes = axes.map { Axis(name: $0.0, values: $0.1.map(\.workflowText)) }
    }

    public func including(_ combination: WorkflowMap) -> Matrix {
        with { $0.additions.append(combination) }
    }

    public func excluding(_ combination: WorkflowMap) -> Matrix {
        with { $0.exclusions.append(combination) }
    }

    public func failFast(_ failsFast: Bool) -> Matrix {
        with { $0.failsFast = failsFast }
    }

    /// At most so many variations at once.
    public func atMost(_ count: Int) -> Matrix {
        with { $0.maxParallel = count }
    }

    /// Every name that `matrix` knows in the job.
    var names: Set<String> { Set(axes.map(\.name) + additions.flatMap(\.keys)) }

    var texts: [WorkflowText] {
        axes.flatMap(\.values) + additions.flatMap(\.texts) + exclusions.flatMap(\.texts)
    }

    private func with(_ change: (inout Matrix) -> Void) -> Matrix {
        var copy = self
        change(&copy)
        return copy
    }
}
