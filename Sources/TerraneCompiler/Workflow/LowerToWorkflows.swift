import TerraneCore
import TerraneWorkflows

/// Writes the documents of a system that are not JSON: workflows, and property lists for what they build.
func lowerToWorkflows(_ graph: ResourceGraph) -> LoweredTarget {
    let values = StaticValues(of: graph)
    var lowered = LoweredTarget()
    for node in graph.documents {
        let printed: PrintedDocument
        switch node.document {
        case let workflow as Workflow: printed = workflow.printed(headedBy: graph.systemNotice, resolving: values.text)
        case let list as PropertyListDocument:
            printed = list.printed(headedBy: graph.systemNotice, resolving: values.text)
        default: continue
        }
        lowered.drafts.append(Draft(path: graph.path(of: node.document), contents: printed.bytes))
        lowered.diagnostics += printed.diagnostics
    }
    return lowered
}
