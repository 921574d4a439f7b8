import TerraneCore
import Testing

/// A resource's table as text, a line for each row: `cidr_block | CidrBlock = "10.0.0.0/16"` where both sides say the
/// same, `internal = false | Scheme = "internet-facing"` where they differ, and `-` for the side that has no such row.
///
/// Terraform's provider must have each of them, too.
func bilingual(_ resource: any Resource) -> String {
    #expect(terraformProblems(resource) == [])
    return Lines(resource.properties).text
}

private struct Lines {
    private var lines: [String] = []

    init(_ table: Properties) {
        add(table, left: "", right: "")
    }

    var text: String { lines.joined(separator: "\n") }

    private mutating func add(_ table: Properties, left: String?, right: String?) {
        for row in table.rows where !row.isEmpty {
            add(row, left: Lines.path(left, row.terraform), right: Lines.path(right, row.cloudFormation))
        }
    }

    private mutating func add(_ row: Row, left: String?, right: String?) {
        switch row.content {
        case .value(.either(let terraform, let cloudFormation)):
            let (first, second) = (side(left, terraform), side(right, cloudFormation))
            lines.append("\(first) | \(second)")
        case .value(let value): add(value.shortText, left, right)
        case .nested(let table) where table.rows.isEmpty: add("{}", left, right)
        case .nested(let table): add(table, left: left, right: right)
        case .repeated(let tables):
            for (index, table) in tables.enumerated() {
                add(table, left: Lines.item(left, index), right: Lines.item(right, index))
            }
        }
    }

    private mutating func add(_ value: String, _ left: String?, _ right: String?) {
        switch (left, right) {
        case (let left?, let right?): lines.append("\(left) | \(right) = \(value)")
        case (let left?, nil): lines.append("\(left) = \(value) | -")
        default: lines.append("- | \(right ?? "-") = \(value)")
        }
    }

    private func side(_ path: String?, _ value: Expression) -> String {
        value.isNull ? "-" : "\(path ?? "-") = \(value.shortText)"
    }

    /// What stands for the surrounding table itself has no index.
    private static func item(_ list: String?, _ index: Int) -> String? {
        list.map { $0.isEmpty ? "" : "\($0)[\(index)]" }
    }

    private static func path(_ parent: String?, _ name: String?) -> String? {
        guard let parent, let name else { return nil }
        return parent.isEmpty || name.isEmpty ? parent + name : parent + "/" + name
    }
}

extension Expression {
    /// `"text"`, `42`, `[a, b]`, `{Key: value}`, and for a reference its resource with the attribute in both dialects:
    /// `<web: arn, Ref>`.
    var shortText: String {
        switch self {
        case .null: "null"
        case .string(let text): "\"\(text)\""
        case .integer(let number): String(number)
        case .number(let number): "\(number)"
        case .boolean(let flag): String(flag)
        case .list(let items): "[" + items.map(\.shortText).joined(separator: ", ") + "]"
        case .object(let fields):
            "{" + fields.map { "\($0.key): \($0.value.shortText)" }.joined(separator: ", ") + "}"
        case .interpolation(let parts): "\"" + parts.map { $0.text ?? "(\($0.shortText))" }.joined() + "\""
        case .json(let inner): "json \(inner.shortText)"
        case .reference(let reference): "<\(reference.target): \(reference.attribute.shortText)>"
        case .context(let context): "<\(context.rawValue)>"
        case .parameter(let parameter): "<parameter \(parameter.name)>"
        case .element(let list, let index): "\(list.shortText)[\(index)]"
        case .either(let terraform, let cloudFormation): "(\(terraform.shortText) or \(cloudFormation.shortText))"
        case .comprehension(let all):
            "{\(all.key.shortText): \(all.value.shortText) for \(all.variable) in \(all.collection.shortText)}"
        case .every(let inner): "every \(inner.shortText)"
        case .iteration(let path): path.joined(separator: ".")
        case .imported: "<imported>"
        case .lookup(let lookup):
            "<data \(lookup.source.name): \(lookup.attribute), parameter \(lookup.parameter.name)>"
        case .malformed(let literal): "malformed \(literal.text)"
        }
    }
}

extension Attribute {
    fileprivate var shortText: String {
        switch cloudFormation {
        case .ref: "\(terraform), Ref"
        case .attribute(let name): "\(terraform), \(name)"
        case .absent: "\(terraform), -"
        }
    }
}
