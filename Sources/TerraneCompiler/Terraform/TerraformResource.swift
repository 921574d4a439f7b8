import HCL
import TerraneCore

/// Writes a resource as a Terraform block: meta-arguments, arguments, blocks, lifecycle, in the order of HashiCorp's
/// style guide ("Style Guide", Terraform documentation).
struct TerraformResource {
    let node: ResourceNode
    let graph: ResourceGraph
    let isProtected: Bool
    private let values: TerraformExpressions

    init(_ node: ResourceNode, in graph: ResourceGraph) {
        self.node = node
        self.graph = graph
        self.isProtected = graph.protects(node)
        values = TerraformExpressions(graph: graph, region: node.region)
    }

    /// What exists already and is looked up.
    init(_ source: DataSource, in graph: ResourceGraph) {
        let type = ResourceType(
            terraform: .type(source.type), cloudFormation: .absent(because: "a parameter stands for it"),
            area: source.area)
        self.init(
            ResourceNode(
                name: source.name, type: type, properties: source.arguments, options: Declaration.Options(),
                region: source.region ?? graph.region, source: source.declaredAt, madeAt: source.declaredAt), in: graph)
    }

    /// The block, or nil where Terraform has no such resource.
    func block() -> Block? {
        let label = Spelling.terraform(node.name)
        return switch node.type.terraform {
        case .type(let type): Block("resource", labels: [type, label], body: body())
        case .module: Block("module", labels: [label], body: body())
        case .ephemeral(let type): Block("ephemeral", labels: [type, label], body: body())
        case .absent, .part: nil
        }
    }

    /// The block of a data source.
    func dataBlock() -> Block {
        Block("data", labels: [node.type.terraform.typeName ?? "", Spelling.terraform(node.name)], body: body())
    }

    private func body() -> Body {
        let type = node.type.terraform.typeName ?? ""
        var body = TerraformBody()
        body.comments = node.options.suppressions.map { Comment("checkov:skip=\($0.check):\($0.reason)") }
        body.attributes += metaArguments(type)
        fill(&body, with: node.properties.rows)
        override(&body)
        if let tags = tags(type) { body.attributes.append(tags) }
        body.blocks += lifecycle()
        if let providers = providersOfModule() { body.trailing.append(providers) }
        if let dependencies = dependencies() { body.trailing.append(dependencies) }
        return body.hcl
    }

    /// A module is given the provider of another region by name.
    private func providersOfModule() -> HCL.Attribute? {
        guard node.type.terraform == .module, node.region != graph.region else { return nil }
        let alias = HCL.Expression.reference("aws", TerraformProvider.alias(of: node.region))
        return HCL.Attribute("providers", .map([("aws", alias)]))
    }

    private func metaArguments(_ type: String) -> [HCL.Attribute] {
        var arguments: [HCL.Attribute] = []
        if let collection = node.options.forEach {
            arguments.append(HCL.Attribute("for_each", values.lower(collection)))
        }
        if node.region != graph.region, TerraformProvider(ofType: type) == .aws {
            arguments.append(HCL.Attribute("provider", .reference("aws", TerraformProvider.alias(of: node.region))))
        }
        return arguments
    }

    private func fill(_ body: inout TerraformBody, with rows: [Row]) {
        for row in rows {
            guard let name = row.terraform, !row.isEmpty else { continue }
            add(row, at: RowPath.parts(of: name)[...], to: &body)
        }
    }

    /// Walks down a path such as `scaling/minimum`, block by block, and writes the row at its end.
    private func add(_ row: Row, at path: ArraySlice<String>, to body: inout TerraformBody) {
        guard let first = path.first else { return splice(row, into: &body) }
        if path.count > 1 {
            body.withBlock(first) { add(row, at: path.dropFirst(), to: &$0) }
        } else {
            write(row, as: first, to: &body)
        }
    }

    private func splice(_ row: Row, into body: inout TerraformBody) {
        switch row.content {
        case .value: break
        case .nested(let table): fill(&body, with: table.rows)
        case .repeated(let tables): for table in tables { fill(&body, with: table.rows) }
        }
    }

    private func write(_ row: Row, as name: String, to body: inout TerraformBody) {
        switch (row.content, row.form) {
        case (.value(let value), _):
            let value = value.forTerraform
            if !value.isNull { body.attributes.append(HCL.Attribute(name, values.lower(value))) }
        case (.nested(let table), .block): body.withBlock(name) { fill(&$0, with: table.rows) }
        case (.nested(let table), .attribute): body.attributes.append(HCL.Attribute(name, object(table)))
        case (.repeated(let tables), .block): for table in tables { body.blocks.append(block(name, table)) }
        case (.repeated(let tables), .attribute):
            body.attributes.append(HCL.Attribute(name, .list(tables.map(object))))
        }
    }

    private func block(_ name: String, _ table: Properties) -> Block {
        var inner = TerraformBody()
        fill(&inner, with: table.rows)
        return Block(name, body: inner.hcl)
    }

    private func object(_ table: Properties) -> HCL.Expression {
        var inner = TerraformBody()
        fill(&inner, with: table.rows)
        return .map(inner.attributes.map { ($0.name, $0.value) })
    }

    private func override(_ body: inout TerraformBody) {
        for row in node.options.overrides {
            guard let name = row.terraform else { continue }
            body.attributes.removeAll { $0.name == name }
            body.blocks.removeAll { $0.type == name }
        }
        fill(&body, with: node.options.overrides)
    }

    /// The AWS provider adds the stack's tags by itself (`default_tags`); other providers are told.
    private func tags(_ type: String) -> HCL.Attribute? {
        let isAWS = TerraformProvider(ofType: type) == .aws
        let tags = isAWS ? node.options.tags : node.options.tags(overriding: graph.tags)
        guard node.type.tagging != .none, !tags.isEmpty else { return nil }
        return HCL.Attribute("tags", .map(tags.map { ($0.key, .string($0.value)) }))
    }

    private func lifecycle() -> [Block] {
        var rules: [HCL.Attribute] = []
        if node.options.createsBeforeDestroying { rules.append(HCL.Attribute("create_before_destroy", .bool(true))) }
        if isProtected, node.type.persistence.isStateful { rules.append(HCL.Attribute("prevent_destroy", .bool(true))) }
        if !node.options.ignoredChanges.isEmpty {
            rules.append(
                HCL.Attribute("ignore_changes", .list(node.options.ignoredChanges.map { .reference([$0]) })))
        }
        guard !rules.isEmpty else { return [] }
        return [Block("lifecycle", body: Body(rules.map { .attribute($0) }))]
    }

    /// What no reference says already: a dependency that is also referred to would be said twice.
    private func dependencies() -> HCL.Attribute? {
        let implied = graph.references(of: node, in: .terraform)
        var addresses: [HCL.Expression] = []
        for position in node.options.dependencies.flatMap({ graph.positions(of: $0) }) where !implied.contains(position)
        {
            let other = graph.nodes[position]
            guard let kind = other.type.terraform.addressPrefix else { continue }
            let address = HCL.Expression.reference(kind + [Spelling.terraform(other.name)])
            if !addresses.contains(address) { addresses.append(address) }
        }
        return addresses.isEmpty ? nil : HCL.Attribute("depends_on", .list(addresses))
    }
}

extension ResourceType.Form {
    /// What stands before the label in an address: `aws_vpc`, `module`, `ephemeral.aws_ssm_parameter`.
    var addressPrefix: [String]? {
        switch self {
        case .type(let type): [type]
        case .module: ["module"]
        case .ephemeral(let type): ["ephemeral", type]
        case .absent, .part: nil
        }
    }
}

/// What goes into a block, kept apart until it is printed: arguments before blocks.
struct TerraformBody {
    var comments: [Comment] = []
    var attributes: [HCL.Attribute] = []
    var blocks: [Block] = []
    var trailing: [HCL.Attribute] = []

    /// Changes the one block of this type, making it if need be.
    mutating func withBlock(_ type: String, _ change: (inout TerraformBody) -> Void) {
        var inner = TerraformBody()
        if let position = blocks.firstIndex(where: { $0.type == type }) {
            inner = TerraformBody(blocks[position].body)
            change(&inner)
            blocks[position] = Block(type, body: inner.hcl)
        } else {
            change(&inner)
            blocks.append(Block(type, body: inner.hcl))
        }
    }

    init() {}

    private init(_ body: Body) {
        for item in body.items {
            switch item {
            case .attribute(let attribute): attributes.append(attribute)
            case .block(let block): blocks.append(block)
            default: break
            }
        }
    }

    var hcl: Body {
        Body(
            comments.map { .comment($0) } + attributes.map { .attribute($0) } + blocks.map { .block($0) }
                + trailing.map { .attribute($0) }
        )
    }
}

extension TerraneCore.Expression {
    /// The side of the value that Terraform gets.
    var forTerraform: TerraneCore.Expression {
        if case .either(let terraform, _) = self { terraform } else { self }
    }

    /// The side of the value that CloudFormation gets.
    var forCloudFormation: TerraneCore.Expression {
        if case .either(_, let cloudFormation) = self { cloudFormation } else { self }
    }
}
