import Foundation
import TerraneCompiler
import TerraneCore
import TerraneTesting
import Testing

/// What a compiled stack says of its resources in `graph.json`: their attributes by path, in both dialects.
///
///     let facts = try await GraphFacts(Shop.production)
///     #expect(facts.differences(in: "shop-db", from: ["engine | Engine": "postgres"]) == [])
///
/// A reference reads as the name of what it refers to, `{shop/vpc}`; parameters and the region do too. A list of such
/// texts is one text, `[a, b]`; longer things are reached by position: `rule.0.lifecycle.delete_after`.
struct GraphFacts: Sendable {
    typealias Attributes = [String: String]

    private struct Resource: Sendable {
        let type: String
        let region: String
        let attributes: Attributes
    }

    private let resources: [String: Resource]

    init(_ stack: any Stack) async throws {
        let text = try #require(await CompiledStack(stack, targets: [.graph]).text("graph.json"))
        let document = try JSONDecoder().decode(GraphValue.self, from: Data(text.utf8))
        resources = Dictionary(
            uniqueKeysWithValues: (document["resources"]?.list ?? []).map { resource in
                let attributes = ["terraform", "cloudFormation"].flatMap { dialect in
                    GraphReader(dialect: dialect).rows(resource["properties"], at: [])
                }
                return (
                    resource["name"]?.text ?? "",
                    Resource(
                        type: String(resource["terraform"]?.text?.split(separator: ".").first ?? ""),
                        region: resource["region"]?.text ?? "",
                        attributes: Attributes(attributes, uniquingKeysWith: { first, _ in first }))
                )
            })
    }

    /// What a resource says otherwise than it should, a line each. A path may be given in both dialects: `port | Port`.
    func differences(in name: String, from facts: KeyValuePairs<String, String>) -> [String] {
        guard let attributes = resources[name]?.attributes else { return ["there is no \(name)"] }
        return facts.flatMap { paths, value in
            paths.components(separatedBy: " | ").filter { attributes[$0] != value }
                .map { "\(name): \($0) is \(attributes[$0] ?? "missing"), not \(value)" }
        }
    }

    /// The attributes of all resources of a type of Terraform's, in no order that means anything.
    func all(_ type: String) -> [Attributes] {
        resources.values.filter { $0.type == type }.map(\.attributes)
    }

    func attribute(_ path: String, of name: String) -> String? { resources[name]?.attributes[path] }

    func region(of name: String) -> String? { resources[name]?.region }
}

/// Reads tables of the graph document in one dialect.
private struct GraphReader {
    typealias Attribute = (path: String, text: String)

    let dialect: String

    func rows(_ rows: GraphValue?, at path: [String]) -> [Attribute] {
        (rows?.list ?? []).flatMap { row -> [Attribute] in
            guard let name = row[dialect]?.text else { return [] }
            let path = path + name.split(separator: "/").map(String.init)
            if let items = row["items"]?.list {
                return items.enumerated().flatMap { self.rows($1, at: path + ["\($0)"]) }
            }
            return row["rows"].map { self.rows($0, at: path) } ?? values(row["value"] ?? .null, at: path)
        }
    }

    private func values(_ value: GraphValue, at path: [String]) -> [Attribute] {
        if let text = text(value) { return [(path.joined(separator: "."), text)] }
        if let items = value.list { return items.enumerated().flatMap { values($1, at: path + ["\($0)"]) } }
        if let inner = value["$json"] ?? value["$either"]?[dialect] { return values(inner, at: path) }
        return (value.fields ?? [:]).flatMap { values($1, at: path + [$0]) }
    }

    /// A value in one piece, if it is simple enough.
    private func text(_ value: GraphValue) -> String? {
        switch value {
        case .null: return "null"
        case .flag(let flag): return String(flag)
        case .number(let number): return number == number.rounded() ? String(Int(number)) : String(number)
        case .text(let text): return text
        case .list(let items):
            let texts = items.compactMap(text)
            return texts.count == items.count ? "[\(texts.joined(separator: ", "))]" : nil
        case .fields(let fields): return marked(fields)
        }
    }

    private func marked(_ fields: [String: GraphValue]) -> String? {
        for marker in ["$reference", "$parameter", "$context"] {
            if let name = fields[marker]?.text { return "{\(name)}" }
        }
        if let parts = fields["$text"]?.list { return parts.compactMap(text).joined() }
        return fields["$either"]?[dialect].flatMap(text)
    }
}

/// A JSON value.
private indirect enum GraphValue: Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([GraphValue])
    case fields([String: GraphValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let fields = try? container.decode([String: GraphValue].self) {
            self = .fields(fields)
        } else if let items = try? container.decode([GraphValue].self) {
            self = .list(items)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else {
            self = container.decodeNil() ? .null : .number(try container.decode(Double.self))
        }
    }

    subscript(key: String) -> GraphValue? { fields?[key] }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var list: [GraphValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    var fields: [String: GraphValue]? {
        if case .fields(let fields) = self { fields } else { nil }
    }
}
