package import TerraneChecks
package import TerraneCore
import TerraneXML

/// The pages about the systems of some graphs, and an index where they are several. `place` says where a line is, as readers find
/// it.
package func compileReports(
    of graphs: [ResourceGraph], policies: [Policy],
    place: @escaping @Sendable (SourceLocation) -> String = { $0.description }
) throws -> [Artifact] {
    try PagePart.$place.withValue(place) { try pages(of: graphs, policies) }
}

private func pages(of graphs: [ResourceGraph], _ policies: [Policy]) throws -> [Artifact] {
    let reports = SystemReport.all(of: graphs, policies: policies)
    let pages = try reports.map { report in
        let page = SystemPage(report)
        return Artifact(path: page.fileName, contents: try page.document().serializedForBrowsers())
    }
    guard reports.count > 1 else { return pages }
    let index = try IndexPage(reports).document().serializedForBrowsers()
    return pages + [Artifact(path: IndexPage.fileName, contents: index)]
}
