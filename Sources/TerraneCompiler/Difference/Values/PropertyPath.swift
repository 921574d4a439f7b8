import TerraneCore

/// The way to a property in one dialect: `ingress[https]/from_port`.
struct PropertyPath: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case name(String)
        /// An item of a list, by what it is called or else by its number.
        case item(String)
    }

    private(set) var steps: [Step] = []
    /// How many of the steps the provider knows; further ones are inside a text, such as a policy document.
    private var knownSteps: Int?

    static func / (path: PropertyPath, name: String) -> PropertyPath { path.adding(.name(name)) }

    func item(_ name: String) -> PropertyPath { adding(.item(name)) }

    private func adding(_ step: Step) -> PropertyPath {
        var copy = self
        copy.steps.append(step)
        return copy
    }

    /// The same path; what comes after it stands inside a text.
    var insideText: PropertyPath {
        var copy = self
        copy.knownSteps = knownSteps ?? steps.count
        return copy
    }

    var isInsideText: Bool { knownSteps != nil }

    /// The names, without the items.
    var names: [String] {
        steps.compactMap { if case .name(let name) = $0 { name } else { nil } }
    }

    var items: [String] {
        steps.compactMap { if case .item(let name) = $0 { name } else { nil } }
    }

    /// As schemas and facts of providers write it: `ingress/from_port`.
    var schema: String {
        steps.prefix(knownSteps ?? steps.count).compactMap { if case .name(let name) = $0 { name } else { nil } }
            .joined(separator: "/")
    }

    /// The names that begin it: `ingress`.
    var root: String { names.first ?? "" }
}

extension PropertyPath: CustomStringConvertible {
    var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .name(let name): text += (text.isEmpty ? "" : "/") + name
            case .item(let name): text += "[\(name)]"
            }
        }
        return text
    }
}
