public import TerraneChecks
public import TerraneCore

/// All there is to know of a resource before it is deployed: where it comes from, how both targets spell it, and what has to
/// do with it.
public struct Explanation: Sendable {
    /// Another resource, and the line that declares it.
    public struct Neighbour: Hashable, Sendable {
        public let name: Name
        public let address: String
        public let source: SourceLocation
    }

    /// A finding that is accepted, and why.
    public struct Acceptance: Hashable, Sendable {
        public let rule: String
        public let reason: String
    }

    /// A rule that applies to the resource, and what it comes to.
    public struct Verdict: Hashable, Sendable {
        public let rule: String
        public let verdict: String

        public init(rule: String, verdict: String) {
            self.rule = rule
            self.verdict = verdict
        }
    }

    public let name: Name
    public let stack: StackSummary
    public let region: Region
    public let source: SourceLocation
    public let madeAt: SourceLocation
    public let terraform: Spelled
    public let cloudFormation: Spelled
    public let rows: [ExplainedRow]
    public let refersTo: [Neighbour]
    public let referredBy: [Neighbour]
    public let suppressions: [Acceptance]
    public let policies: [Verdict]
    /// What the compiler says of the line that declares it.
    public let diagnostics: [Diagnostic]

    /// What a target calls the resource, or why it has none.
    public enum Spelled: Hashable, Sendable {
        case resource(type: String, address: String)
        case absent(because: String)
    }
}

extension Explanation {
    /// - parameter policies: what applies to the resource.
    public init(of node: ResourceNode, in compilation: Compilation, graph: ResourceGraph, policies: [Policy] = []) {
        name = node.name
        stack = graph.summary
        region = node.region
        source = node.source
        madeAt = node.madeAt
        terraform = node.spelledForTerraform
        cloudFormation = node.spelledForCloudFormation(in: graph)
        rows = ExplainedRow.rows(of: node, in: graph)
        let position = graph.index[node.name]
        refersTo = position.map { graph.facts.references[$0].map { Neighbour(graph.nodes[$0]) } } ?? []
        referredBy = graph.facts.references.indices.filter { other in
            position.map(graph.facts.references[other].contains) ?? false
        }.map { Neighbour(graph.nodes[$0]) }
        suppressions = node.options.suppressions.map { Acceptance(rule: $0.check, reason: $0.reason) }
        self.policies = Verdict.verdicts(of: policies, on: node, in: graph)
        diagnostics = compilation.diagnostics.filter { $0.location == node.source }
    }
}

extension Explanation.Neighbour {
    init(_ node: ResourceNode) {
        name = node.name
        address = node.terraformAddress ?? node.logicalID ?? ""
        source = node.source
    }
}

extension ResourceNode {
    fileprivate var spelledForTerraform: Explanation.Spelled {
        switch type.terraform {
        case .type(let name), .ephemeral(let name): .resource(type: name, address: terraformAddress ?? "")
        case .module: .resource(type: "module", address: terraformAddress ?? "")
        case .absent(let reason): .absent(because: reason)
        case .part(let owner): .absent(because: "a part of \(owner)")
        }
    }

    fileprivate func spelledForCloudFormation(in graph: ResourceGraph) -> Explanation.Spelled {
        switch type.cloudFormation {
        case .type(let name): .resource(type: name, address: logicalID ?? "")
        case .part(let type):
            .absent(because: "written as properties of \(owner.map(graph.logicalID) ?? ""), an \(type)")
        case .absent(let reason): .absent(because: reason)
        case .module: .absent(because: "a module is Terraform's alone")
        case .ephemeral: .absent(because: "nothing of it is kept")
        }
    }
}

extension Explanation.Verdict {
    /// What each policy says of a resource: that it is kept, broken, or need not be kept.
    static func verdicts(of policies: [Policy], on node: ResourceNode, in graph: ResourceGraph) -> [Explanation.Verdict] {
        let findings = Policies.findings(of: policies, in: Inventory(graph)).filter { $0.breach.item.name == node.name }
        return policies.map { policy in
            guard let finding = findings.first(where: { $0.policy.id == policy.id }) else {
                return Self(rule: policy.id.rawValue, verdict: "kept")
            }
            let verdict = finding.exemption.map { "exempt until \($0.until): \($0.reason)" }
            return Self(rule: policy.id.rawValue, verdict: verdict ?? "broken: it \(finding.breach.problem)")
        }
    }
}
