import HCL
import TerraneCore

/// A row of a bilingual table with its values as both targets print them.
public struct ExplainedRow: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public let name: String
        /// As it is printed; nil for the head of a part that has rows of its own.
        public let value: String?
    }

    /// How many parts it stands in.
    public let depth: Int
    public let terraform: Cell?
    public let cloudFormation: Cell?
    /// Why only one side has it.
    public let reason: String?
}

extension ExplainedRow {
    static func rows(of node: ResourceNode, in graph: ResourceGraph) -> [ExplainedRow] {
        var table = ExplainedTable(node, in: graph)
        let overridden = Set(node.options.overrides.compactMap(\.terraform))
        table.add(node.properties.rows.filter { !overridden.contains($0.terraform ?? "") } + node.options.overrides)
        return table.rows
    }
}

/// Walks down a table and writes each value in both languages.
private struct ExplainedTable {
    private(set) var rows: [ExplainedRow] = []
    private let left: TerraformExpressions
    private var right: CloudFormationExpressions
    private let hasTerraform: Bool
    private let hasCloudFormation: Bool

    init(_ node: ResourceNode, in graph: ResourceGraph) {
        left = TerraformExpressions(graph: graph, region: node.region)
        right = CloudFormationExpressions(graph: graph, region: node.region)
        hasTerraform = node.type.terraform.addressPrefix != nil
        if case .absent = node.type.cloudFormation { hasCloudFormation = false } else { hasCloudFormation = true }
    }

    mutating func add(_ rows: [Row]) {
        add(rows, depth: 0, (hasTerraform, hasCloudFormation))
    }

    /// Which of the two languages a part is written in.
    private typealias Sides = (terraform: Bool, cloudFormation: Bool)

    private mutating func add(_ rows: [Row], depth: Int, _ outer: Sides) {
        for row in rows where !row.isEmpty {
            let sides = (outer.terraform && row.terraform != nil, outer.cloudFormation && row.cloudFormation != nil)
            switch row.content {
            case .value(let value): add(value, of: row, depth: depth, sides)
            case .nested(let table): add(part: table, of: row, depth: depth, sides)
            case .repeated(let tables): for table in tables { add(part: table, of: row, depth: depth, sides) }
            }
        }
    }

    private mutating func add(_ value: TerraneCore.Expression, of row: Row, depth: Int, _ sides: Sides) {
        append(
            ExplainedRow(
                depth: depth, terraform: sides.terraform ? terraform(row.terraform, value.forTerraform) : nil,
                cloudFormation: sides.cloudFormation
                    ? cloudFormation(row.cloudFormation, value.forCloudFormation) : nil, reason: row.reason))
    }

    /// A part's head, unless it stands for the surrounding table itself, and what is in it.
    private mutating func add(part table: Properties, of row: Row, depth: Int, _ sides: Sides) {
        let left = sides.terraform ? row.terraform.flatMap(head) : nil
        let right = sides.cloudFormation ? row.cloudFormation.flatMap(head) : nil
        append(ExplainedRow(depth: depth, terraform: left, cloudFormation: right, reason: row.reason))
        add(table.rows, depth: left == nil && right == nil ? depth : depth + 1, sides)
    }

    private mutating func append(_ row: ExplainedRow) {
        if row.terraform != nil || row.cloudFormation != nil { rows.append(row) }
    }

    private func head(_ name: String) -> ExplainedRow.Cell? {
        name.isEmpty ? nil : ExplainedRow.Cell(name: name, value: nil)
    }

    private func terraform(_ name: String?, _ value: TerraneCore.Expression) -> ExplainedRow.Cell? {
        guard let name, !value.isNull else { return nil }
        return ExplainedRow.Cell(name: name, value: String(decoding: Printer.print(left.lower(value)), as: UTF8.self))
    }

    private mutating func cloudFormation(_ name: String?, _ value: TerraneCore.Expression) -> ExplainedRow.Cell? {
        guard let name, !value.isNull else { return nil }
        return ExplainedRow.Cell(name: name, value: JSONPrinter.compact(right.lower(value)))
    }
}
