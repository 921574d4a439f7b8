@testable import HostileStacks

/// What some format says, as far as texts, lists and objects go.
indirect enum Tree {
    case text(String)
    case list([Tree])
    case object([(key: String, value: Tree)])
    /// A number, a flag, nothing, or what cannot be worked out.
    case other(String)

    /// What stands at a path; nil where there is no such place. A text on the way is a JSON document.
    subscript(path: [Expected.Step]) -> Tree? {
        guard let step = path.first else { return self }
        let rest = Array(path.dropFirst())
        switch (self, step) {
        case (.object(let pairs), .key(let key)): return pairs.last { $0.key.isSameBytes(as: key) }?.value[rest]
        case (.list(let items), .index(let index)): return items.indices.contains(index) ? items[index][rest] : nil
        case (.text(let json), _): return (try? Tree(json: Array(json.utf8)))?[path]
        default: return nil
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension String {
    /// Swift's own `==` takes canonically equivalent texts for the same.
    func isSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
