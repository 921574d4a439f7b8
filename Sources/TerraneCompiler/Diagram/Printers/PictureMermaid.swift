extension Picture {
    /// The picture as a flowchart of Mermaid ("Flowcharts - Basic Syntax", Mermaid documentation), which GitHub draws.
    public func mermaid() -> String {
        var chart = MermaidFlowchart()
        chart.statements = mermaid(in: nil)
        for line in lines {
            chart.statements.append(
                .link(
                    from: "b\(line.from)", to: "b\(line.to)", isDotted: line.kind != .traffic, label: line.label.legible
                ))
        }
        for family in ["edge", "compute", "data", "other"] {
            let members = boxes.indices.filter { boxes[$0].glyph.family == family && boxes[$0].mark == nil }
            chart.color(members, as: family)
        }
        for mark in [Mark.added, .changed, .removed, .replaced] {
            chart.color(boxes.indices.filter { boxes[$0].mark == mark }, as: mark.word)
        }
        return chart.text
    }

    private func mermaid(in parent: Int?) -> [MermaidFlowchart.Statement] {
        boxes(in: parent).map { .node("b\($0)", lines: lines(of: boxes[$0])) }
            + framesWithBoxes(in: parent).map { frame in
                .subgraph(
                    "f\(frame)",
                    title: [frames[frame].title, frames[frame].detail].filter { !$0.isEmpty }
                        .joined(separator: " · ").legible, mermaid(in: frame))
            }
    }
}

/// A flowchart, as far as pictures need it: every text is quoted.
struct MermaidFlowchart {
    indirect enum Statement {
        case node(String, lines: [String])
        case subgraph(String, title: String, [Statement])
        case link(from: String, to: String, isDotted: Bool, label: String)
        case style(name: String, String)
        case classes([String], String)
    }

    var statements: [Statement] = []

    /// Colours that are legible on light and on dark.
    private static let colours = [
        "edge": "fill:#dcf3e6,stroke:#12703f,color:#17202c", "compute": "fill:#dfeafc,stroke:#1c54b2,color:#17202c",
        "data": "fill:#ebe4fb,stroke:#5b34ad,color:#17202c", "other": "fill:#e8ecf1,stroke:#475364,color:#17202c",
        "added": "fill:#dcf3e6,stroke:#1a7f42,color:#17202c,stroke-width:3px",
        "changed": "fill:#fff3d6,stroke:#9a6700,color:#17202c,stroke-width:3px",
        "removed": "fill:#f3f4f6,stroke:#6b7686,color:#17202c,stroke-dasharray:5 4",
        "replaced": "fill:#fde3e3,stroke:#c62828,color:#17202c,stroke-width:3px",
    ]

    mutating func color(_ nodes: [Int], as name: String) {
        guard !nodes.isEmpty, let colours = MermaidFlowchart.colours[name] else { return }
        statements.append(.style(name: name, colours))
        statements.append(.classes(nodes.map { "b\($0)" }, name))
    }

    var text: String {
        "flowchart LR\n" + statements.map { MermaidFlowchart.print($0, depth: 1) }.joined()
    }

    private static func print(_ statement: Statement, depth: Int) -> String {
        let indent = String(repeating: "    ", count: depth)
        switch statement {
        case .node(let id, let lines):
            return "\(indent)\(id)[\"\(lines.map(escaped).joined(separator: "<br/>"))\"]\n"
        case .subgraph(let id, let title, let inner):
            return "\(indent)subgraph \(id)[\"\(escaped(title))\"]\n"
                + inner.map { print($0, depth: depth + 1) }.joined() + "\(indent)end\n"
        case .link(let from, let to, let isDotted, let label):
            let arrow = isDotted ? "-.->" : "-->"
            return "\(indent)\(from) \(arrow)\(label.isEmpty ? "" : "|\"\(escaped(label))\"|") \(to)\n"
        case .style(let name, let colours): return "\(indent)classDef \(name) \(colours)\n"
        case .classes(let nodes, let name): return "\(indent)class \(nodes.joined(separator: ",")) \(name)\n"
        }
    }

    /// Whatever is neither a letter nor harmless stands as its number ("Entity codes to escape characters", Mermaid
    /// documentation).
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_", ".", ",", ":", "/", "·", "–", "…", "@", "*", "+":
                String(scalar)
            default: scalar.value < 0x80 ? "#\(scalar.value);" : String(scalar)
            }
        }.joined()
    }
}
