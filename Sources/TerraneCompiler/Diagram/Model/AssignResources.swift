import TerraneChecks
import TerraneCore

/// To which box or network each resource of a stack belongs. After it, what has no place belongs to the stack as a whole.
struct ResourcePlaces {
    enum Place: Hashable {
        case box(Int)
        case network(Int)
    }

    private let inventory: Inventory
    private(set) var places: [Place?]
    /// The places whose parts are named below a path.
    private var components: [String: [Int]] = [:]

    /// From the places of the resources that boxes and networks are named for.
    init(_ inventory: Inventory, primaries: [Place?]) {
        self.inventory = inventory
        places = primaries
        for (index, place) in primaries.enumerated() where place != nil {
            let path = inventory.items[index].name.path
            components[path, default: []].append(index)
            if let parent = path.parentPath { components[parent, default: []].append(index) }
        }
        assignByName()
        for _ in 0..<4 where assignByReference() == 0 { break }
    }

    /// What is named below a service is a part of it.
    private mutating func assignByName() {
        for index in places.indices where places[index] == nil {
            var path: String? = inventory.items[index].name.path
            if let owner = inventory.items[index].node.owner?.path { path = owner }
            while let prefix = path {
                if let found = components[prefix] {
                    places[index] = places[nearest(found, to: index)]
                    break
                }
                path = prefix.parentPath
            }
        }
    }

    /// Of several in one component the one that a resource has to do with.
    private func nearest(_ candidates: [Int], to index: Int) -> Int {
        let references = inventory.graph.facts.references
        return candidates.first { references[$0].contains(index) } ?? candidates.first {
            references[index].contains($0)
        }
            ?? candidates[0]
    }

    /// What one thing uses is a part of it, and so is what is said of it. Returns how many found their place.
    private mutating func assignByReference() -> Int {
        var found: [(Int, Place)] = []
        for index in places.indices where places[index] == nil {
            let item = inventory.items[index]
            let users = inventory.referrers(of: item).compactMap { place(of: $0) }
            let used = inventory.graph.facts.references[index]
            let announced = used.first { inventory.items[$0].type == "aws_sns_topic" }
            if let place = announced.flatMap({ places[$0] }) ?? users.first
                ?? used.compactMap({ places[$0] }).first
            {
                found.append((index, place))
            }
        }
        for (index, place) in found { places[index] = place }
        return found.count
    }

    func place(of item: Inventory.Item) -> Place? {
        inventory.graph.index[item.name].flatMap { places[$0] }
    }

    subscript(index: Int) -> Place? { places[index] }
}

extension String {
    /// `koemo-alb` of `koemo-alb/logs`; nil for a path of one part.
    var parentPath: String? {
        utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) }
    }
}
