import TerraneCore

/// Checks that resources can be made in some order.
///
/// Afterwards no resource refers to itself by way of others; or each such circle is an error that names its members.
func checkCycles(_ graph: ResourceGraph) -> [Diagnostic] {
    var search = CycleSearch(edges: graph.edges)
    return search.components().filter { $0.count > 1 || search.edges[$0[0]].contains($0[0]) }
        .map { .referenceCycle($0.sorted().map { graph.nodes[$0] }) }
}

extension ResourceGraph {
    /// For each resource the positions of those it needs first.
    var edges: [[Int]] {
        nodes.enumerated().map { position, node in
            facts.references[position] + node.options.dependencies.flatMap { positions(of: $0) }
                + (node.owner.flatMap { index[$0] }.map { [$0] } ?? [])
        }
    }
}

/// Strongly connected components by Tarjan's algorithm, without recursion so that no graph is too deep for it.
private struct CycleSearch {
    let edges: [[Int]]
    private var order: [Int]
    private var low: [Int]
    private var isOnStack: [Bool]
    private var stack: [Int] = []
    private var next = 0

    init(edges: [[Int]]) {
        self.edges = edges
        order = Array(repeating: -1, count: edges.count)
        low = order
        isOnStack = Array(repeating: false, count: edges.count)
    }

    mutating func components() -> [[Int]] {
        var found: [[Int]] = []
        for start in edges.indices where order[start] < 0 { search(from: start, into: &found) }
        return found
    }

    private mutating func search(from start: Int, into found: inout [[Int]]) {
        var path: [(node: Int, edge: Int)] = [(start, 0)]
        enter(start)
        while let (node, edge) = path.last {
            if edge < edges[node].count {
                path[path.count - 1].edge += 1
                let target = edges[node][edge]
                if order[target] < 0 {
                    enter(target)
                    path.append((target, 0))
                } else if isOnStack[target] {
                    low[node] = min(low[node], order[target])
                }
            } else {
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                if low[node] == order[node] { found.append(leave(node)) }
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = next
        low[node] = next
        next += 1
        stack.append(node)
        isOnStack[node] = true
    }

    private mutating func leave(_ root: Int) -> [Int] {
        var component: [Int] = []
        while let node = stack.popLast() {
            isOnStack[node] = false
            component.append(node)
            if node == root { break }
        }
        return component
    }
}

extension Diagnostic {
    static func referenceCycle(_ members: [ResourceNode]) -> Diagnostic {
        let names = members.map { "'\($0.name)'" }.joined(separator: ", ")
        let summary =
            members.count == 1
            ? "\(names) refers to itself" : "\(names) refer to each other, so none of them can be made first"
        return .error(
            summary, help: "Break the circle: make one of the references a resource of its own.",
            at: members.first?.source,
            notes: members.dropFirst().map { Note("'\($0.name)' is declared here", at: $0.source) })
    }
}
