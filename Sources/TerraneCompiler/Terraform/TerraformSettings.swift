import HCL
import TerraneCore

/// What a configuration says of itself: versions, state, providers.
struct TerraformSettings {
    private let graph: ResourceGraph

    init(_ graph: ResourceGraph) {
        self.graph = graph
    }

    /// The oldest Terraform that can lock S3 state without DynamoDB ("Backend Type: s3", Terraform documentation).
    private static let requiredVersion = ">= 1.11"

    /// The providers of the graph's resources. AWS is always one, for the account it checks.
    private var used: [TerraformProvider] {
        var found: Set<TerraformProvider> = [.aws]
        for node in graph.nodes {
            if let type = node.type.terraform.typeName, let provider = TerraformProvider(ofType: type) {
                found.insert(provider)
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    func terraform() -> Block {
        let providers = used.map { provider in
            HCL.Attribute(
                provider.name,
                .map([("source", .string(provider.source)), ("version", .string(provider.version))]))
        }
        return Block(
            "terraform",
            body: Body([
                .attribute(HCL.Attribute("required_version", .string(TerraformSettings.requiredVersion))),
                .block(Block("required_providers", body: Body(providers.map { .attribute($0) }))),
            ]))
    }

    func backend() -> [Block] {
        guard case .s3(let bucket, let key, let region) = graph.state else { return [] }
        let backend = Block(
            "backend", labels: ["s3"],
            body: Body([
                .attribute(HCL.Attribute("bucket", .string(bucket))),
                .attribute(HCL.Attribute("key", .string(key))),
                .attribute(HCL.Attribute("region", .string(region.rawValue))),
                .attribute(HCL.Attribute("encrypt", .bool(true))),
                .attribute(HCL.Attribute("use_lockfile", .bool(true))),
            ]))
        return [Block("terraform", body: Body([.block(backend)]))]
    }

    func providers() -> [Block] {
        let regions = Set(graph.nodes.filter(isAWS).map(\.region)).union(graph.dataSources.compactMap(\.region))
            .subtracting([graph.region])
        return [aws(in: graph.region, alias: nil)]
            + regions.sorted { $0.rawValue < $1.rawValue }.map { aws(in: $0, alias: TerraformProvider.alias(of: $0)) }
            + used.filter { $0 != .aws }.map { Block("provider", labels: [$0.name], body: Body([])) }
    }

    private func isAWS(_ node: ResourceNode) -> Bool {
        node.type.terraform.typeName.map { TerraformProvider(ofType: $0) == .aws } ?? (node.type.terraform == .module)
    }

    private func aws(in region: Region, alias: String?) -> Block {
        var items: [BodyItem] = []
        if let alias { items.append(.attribute(HCL.Attribute("alias", .string(alias)))) }
        items.append(.attribute(HCL.Attribute("region", .string(region.rawValue))))
        if let account = graph.account {
            items.append(.attribute(HCL.Attribute("allowed_account_ids", .list([.string(account.rawValue)]))))
        }
        if !graph.tags.isEmpty { items.append(.block(defaultTags())) }
        return Block("provider", labels: ["aws"], body: Body(items))
    }

    private func defaultTags() -> Block {
        let tags = HCL.Expression.map(graph.tags.map { ($0.key, .string($0.value)) })
        return Block("default_tags", body: Body([.attribute(HCL.Attribute("tags", tags))]))
    }

    /// Reads the outputs of another stack from its state.
    static func remoteState(_ imported: ImportedValue) -> Block {
        var items: [BodyItem] = []
        switch imported.state {
        case .local:
            items = [
                .attribute(HCL.Attribute("backend", .string("local"))),
                .attribute(
                    HCL.Attribute(
                        "config",
                        .map([
                            (
                                "path",
                                .string(
                                    "../../../\(imported.stack.dashed)/\(imported.environment)/terraform/terraform.tfstate"
                                )
                            )
                        ]))),
            ]
        case .s3(let bucket, let key, let region):
            items = [
                .attribute(HCL.Attribute("backend", .string("s3"))),
                .attribute(
                    HCL.Attribute(
                        "config",
                        .map([
                            ("bucket", .string(bucket)), ("key", .string(key)),
                            ("region", .string(region.rawValue)),
                        ]))),
            ]
        }
        return Block("data", labels: ["terraform_remote_state", imported.label], body: Body(items))
    }
}
