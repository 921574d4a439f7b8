/// What the values of a graph are made of, found in one walk and used by every back end.
public struct GraphFacts: Sendable {
    /// For each resource the positions of those it refers to, in the order of first use.
    public var references: [[Int]] = []
    /// The parameters in use, by name.
    public var parameters: [ParameterDeclaration] = []
    /// The facts about the deployment in use.
    public var contexts: Set<DeploymentContext> = []
    /// The outputs of other stacks in use, in the order of first use.
    public var imports: [ImportedValue] = []
    /// What is looked up of things that exist already, in the order of first use, and what they need before them.
    public var lookups: [Lookup] = []

    public init() {}
}
