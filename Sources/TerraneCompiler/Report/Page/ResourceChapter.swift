import TerraneCore

extension EnvironmentPart {
    var resources: Markup {
        parts {
            for area in environment.areas {
                tag(.details) {
                    tag(.summary) {
                        tag(.span, .class("area")) { area.area.rawValue.capitalizedFirst }
                        tag(.span, .class("count")) { PagePart.count(area.resources.count, "resource", "resources") }
                    }
                    PageTable(
                        caption: "Resources of \(name): \(area.area.rawValue)",
                        columns: [
                            "Resource", "What it is", PageTable.Column("Terraform", share: 30), "CloudFormation",
                        ],
                        rows: area.resources.map(row)
                    ).markup
                }
            }
        }
    }

    private func row(_ resource: ReportedResource) -> PageTable.Row {
        let anchor = Anchor.resource(resource.name, of: name)
        return PageTable.Row(
            anchor: anchor,
            cells: [
                PagePart.heading(resource.name.path, at: anchor, resource.source), description(of: resource),
                address(resource.terraform), address(resource.cloudFormation),
            ])
    }

    private func description(of resource: ReportedResource) -> Markup {
        tag(.div) {
            resource.description
            if let region = resource.region { PagePart.badge("in \(region.rawValue)", "plain") }
            if let isProtected = resource.isProtected { PagePart.protection(isProtected) }
        }
    }

    private func address(_ address: ReportedAddress) -> Markup {
        switch address {
        case .address(let address, let type):
            tag(.span, .class("address")) {
                PagePart.code(address)
                if !address.utf8.starts(with: type.utf8) { tag(.small) { PagePart.breakable(type) } }
            }
        case .absent(let reason): tag(.span, .class("none")) { reason }
        }
    }
}

extension PagePart {
    static func protection(_ isProtected: Bool) -> Markup {
        isProtected ? badge("kept when removed", "good") : badge("lost when removed", "warn")
    }
}
