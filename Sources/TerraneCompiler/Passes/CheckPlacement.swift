import TerraneCore

/// Checks where resources are: the account and the regions.
///
/// Afterwards the account is an account number, regions are regions' codes, and each part of another resource lies in
/// the region of its owner.
func checkPlacement(_ graph: ResourceGraph) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let account = graph.account, !account.isWellFormed { diagnostics.append(.malformedAccount(account)) }
    var regions: Set<Region> = []
    let others = [graph.region] + graph.dataSources.compactMap(\.region)
    for region in others where regions.insert(region).inserted && !region.isWellFormed {
        diagnostics.append(.malformedRegion(region, at: nil))
    }
    for node in graph.nodes {
        if regions.insert(node.region).inserted, !node.region.isWellFormed {
            diagnostics.append(.malformedRegion(node.region, at: node.source))
        }
        if case .part = node.type.cloudFormation { diagnostics += checkOwner(of: node, in: graph) }
        diagnostics += checkZones(of: node)
    }
    return diagnostics
}

private func checkOwner(of node: ResourceNode, in graph: ResourceGraph) -> [Diagnostic] {
    guard let owner = node.owner, let whole = graph[owner] else { return [.partWithoutOwner(node)] }
    return whole.region == node.region ? [] : [.partElsewhere(node, whole)]
}

/// A literal availability zone lies in the region of its resource.
private func checkZones(of node: ResourceNode) -> [Diagnostic] {
    node.properties.rows.compactMap { row in
        guard row.terraform == "availability_zone", case .value(.either(.string(let zone), _)) = row.content,
            !zone.hasPrefix(node.region.rawValue)
        else { return nil }
        return .zoneElsewhere(zone, node)
    }
}

extension Region {
    /// Whether this looks like a region's code: words and a number, `ap-northeast-1`.
    var isWellFormed: Bool {
        let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty }
            && parts.dropLast().allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
            && (parts.last?.utf8.allSatisfy { (0x30...0x39).contains($0) } ?? false)
    }
}

extension Diagnostic {
    static func malformedAccount(_ account: AccountID) -> Diagnostic {
        .error("'\(account.rawValue)' is not an AWS account number", help: "Account numbers have 12 digits.")
    }

    static func malformedRegion(_ region: Region, at place: SourceLocation?) -> Diagnostic {
        .error(
            "'\(region)' is not the code of an AWS region", help: "Codes look like 'ap-northeast-1'.", at: place)
    }

    static func partWithoutOwner(_ node: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' is part of another resource, which the stack does not list",
            help: "List the resource that it belongs to\(node.owner.map { ", '\($0)'" } ?? "").", at: node.source)
    }

    static func partElsewhere(_ node: ResourceNode, _ owner: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' is in \(node.region), but '\(owner.name)', of which it is part, is in \(owner.region)",
            help: "Put both into one region.", at: node.source)
    }

    static func zoneElsewhere(_ zone: String, _ node: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' is in \(node.region), but its availability zone '\(zone)' is not",
            help: "Use zones of \(node.region), or put the component into the zones' region with `.region(…)`.",
            at: node.source)
    }
}
