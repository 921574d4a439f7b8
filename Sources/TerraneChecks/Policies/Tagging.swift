import TerraneCore

extension Policy {
    /// In production everything that can carry a tag says whose it is.
    public static let tagging = Policy(.tagging, "production is tagged", severity: .warning, in: .production) {
        inventory in
        inventory.taggable.filter { inventory.tags(of: $0).isEmpty }.map {
            $0.breach("has no tag", help: "Give the stack `tags`, which reach everything in it.")
        }
    }

    /// Everything that can carry a tag has these.
    public static func tagging(requiring keys: String...) -> Policy {
        Policy(.tagging, "every resource has the tags \(keys.joined(separator: ", "))") { inventory in
            inventory.taggable.flatMap { item in
                let present = inventory.tags(of: item)
                return keys.filter { !present.contains($0) }.map {
                    item.breach("has no tag '\($0)'", help: "Give it to the stack as one of its `tags`.")
                }
            }
        }
    }
}

extension Inventory {
    fileprivate var taggable: [Item] { items.filter { $0.node.type.tagging != .none } }

    fileprivate func tags(of item: Item) -> Set<String> {
        Set(item.node.options.tags(overriding: graph.tags).map(\.key))
    }
}
