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
        for family in Glyph.Family.allCases {
            let members = boxes.indices.filter { boxes[$0].glyph.family == family && boxes[$0].mark == nil }
            chart.color(members, as: family.rawValue, fill: family.paper, stroke: family.ink)
        }
        for mark in Mark.allCases {
            chart.color(
                boxes.indices.filter { boxes[$0].mark == mark }, as: mark.word, fill: mark.paper, stroke: mark.ink,
                mark == .removed ? "stroke-dasharray:5 4" : "stroke-width:3px")
        }
        return chart.text
    }

    private func mermaid(in parent: Int?) -> [MermaidFlowchart.Statement] {
        boxes(in: parent).map { .node("b\($0)", lines: lines(of: boxes[$0])) }
            + framesWithBoxes(in: parent).map { frame in
                .subgraph("f\(frame)", title: line(of: frames[frame]), mermaid(in: frame))
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

    /// Dark letters on a light ground are legible on a dark page too.
    mutating func color(_ nodes: [Int], as name: String, fill: String, stroke: String, _ more: String? = nil) {
        guard !nodes.isEmpty else { return }
        let colours = ["fill:\(fill)", "stroke:\(stroke)", "color:#17202c", more].compactMap(\.self)
            .joined(separator: ",")
        // A class is named for its nodes, because some plain words are Mermaid's own.
        let name = name + "Box"
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
