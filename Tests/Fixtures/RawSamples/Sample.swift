import TerraneCore
import TerraneSchemas

/// A resource with the least that its schema requires, or with a mistake.
struct Sample: Sendable {
    let resource: RawResource
    let label: String

    init(_ kind: String, of type: String, _ table: Properties) {
        let name = "\(kind)-\(type)".replacing("_", with: "-")
        resource = RawResource(Name(name), terraform: type) { table }
        label = name.replacing("-", with: "_")
    }

    static func all(of type: String, spoilt: Bool) -> [Sample] {
        guard let block = TerraformSchema.of(type)?.block else { return [] }
        let legal = block.leastRows
        return [Sample("legal", of: type, Properties(legal))]
            + (spoilt ? block.mistakes : []).map { Sample($0.kind, of: type, Properties($0.change(legal))) }
    }
}

/// A way to spoil a table.
private struct Spoiling {
    let kind: String
    let change: ([Row]) -> [Row]
}

extension TerraformSchema.Block {
    /// What cannot be left out.
    fileprivate var leastRows: [Row] {
        let arguments = requiredNames.compactMap { name in
            attributes[name].map { Row(terraform: name, cloudFormation: nil, content: .value($0.type.sample)) }
        }
        let parts = countedBlocks.filter { $0.block.least > 0 }.map { $0.block.rows(named: $0.name, $0.block.least) }
        return arguments + parts
    }

    fileprivate var mistakes: [Spoiling] {
        var all = [Spoiling(kind: "unknown") { $0 + [.value("terrane_nonsense", .integer(1))] }]
        if let name = requiredNames.first { all.append(Spoiling(kind: "missing") { $0.without(name) }) }
        if let name = countedBlocks.first(where: { $0.block.least > 0 })?.name {
            all.append(Spoiling(kind: "too-few") { $0.without(name) })
        }
        if let (name, part) = countedBlocks.first(where: { $0.block.most == 1 && $0.block.nesting != .single }) {
            all.append(Spoiling(kind: "too-many") { $0.without(name) + [part.rows(named: name, 2)] })
        }
        if let name = readOnlyName, let type = attributes[name]?.type {
            all.append(Spoiling(kind: "read-only") { $0 + [.value(name, type.sample)] })
        }
        return all + formMistakes
    }

    private var readOnlyName: String? { attributes.filter(\.value.isReadOnly).keys.min() }

    private var formMistakes: [Spoiling] {
        var all: [Spoiling] = []
        let writable = attributes.filter { !$0.value.isReadOnly && $0.key != "id" }.sorted { $0.key < $1.key }
        if let name = writable.first(where: { $0.value.blockType == nil })?.key {
            let part = Row(terraform: name, cloudFormation: nil, form: .block, content: .nested(.marker))
            all.append(Spoiling(kind: "block") { $0.without(name) + [part] })
        }
        if let name = blocks.keys.min() {
            all.append(Spoiling(kind: "argument") { $0.without(name) + [.value(name, .object([]))] })
        }
        if let name = writable.first(where: { $0.value.type == .string || $0.value.type == .number })?.key {
            all.append(Spoiling(kind: "wrong-type") { $0.without(name) + [.value(name, .list([.string("x")]))] })
        }
        return all
    }
}

extension TerraformSchema.NestedBlock {
    fileprivate func rows(named name: String, _ count: Int) -> Row {
        var table = Properties(block.leastRows)
        table.isMarker = true
        return Row(
            terraform: name, cloudFormation: nil, form: .block,
            content: .repeated(Array(repeating: table, count: count)))
    }
}

extension TerraformType {
    fileprivate var sample: Expression {
        switch self {
        case .string, .any: .string("x")
        case .number: .integer(1)
        case .boolean: .boolean(true)
        case .list(let element), .set(let element): .list([element.sample])
        case .map(let element): .object([Expression.Field("x", element.sample)])
        case .object(let fields, _):
            .object(fields.sorted { $0.key < $1.key }.map { Expression.Field($0.key, $0.value.type.sample) })
        }
    }
}

extension Row {
    fileprivate static func value(_ name: String, _ value: Expression) -> Row {
        Row(terraform: name, cloudFormation: nil, content: .value(value))
    }
}

extension [Row] {
    fileprivate func without(_ name: String) -> [Row] { filter { $0.terraform != name } }
}
