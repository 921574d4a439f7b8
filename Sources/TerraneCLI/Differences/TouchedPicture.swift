import TerraneCompiler
import TerraneCore

/// A small Mermaid picture of the worst changes: what is touched, what it refers to and what refers to it.
struct TouchedPicture {
    private static let touchedLimit = 12
    private static let nodeLimit = 30
    private static let edgeLimit = 50

    private struct Node: Hashable {
        let stack: String
        let name: Name
    }

    private let report: DifferenceReport
    private var nodes: [Node] = []
    private var numbers: [Node: Int] = [:]
    private var touched: [Node: RankedChange] = [:]
    private var references: [String: [Name: [Name]]] = [:]

    init(_ report: DifferenceReport) {
        self.report = report
        for change in report.serious.lazy.filter({ $0.change.subject == .resource })
            .prefix(TouchedPicture.touchedLimit)
        {
            guard let environment = change.environments.first else { continue }
            let node = Node(stack: "\(change.stack)/\(environment)", name: change.change.name)
            if references[node.stack] == nil { references[node.stack] = report.references(node.stack) }
            touched[node] = change
            add(node)
        }
        for node in nodes { for neighbour in neighbours(of: node) { add(neighbour) } }
    }

    private mutating func add(_ node: Node) {
        guard numbers[node] == nil, nodes.count < TouchedPicture.nodeLimit else { return }
        numbers[node] = nodes.count
        nodes.append(node)
    }

    private func neighbours(of node: Node) -> [Node] {
        let references = references[node.stack] ?? [:]
        let users = references.filter { $0.value.contains(node.name) }.keys.sorted()
        return ((references[node.name] ?? []) + users).map { Node(stack: node.stack, name: $0) }
    }

    /// The picture in a fence; nil where there is nothing to draw.
    var text: String? {
        guard !touched.isEmpty else { return nil }
        var lines = ["flowchart LR"]
        let stacks = nodes.reduce(into: [String]()) { if !$0.contains($1.stack) { $0.append($1.stack) } }
        for (index, stack) in stacks.enumerated() {
            lines.append("  subgraph s\(index)[\"\(TouchedPicture.escaped(stack))\"]")
            for node in nodes where node.stack == stack { lines.append("    " + drawn(node)) }
            lines.append("  end")
        }
        return MarkdownText.block(lines + edges + classes, language: "mermaid")
    }

    private func drawn(_ node: Node) -> String {
        let change = touched[node]
        let symbol = change.map { "\($0.change.symbol) " } ?? ""
        let label = "n\(numbers[node] ?? 0)[\"\(TouchedPicture.escaped(symbol + node.name.path))\"]"
        return change.map { "\(label):::\($0.pictureClass)" } ?? label
    }

    private var edges: [String] {
        var lines: [String] = []
        for node in nodes {
            for target in references[node.stack]?[node.name] ?? [] {
                let other = Node(stack: node.stack, name: target)
                guard touched[node] != nil || touched[other] != nil, let start = numbers[node], let end = numbers[other]
                else { continue }
                lines.append("  n\(start) --> n\(end)")
            }
        }
        return Array(lines.prefix(TouchedPicture.edgeLimit))
    }

    /// Frames only, so that it can be read on light and on dark ground.
    private var classes: [String] {
        [
            "  classDef bad stroke:#d1242f,stroke-width:3px", "  classDef risky stroke:#bf8700,stroke-width:3px",
            "  classDef plain stroke:#0969da,stroke-width:2px",
        ]
    }

    /// Letters and digits, and everything else by its number ("Flowcharts - Basic Syntax", section on entity codes, Mermaid).
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars.prefix(80) {
            let isSafe = scalar.isASCII && scalar.value > 0x1F && !"\"#;<>&`\\[]{}()|@".unicodeScalars.contains(scalar)
            if isSafe && scalar.value != 0x7F {
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped += scalar.properties.isAlphabetic ? "#\(scalar.value);" : "#65533;"
            }
        }
        return escaped
    }
}

extension RankedChange {
    fileprivate var pictureClass: String {
        switch kind {
        case .dataLoss, .removal, .exposure: "bad"
        case .permissions, .replacement, .downtime: "risky"
        case .capacity, .other, .cosmetic: "plain"
        }
    }
}
