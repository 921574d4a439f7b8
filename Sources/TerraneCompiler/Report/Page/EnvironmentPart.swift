import TerraneCore

extension EnvironmentReport {
    /// Whether there is anything to say in a chapter.
    func has(_ chapter: Chapter) -> Bool {
        chapter != .picture
    }
}

/// All that a page says of one environment.
struct EnvironmentPart {
    let environment: EnvironmentReport

    init(_ environment: EnvironmentReport) {
        self.environment = environment
    }

    var name: String { environment.name }

    var markup: Markup {
        let anchor = Anchor.environment(name)
        return tag(.section, .id(anchor), .class("environment"), .labelled(by: anchor.heading)) {
            tag(.h2, .id(anchor.heading)) { name.capitalizedFirst }
            facts
            for chapter in Chapter.allCases where environment.has(chapter) { section(chapter) }
        }
    }

    private var facts: Markup {
        tag(.dl, .class("facts")) {
            fact("Account", environment.graph.account?.rawValue ?? "any")
            fact("Regions", environment.regions.map(\.rawValue).joined(separator: ", "))
            fact("Resources", String(environment.graph.nodes.count))
            fact("Users depend on it", environment.graph.environment.isProduction ? "yes" : "no")
            if !environment.graph.tags.isEmpty {
                fact("Tags", environment.graph.tags.map { "\($0.key): \($0.value)" }.joined(separator: ", "))
            }
        }
    }

    private func fact(_ name: String, _ value: String) -> Markup {
        tag(.div) {
            tag(.dt) { name }
            tag(.dd) { value }
        }
    }

    private func section(_ chapter: Chapter) -> Markup {
        let anchor = Anchor.chapter(chapter, of: name)
        // Without a name of its own it is no landmark: each environment has a chapter of this name.
        return tag(.section, .id(anchor), .class("chapter")) {
            tag(.h3, .id(anchor.heading)) { chapter.title }
            content(of: chapter)
        }
    }

    private func content(of chapter: Chapter) -> Markup {
        switch chapter {
        case .picture: .nothing
        case .resources: resources
        case .connections: connections
        case .alarms: alarms
        case .secrets: secrets
        case .policies: policies
        case .costs: costs
        case .data: data
        }
    }

    // MARK: Parts

    /// A table, or a sentence where it would be empty.
    func table(_ caption: String, _ columns: [PageTable.Column], _ rows: [PageTable.Row], ifNone: String) -> Markup {
        rows.isEmpty
            ? tag(.p, .class("none")) { ifNone }
            : PageTable(caption: caption, columns: columns, rows: rows).markup
    }

    /// A row of a chapter that begins with the name of a resource.
    func row(_ name: Name, _ source: SourceLocation, in chapter: Chapter, key: String? = nil, _ cells: [Markup])
        -> PageTable.Row
    {
        let anchor = Anchor.row(key ?? name.path, in: chapter, of: self.name)
        let heading = tag(.span, .class("name")) {
            PagePart.link(name, of: environment)
            PagePart.source(source)
        }
        return PageTable.Row(anchor: anchor, cells: [heading] + cells)
    }

    func links(_ names: [Name], ifNone: String) -> Markup {
        PagePart.list(names.map { PagePart.link($0, of: environment) }, ifNone: ifNone)
    }
}
