import TerraneCore

extension Checks {
    /// Tags are what AWS takes ("Tag naming limits and requirements", Tagging AWS Resources and Tag Editor).
    static func tags(_ inventory: Inventory) -> [Diagnostic] {
        let shared = inventory.graph.tags
        let items = inventory.items.filter { $0.type.hasPrefix("aws_") }
        let ofStack = items.first.map { first in
            shared.flatMap(\.problems).map { Diagnostic.tag($0, "the stack", first.source) }
        }
        return (ofStack ?? []) + items.flatMap { check($0, beside: shared) }
    }

    private static func check(_ item: Inventory.Item, beside shared: [Tag]) -> [Diagnostic] {
        let own = item.node.options.tags + written(item)
        let found = own.flatMap(\.problems).map { Diagnostic.tag($0, "'\(item.name)'", item.source) }
        let count = Set((shared + own).map(\.key)).count
        return found + (count > 50 ? [.tooManyTags(item, count)] : [])
    }

    /// Those of a raw resource's own row.
    private static func written(_ item: Inventory.Item) -> [Tag] {
        guard case .object(let fields)? = item["tags"].document else { return [] }
        return fields.compactMap { field in field.value.text.map { Tag(field.key, $0) } }
    }
}

extension Tag {
    /// What AWS would say against it.
    fileprivate var problems: [String] {
        var found: [String] = []
        if !(1...128).contains(key.unicodeScalars.count) {
            found.append("has a key of \(key.unicodeScalars.count) characters, and AWS takes 1 to 128")
        }
        if value.unicodeScalars.count > 256 {
            found.append("has a value of \(value.unicodeScalars.count) characters, and AWS takes 256")
        }
        if key.lowercased().hasPrefix("aws:") { found.append("begins with 'aws:', which is reserved") }
        if let wrong = (key + value).unicodeScalars.first(where: { !$0.isTagCharacter }) {
            found.append("has \(wrong.shown), and AWS takes letters, digits, spaces and '_.:/=+-@'")
        }
        return found.map { "the tag '\(key.prefix(40))' \($0)" }
    }
}

extension Unicode.Scalar {
    /// Letters and digits of any script, white space, and some signs.
    fileprivate var isTagCharacter: Bool {
        properties.isAlphabetic || properties.numericType != nil || properties.isWhitespace
            || "_.:/=+-@".unicodeScalars.contains(self) || properties.generalCategory == .nonspacingMark
    }
}

extension Diagnostic {
    fileprivate static func tag(_ problem: String, _ owner: String, _ place: SourceLocation) -> Diagnostic {
        .error("\(problem)", help: "It is a tag of \(owner): change it there.", at: place)
    }

    fileprivate static func tooManyTags(_ item: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "'\(item.name)' has \(count) tags, and AWS takes 50", help: "Those of the stack count too.", at: item.source
        )
    }
}
