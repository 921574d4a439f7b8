import TerraneCore

extension GraphComparison {
    /// What goes and what comes, where the two agree in all but their names: whole components where everything in them does.
    func suggestRenames() -> [RenameSuggestion] {
        guard changes.contains(where: { $0.kind == .removed }), changes.contains(where: { $0.kind == .added }) else {
            return []
        }
        let gone = RenameCandidates(
            changes.filter { $0.kind == .removed }.compactMap(\.older), in: older, besides: newer)
        let come = RenameCandidates(changes.filter { $0.kind == .added }.compactMap(\.newer), in: newer, besides: older)
        var suggestions: [RenameSuggestion] = []
        for (form, names) in come.byForm {
            guard let olderNames = gone.byForm[form], let first = names.min(), let count = come.sizes[first] else {
                continue
            }
            suggestions.append(
                RenameSuggestion(
                    older: olderNames.sorted(), newer: names.sorted(), resources: count,
                    source: come.sources[first] ?? SourceLocation(file: "", line: 0)))
        }
        return suggestions.sorted { ($0.newer.first ?? "") < ($1.newer.first ?? "") }
    }
}

/// Components and resources that one revision alone has, by a form that those share which differ in their names only.
private struct RenameCandidates {
    private(set) var byForm: [[String]: [Name]] = [:]
    /// How many resources each has, and where it is declared.
    private(set) var sizes: [Name: Int] = [:]
    private(set) var sources: [Name: SourceLocation] = [:]

    init(_ nodes: [ResourceNode], in graph: ResourceGraph, besides other: ResourceGraph) {
        guard !nodes.isEmpty else { return }
        let kept = RenameCandidates.prefixes(of: other)
        let roots = Dictionary(
            nodes.map { ($0.name, RenameCandidates.root(of: $0.name, besides: kept)) }, uniquingKeysWith: { $1 })
        let all = Set(roots.values)
        // A connection is called after both of its ends.
        let named = all.count > 16 ? [] : all.sorted { $0.path.utf8.count > $1.path.utf8.count }
        for (root, parts) in Dictionary(grouping: nodes, by: { roots[$0.name] ?? $0.name }) {
            let form = NamelessForm(root: root, roots: roots, others: named, account: graph.account)
            let forms = parts.map { form($0) }
            byForm[forms.sorted(), default: []].append(root)
            sizes[root] = parts.count
            sources[root] = parts.first?.source
        }
    }

    /// Everything that a name of the graph begins with.
    private static func prefixes(of graph: ResourceGraph) -> Set<String> {
        var prefixes: Set<String> = []
        for node in graph.nodes {
            var path = node.name.path[...]
            while prefixes.insert(String(path)).inserted, let slash = path.lastIndex(of: "/") { path = path[..<slash] }
        }
        return prefixes
    }

    /// The outermost component of which the other revision has nothing.
    private static func root(of name: Name, besides kept: Set<String>) -> Name {
        var root = ""
        for part in name.path.split(separator: "/") {
            root += root.isEmpty ? String(part) : "/\(part)"
            if !kept.contains(root) { return Name(root) }
        }
        return name
    }
}

/// A resource as a text in which nothing tells what its component is called.
private struct NamelessForm {
    let root: Name
    let roots: [Name: Name]
    /// Whatever else has or gets another name, the longest first.
    let others: [Name]
    let account: AccountID?

    func callAsFunction(_ node: ResourceNode) -> String {
        let type = "\(node.type.terraform.typeName ?? "-") \(node.type.cloudFormation.typeName ?? "-")"
        let bodies = [Properties.Dialect.terraform, .cloudFormation].map { dialect in
            let plain = PlainForm(dialect: dialect, region: node.region, account: account)
            return nameless(plain(WrittenProperties.object(of: node, in: dialect))).canonical
        }
        return ([without(node.name), type] + bodies).joined(separator: " ")
    }

    private func nameless(_ value: Expression) -> Expression {
        switch value {
        case .string(let text): .string(without(text))
        case .list(let items): .list(items.map(nameless))
        case .object(let fields): .object(fields.map { Expression.Field(without($0.key), nameless($0.value)) })
        case .json(let inner): .json(nameless(inner))
        case .interpolation(let parts): .interpolation(parts.map(nameless))
        case .element(let list, let index): .element(nameless(list), index)
        case .every(let inner): .every(nameless(inner))
        case .reference(let reference):
            .reference(
                Reference(
                    to: Name(without(reference.target)), type: reference.type, attribute: reference.attribute,
                    declaredAt: reference.declaredAt))
        default: value
        }
    }

    /// The name without that of its component, which goes or comes as a whole.
    private func without(_ name: Name) -> String {
        guard let root = roots[name] else { return name.path }
        return "*" + name.path.dropFirst(root.path.count)
    }

    private func without(_ text: String) -> String {
        ([root] + others).reduce(text) { text, name in
            Set([name.path, name.dashed, Spelling.terraform(name)]).sorted().reduce(text) { $0.replacing(word: $1) }
        }
    }
}

extension String {
    /// The text with a star in place of each occurrence of a name that is not a part of a longer word.
    fileprivate func replacing(word: String) -> String {
        let (text, mark) = (Array(utf8), Array(word.utf8))
        guard let first = mark.first, text.count >= mark.count, text.contains(first) else { return self }
        var bytes: [UInt8] = []
        var position = 0
        while position < text.count {
            let end = position + mark.count
            let isThere = text[position] == first && end <= text.count && text[position..<end].elementsEqual(mark)
            if isThere, position == 0 || !text[position - 1].isWordByte, end == text.count || !text[end].isWordByte {
                bytes.append(UInt8(ascii: "*"))
                position = end
            } else {
                bytes.append(text[position])
                position += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
