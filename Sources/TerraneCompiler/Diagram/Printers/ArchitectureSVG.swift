public import TerraneCore

/// The architecture of a stack as an SVG element for an HTML page. `id` begins every identifier in it, and its style holds
/// below `id` alone, so that several can stand on one page. The references of the graph must be resolved.
public func architectureSVG(of graph: ResourceGraph, id: String) -> String {
    Picture(of: graph).embeddedSVG(id: id)
}
