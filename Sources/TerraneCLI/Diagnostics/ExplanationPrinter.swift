import TerraneCompiler
import TerraneCore

/// Shows what there is to know of a resource, to people or to programs.
struct ExplanationPrinter {
    let console: Console
    private let sources = SourceIndex()

    init(console: Console) {
        self.console = console
    }

    func text(_ explanation: Explanation) -> String {
        let stack = explanation.stack
        var lines = [
            "\(explanation.name) in \(stack.stack)/\(stack.environment), \(explanation.region.rawValue)",
            "  declared at     \(place(explanation.source))",
        ]
        if explanation.madeAt != explanation.source { lines.append("  made at         \(place(explanation.madeAt))") }
        lines.append("  Terraform       \(spelled(explanation.terraform))")
        lines.append("  CloudFormation  \(spelled(explanation.cloudFormation))")
        lines += section("properties", ExplainedTable(rows: explanation.rows).lines)
        lines += section("refers to", neighbours(explanation.refersTo))
        lines += section("referred to by", neighbours(explanation.referredBy))
        lines += section("accepted findings", explanation.suppressions.map { "\($0.rule): \($0.reason)" })
        lines += section("policies", explanation.policies.map { "\($0.rule): \($0.verdict)" })
        lines += section("diagnostics", explanation.diagnostics.map { "\($0.severity.rawValue): \($0.summary)" })
        return lines.map(VisibleText.of).joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
    }

    private func spelled(_ form: Explanation.Spelled) -> String {
        switch form {
        case .resource(let type, let address):
            address.hasPrefix(type) ? address : "\(address), \(type)"
        case .absent(let reason): "none: \(reason)"
        }
    }

    private func neighbours(_ neighbours: [Explanation.Neighbour]) -> [String] {
        let widths = (
            neighbours.map { $0.name.path.count }.max() ?? 0, neighbours.map(\.address.count).max() ?? 0
        )
        return neighbours.map {
            "\($0.name.path.padded(to: widths.0))  \($0.address.padded(to: widths.1))  \(place($0.source))"
        }
    }

    func file(_ location: SourceLocation) -> String {
        sources.path(of: location).map(ShownPath.of) ?? location.file
    }

    func place(_ location: SourceLocation) -> String { "\(file(location)):\(location.line)" }
}

/// The two dialects side by side.
struct ExplainedTable {
    /// What the left column may take.
    private static let widest = 60

    let rows: [ExplainedRow]

    var lines: [String] {
        let cells = rows.map { ($0, ExplainedTable.lines(of: $0.terraform, $0.depth, "="), right($0)) }
        let width = min(ExplainedTable.widest, cells.flatMap(\.1).map(\.count).max() ?? 0)
        let header = "Terraform".padded(to: width) + "   CloudFormation"
        return [header]
            + cells.flatMap { row, left, right in
                ExplainedTable.beside(left, right, width) + (row.reason.map { ["  (one side alone: \($0))"] } ?? [])
            }
    }

    private func right(_ row: ExplainedRow) -> [String] {
        ExplainedTable.lines(of: row.cloudFormation, row.depth, ":")
    }

    private static func lines(of cell: ExplainedRow.Cell?, _ depth: Int, _ sign: String) -> [String] {
        guard let cell else { return [] }
        let indent = String(repeating: "  ", count: depth)
        let equals = sign == "=" ? " = " : ": "
        let text = cell.value.map { "\(cell.name)\(equals)\($0)" } ?? cell.name
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            (indent + line).wrapped(at: widest, indent: indent + "    ")
        }
    }

    private static func beside(_ left: [String], _ right: [String], _ width: Int) -> [String] {
        (0..<max(left.count, right.count)).map { index in
            let (a, b) = (index < left.count ? left[index] : "", index < right.count ? right[index] : "")
            return b.isEmpty ? a : a.padded(to: width) + "   " + b
        }
    }
}

extension String {
    func padded(to width: Int) -> String {
        count < width ? self + String(repeating: " ", count: width - count) : self
    }

    /// The text in lines no longer than that, those after the first further in.
    fileprivate func wrapped(at width: Int, indent: String) -> [String] {
        guard count > width else { return [self] }
        var lines: [String] = []
        var rest = self[...]
        while !rest.isEmpty {
            let room = lines.isEmpty ? width : max(20, width - indent.count)
            let line = rest.prefix(rest.count > room ? rest.prefix(room).fittingCount : room)
            lines.append((lines.isEmpty ? "" : indent) + line)
            rest = rest.dropFirst(line.count)
        }
        return lines
    }
}

extension Substring {
    /// How much of a line to keep together: up to its last comma or space, if that is not too far back.
    fileprivate var fittingCount: Int {
        guard let last = lastIndex(where: { $0 == "," || $0 == " " }) else { return count }
        let kept = distance(from: startIndex, to: last) + 1
        return kept > count / 2 ? kept : count
    }
}
