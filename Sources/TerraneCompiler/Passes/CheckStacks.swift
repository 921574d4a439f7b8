import TerraneCore

/// Checks stacks against each other.
///
/// Afterwards each environment of a system has one stack, and names of stacks and environments can be folders.
func checkStacks(_ graphs: [ResourceGraph]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for graph in graphs {
        for name in [graph.stack, Name(graph.environment.name)] {
            if let problem = name.problem { diagnostics.append(.unspeakableStack(name, problem)) }
        }
        if graph.environment.name.utf8.contains(UInt8(ascii: "/")) {
            diagnostics.append(.unspeakableStack(Name(graph.environment.name), "an environment has no parts"))
        }
        if !seen.insert(graph.folder.lowercased()).inserted { diagnostics.append(.stackTwice(graph)) }
    }
    return diagnostics + graphs.flatMap { checkImports(of: $0, among: graphs) }
}

/// What a stack imports from another one, of those compiled together, is exported there.
private func checkImports(of graph: ResourceGraph, among graphs: [ResourceGraph]) -> [Diagnostic] {
    graph.facts.imports.compactMap { imported in
        let owner = graphs.first { $0.stack == imported.stack && $0.environment.name == imported.environment }
        guard let owner, !owner.exports.contains(where: { $0.name == imported.export }) else { return nil }
        return .notExported(imported, by: owner, to: graph)
    }
}

/// Brings the files of all stacks together, by path.
///
/// A file that belongs to a system may come from several of its environments, if they agree on it.
func mergeDrafts(_ drafts: [Draft]) -> (drafts: [Draft], diagnostics: [Diagnostic]) {
    var byPath: [String: Draft] = [:]
    var diagnostics: [Diagnostic] = []
    for draft in drafts {
        if let other = byPath.updateValue(draft, forKey: draft.path), !other.agrees(with: draft) {
            diagnostics.append(.fileTwice(draft.path))
        }
    }
    return (byPath.values.sorted { $0.path < $1.path }, diagnostics + checkPaths(byPath))
}

/// No file is one with another where capitals do not count, and none stands where another has a folder.
private func checkPaths(_ drafts: [String: Draft]) -> [Diagnostic] {
    var seen: [String: String] = [:]
    return drafts.keys.sorted().flatMap { path -> [Diagnostic] in
        var found: [Diagnostic] = []
        if let other = seen.updateValue(path, forKey: path.lowercased()) {
            found.append(.pathsDifferInCase(path, other))
        }
        for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
            let folder = String(path[..<slash])
            if drafts[folder] != nil { found.append(.fileIsFolder(folder, of: path)) }
        }
        return found
    }
}

extension Diagnostic {
    static func unspeakableStack(_ name: Name, _ problem: String) -> Diagnostic {
        .error(
            "'\(name)' cannot name a stack or an environment: \(problem)", help: "It becomes a folder of the output.")
    }

    static func stackTwice(_ graph: ResourceGraph) -> Diagnostic {
        .error(
            "there are two stacks '\(graph.stack)' for the environment '\(graph.environment.name)'",
            help: "Give one of them another name or environment.")
    }

    static func notExported(
        _ imported: ImportedValue, by owner: ResourceGraph, to user: ResourceGraph
    ) -> Diagnostic {
        let similar = Suggestion.nearest(to: imported.export, among: owner.exports.map(\.name))
        let (here, there) = (
            "\(user.stack)/\(user.environment.name)", "\(owner.stack)/\(owner.environment.name)"
        )
        return .error(
            "\(here) imports '\(imported.export)', which \(there) does not export",
            help: "List the `Export` in its body." + (similar.map { " There is a '\($0)'." } ?? ""))
    }

    static func fileTwice(_ path: String) -> Diagnostic {
        .error(
            "two environments write '\(path)', and differently",
            help: "What belongs to the system is listed by one environment, or is the same in all.")
    }
}
