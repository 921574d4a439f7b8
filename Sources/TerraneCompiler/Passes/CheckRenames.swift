import TerraneCore

/// Checks what resources were called before.
///
/// Afterwards each former name leads to one resource of the graph and on to no other, so that both targets can tell what became
/// of what is deployed.
func checkRenames(_ graph: ResourceGraph) -> [Diagnostic] {
    guard graph.nodes.contains(where: { !$0.options.formerNames.isEmpty }) else { return [] }
    var check = RenameCheck(graph)
    for node in graph.nodes { check.visit(node) }
    return check.diagnostics
}

private struct RenameCheck {
    private(set) var diagnostics: [Diagnostic] = []
    /// What there is, by its spelling in CloudFormation. Names that are spelt alike in Terraform are so there too.
    private let present: [String: ResourceNode]
    private var claims: [String: (node: ResourceNode, former: FormerName)] = [:]
    /// The lines that something was said of. What is wrong with a component is wrong with each of its parts.
    private var reported: Set<SourceLocation> = []

    init(_ graph: ResourceGraph) {
        present = Dictionary(graph.nodes.map { (Spelling.cloudFormation($0.name), $0) }) { first, _ in first }
    }

    mutating func visit(_ node: ResourceNode) {
        var own: Set<Name> = [node.name]
        for former in node.options.formerNames {
            guard let problem = problem(with: former, of: node, besides: own) else {
                own.insert(former.name)
                continue
            }
            if reported.insert(former.source).inserted { diagnostics.append(problem) }
        }
    }

    private mutating func problem(with former: FormerName, of node: ResourceNode, besides own: Set<Name>) -> Diagnostic?
    {
        if let problem = former.name.problem { return .unspeakable(former.name, problem, at: former.source) }
        if former.name == node.name, node.options.formerNames.first?.name == former.name {
            return .renamedFromItself(former)
        }
        if own.contains(former.name) { return .renamedInACircle(node, former) }
        let spelling = Spelling.cloudFormation(former.name)
        if let other = present[spelling], other.name != node.name { return .formerNameInUse(former, node, other) }
        if let claim = claims[spelling], claim.node.name != node.name {
            return .formerNameClaimedTwice(former, node, claim.node, claim.former)
        }
        claims[spelling] = (node, former)
        return nil
    }
}

extension Diagnostic {
    static func renamedFromItself(_ former: FormerName) -> Diagnostic {
        .error(
            "'\(former.name)' is renamed from itself", help: "Give the name that it had before.", at: former.source)
    }

    static func renamedInACircle(_ node: ResourceNode, _ former: FormerName) -> Diagnostic {
        .error(
            "the former names of '\(node.name)' lead back to '\(former.name)'",
            help: "Terraform follows no circle: name each former name once, and the present one not at all.",
            at: former.source)
    }

    static func formerNameInUse(_ former: FormerName, _ node: ResourceNode, _ other: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' was called '\(former.name)' before, and the stack has a '\(other.name)'",
            help: "Which of the two is deployed under the old name? Give the other one a name that was never used.",
            at: former.source, notes: [Note("'\(other.name)' is declared here", at: other.source)])
    }

    static func formerNameClaimedTwice(
        _ former: FormerName, _ node: ResourceNode, _ other: ResourceNode, _ claim: FormerName
    ) -> Diagnostic {
        .error(
            "'\(node.name)' and '\(other.name)' both say that they were called '\(former.name)' before",
            help: "Only one of them is what is deployed under that name: leave it out of the other.",
            at: former.source, notes: [Note("the other says so here", at: claim.source)])
    }
}
