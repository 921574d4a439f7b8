import HCL
import TerraneCore
import TerraneSchemas

/// A block of a configuration that a provider has a schema of, and the Swift line that is answerable for it.
struct WrittenBlock {
    let block: Block
    let area: ResourceType.Area
    let name: Name
    let place: SourceLocation

    var kind: TerraformSchema.Kind { TerraformSchema.Kind(ofBlock: block.type) }

    /// `aws_sqs_queue`; nil for the call of a module.
    var type: String? { block.labels.count == 2 ? block.labels[0] : nil }
}

extension TerraformSchema.Kind {
    /// By the word that a block, and a reference to it, begins with; a resource is referred to without one.
    init(ofBlock word: String) {
        switch word {
        case "data": self = .data
        case "ephemeral": self = .ephemeral
        default: self = .resource
        }
    }
}

/// Checks what is about to be printed against the schemas of the providers.
///
/// Afterwards every argument and block of a resource is one that its type has, of the right type and in the right number, all
/// that is required is there, and every reference leads to an attribute that the other type has. What is known only once
/// deployed fits everywhere its type does. Types of providers whose schemas are not built in are left alone.
func checkTerraformSchemas(_ blocks: [WrittenBlock], exports: [ResourceGraph.ExportNode], of graph: ResourceGraph)
    -> [TerraneCore.Diagnostic]
{
    let values = TerraformExpressions(graph: graph, region: graph.region)
    return blocks.flatMap(check)
        + exports.flatMap { export in
            TerraformReference.all(in: values.lower(export.value)).compactMap { $0.problem }.map {
                .unknownReference($0, in: "the export '\(export.name)'", at: export.source)
            }
        }
}

private func check(_ written: WrittenBlock) -> [TerraneCore.Diagnostic] {
    guard let type = written.type else { return references(in: written) }
    guard let schema = TerraformSchema.of(type, as: written.kind) else {
        let known = TerraformSchema.types(beside: type, as: written.kind)
        return known.isEmpty ? [] : [.unknownTerraformType(written, type, known)]
    }
    var check = TerraformBlockCheck(written, type)
    check.checkResource(written.block.body, against: schema.block)
    return check.diagnostics + references(in: written)
}

private func references(in written: WrittenBlock) -> [TerraneCore.Diagnostic] {
    var found: [TerraneCore.Diagnostic] = []
    written.block.body.forEachValue { value in
        for problem in TerraformReference.all(in: value).compactMap(\.problem) {
            found.append(.unknownReference(problem, in: "'\(written.name)'", at: written.place))
        }
    }
    return found
}

extension Body {
    /// Calls `visit` with the value of each attribute, those of nested blocks too.
    fileprivate func forEachValue(_ visit: (HCL.Expression) -> Void) {
        for item in items {
            switch item {
            case .attribute(let attribute) where attribute.name != "ignore_changes": visit(attribute.value)
            case .block(let block): block.body.forEachValue(visit)
            default: break
            }
        }
    }
}
