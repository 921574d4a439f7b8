extension Picture {
    /// The picture in Graphviz's language ("DOT Language", Graphviz documentation).
    public func dot() -> String {
        var graph = DOTGraph()
        graph.statements = [
            .attributes(
                "graph",
                [
                    ("label", title.legible), ("labelloc", "t"), ("rankdir", "LR"), ("compound", "true"),
                    ("splines", "ortho"),
                    ("fontname", "Helvetica"), ("nodesep", "0.4"), ("ranksep", "0.9"),
                ]),
            .attributes(
                "node",
                [
                    ("shape", "box"), ("style", "rounded,filled"), ("fontname", "Helvetica"), ("fontsize", "11"),
                    ("margin", "0.16,0.1"),
                ]),
            .attributes("edge", [("fontname", "Helvetica"), ("fontsize", "10"), ("color", "#3d4a5c")]),
        ]
        graph.statements += dot(in: nil)
        for line in lines {
            var attributes: [(String, String)] = []
            if !line.label.isEmpty { attributes.append(("xlabel", line.label.legible)) }
            if line.kind != .traffic { attributes.append(("style", "dashed")) }
            if line.kind == .egress { attributes.append(("constraint", "false")) }
            if let mark = line.mark { attributes.append(("color", mark.ink)) }
            graph.statements.append(.edge("b\(line.from)", "b\(line.to)", attributes))
        }
        return graph.text
    }

    private func dot(in parent: Int?) -> [DOTGraph.Statement] {
        boxes(in: parent).map { .node("b\($0)", dotAttributes(of: boxes[$0])) }
            + framesWithBoxes(in: parent).map { frame in
                .cluster(
                    "cluster_\(frame)",
                    [
                        ("label", line(of: frames[frame])), ("style", "rounded"), ("color", "#8fa7c7"),
                        ("margin", "14"),
                    ], dot(in: frame))
            }
    }

    private func dotAttributes(of box: Box) -> [(String, String)] {
        var attributes = [
            ("label", lines(of: box).joined(separator: "\n")), ("fillcolor", box.glyph.family.paper),
            ("color", box.mark?.ink ?? "#c5ced9"),
        ]
        if box.mark != nil { attributes.append(("penwidth", "2.5")) }
        if box.mark == .removed { attributes.append(("style", "rounded,dashed")) }
        return attributes
    }
}

/// A directed graph of Graphviz, as far as pictures need it: every value is quoted.
struct DOTGraph {
    indirect enum Statement {
        case attributes(String, [(String, String)])
        case node(String, [(String, String)])
        case edge(String, String, [(String, String)])
        case cluster(String, [(String, String)], [Statement])
    }

    var statements: [Statement] = []

    var text: String {
        "digraph architecture {\n" + statements.map { DOTGraph.print($0, depth: 1) }.joined() + "}\n"
    }

    private static func print(_ statement: Statement, depth: Int) -> String {
        let indent = String(repeating: "    ", count: depth)
        switch statement {
        case .attributes(let what, let attributes): return "\(indent)\(what)\(list(attributes));\n"
        case .node(let id, let attributes): return "\(indent)\(id)\(list(attributes));\n"
        case .edge(let from, let to, let attributes): return "\(indent)\(from) -> \(to)\(list(attributes));\n"
        case .cluster(let id, let attributes, let inner):
            let own = attributes.map { "\(indent)    \($0.0)=\(quoted($0.1));\n" }.joined()
            return "\(indent)subgraph \(id) {\n\(own)" + inner.map { print($0, depth: depth + 1) }.joined()
                + "\(indent)}\n"
        }
    }

    private static func list(_ attributes: [(String, String)]) -> String {
        attributes.isEmpty ? "" : " [" + attributes.map { "\($0.0)=\(quoted($0.1))" }.joined(separator: ", ") + "]"
    }

    /// In a quoted text a quote is escaped, and in a label a backslash too, before which Graphviz looks for codes of its own
    /// ("escString", Graphviz documentation).
    static func quoted(_ text: String) -> String {
        let inner = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            default: String(scalar)
            }
        }.joined()
        return "\"\(inner)\""
    }
}
