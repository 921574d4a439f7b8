import TerraneChecks
package import TerraneCore

/// The resources of one subject.
package struct ReportedArea: Sendable {
    package let area: ResourceType.Area
    package let resources: [ReportedResource]
}

/// A resource: what it is in plain words, and what everybody calls it.
package struct ReportedResource: Sendable {
    package let name: Name
    package let source: SourceLocation
    /// `subnet 10.0.1.0/24, ap-northeast-1a`.
    package let description: String
    /// Nil where it is in the stack's own region.
    package let region: Region?
    /// The address, or why Terraform has none.
    package let terraform: ReportedAddress
    package let cloudFormation: ReportedAddress
    /// Whether what it stores survives its removal; nil where it stores nothing.
    package let isProtected: Bool?
}

/// What a target calls a resource.
package enum ReportedAddress: Sendable {
    case address(String, type: String)
    case absent(because: String)
}

extension Inventory {
    func reportedAreas() -> [ReportedArea] {
        let byArea = Dictionary(grouping: items) { $0.node.type.area }
        return ResourceType.Area.allCases.compactMap { area in
            byArea[area].map { ReportedArea(area: area, resources: $0.map(reported)) }
        }
    }

    private func reported(_ item: Item) -> ReportedResource {
        let node = item.node
        return ReportedResource(
            name: node.name, source: node.source, description: item.plainWords,
            region: node.region == graph.region ? nil : node.region, terraform: node.reportedTerraform,
            cloudFormation: node.reportedCloudFormation,
            isProtected: node.type.persistence.isStateful ? graph.protects(node) : nil)
    }
}

extension ResourceNode {
    fileprivate var reportedTerraform: ReportedAddress {
        switch type.terraform {
        case .type(let type), .ephemeral(let type): .address(terraformAddress ?? "", type: type)
        case .module: .address(terraformAddress ?? "", type: "module")
        case .absent(let reason): .absent(because: reason)
        case .part(let owner): .absent(because: "A part of \(owner)")
        }
    }

    fileprivate var reportedCloudFormation: ReportedAddress {
        switch type.cloudFormation {
        case .type(let type): .address(logicalID ?? "", type: type)
        case .part(let type): .absent(because: "Written as properties of the \(type)")
        case .absent(let reason): .absent(because: reason)
        case .module: .absent(because: "A module is Terraform's alone")
        case .ephemeral: .absent(because: "Nothing of it is kept")
        }
    }
}
