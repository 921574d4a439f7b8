import TerraneCore

/// Finds out what each resource was called before.
///
/// Afterwards the former names of a node are all it may be deployed under, the latest first: its own, and those that follow from
/// the former names of what its name begins with.
func settleRenames(_ renames: [Name: [FormerName]], in graph: inout ResourceGraph) {
    guard !renames.isEmpty else { return }
    for position in graph.nodes.indices {
        let formerNames = formerNames(of: graph.nodes[position].name, after: renames)
        if !formerNames.isEmpty { graph.nodes[position] = graph.nodes[position].renamed(from: formerNames) }
    }
}

/// Two renames that meet in a name, of a part and of the whole, make four names. Whichever of the three former ones is deployed
/// leads to the new one.
private func formerNames(of name: Name, after renames: [Name: [FormerName]]) -> [FormerName] {
    var found: [FormerName] = []
    var whole: Name? = name
    while let current = whole {
        let names = [name] + found.map(\.name)
        for former in renames[current] ?? [] {
            found += names.compactMap { $0.replacing(current, with: former.name) }.map {
                FormerName($0, logicalID: former.logicalID, source: former.source)
            }
        }
        whole = current.whole
    }
    return found
}

extension Name {
    /// What it is a part of: `koemo-backend` of `koemo-backend/logs`.
    fileprivate var whole: Name? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { Name(String(path[..<$0])) }
    }

    /// The name with another beginning, if it begins so.
    fileprivate func replacing(_ beginning: Name, with other: Name) -> Name? {
        if self == beginning { return other }
        guard path.utf8.starts(with: (beginning.path + "/").utf8) else { return nil }
        return Name(other.path + String(Substring(path.utf8.dropFirst(beginning.path.utf8.count))))
    }
}

extension ResourceNode {
    fileprivate func renamed(from formerNames: [FormerName]) -> ResourceNode {
        var options = options
        options.formerNames = formerNames
        return ResourceNode(
            name: name, type: type, properties: properties, options: options, region: region, owner: owner,
            source: source, madeAt: madeAt)
    }
}
