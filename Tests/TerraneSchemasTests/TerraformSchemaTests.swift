import Testing

@testable import TerraneSchemas

/// What the embedded form says of types whose provider says it in public.
@Suite struct TerraformSchemaTests {
    private func schema(_ type: String, as kind: TerraformSchema.Kind = .resource) throws -> TerraformSchema.Block {
        try #require(TerraformSchema.of(type, as: kind)).block
    }

    @Test func anAttributeHasATypeAndAUse() throws {
        let queue = try schema("aws_sqs_queue")
        #expect(queue.attributes["visibility_timeout_seconds"]?.type == .number)
        #expect(queue.attributes["tags"]?.type == .map(.string))
        #expect(queue.attributes["arn"]?.isReadOnly == true)
        #expect(queue.attributes["name"]?.isReadOnly == false)
        #expect(queue.requiredNames == [])
        #expect(try schema("aws_subnet").requiredNames == ["vpc_id"])
    }

    @Test func nestedBlocksAreCounted() throws {
        let acl = try schema("aws_wafv2_web_acl")
        let visibility = try #require(acl.blocks["visibility_config"])
        #expect((visibility.least, visibility.most) == (1, 1))
        #expect(acl.blocks["rule"]?.most == nil)
        #expect(
            visibility.block.requiredNames == ["cloudwatch_metrics_enabled", "metric_name", "sampled_requests_enabled"])
    }

    @Test func partsThatOccurOftenAreTheSame() throws {
        let rule = try #require(try schema("aws_wafv2_web_acl").blocks["rule"]).block
        let statement = try #require(rule.blocks["statement"]).block
        let inner = try #require(statement.blocks["not_statement"]?.block.blocks["statement"]).block
        #expect(inner.blocks["geo_match_statement"]?.block.attributes["country_codes"]?.type == .list(.string))
    }

    @Test func attributesOfAttributesHaveAUseOfTheirOwn() throws {
        let cluster = try schema("mongodbatlas_advanced_cluster")
        guard case .list(.object(let fields, isNested: true))? = cluster.attributes["replication_specs"]?.type else {
            Issue.record("\(String(describing: cluster.attributes["replication_specs"]))")
            return
        }
        #expect(fields["region_configs"]?.isRequired == true)
        #expect(fields["zone_id"]?.isReadOnly == true)
    }

    @Test func listsOfObjectsOfOlderProvidersMayBeBlocks() throws {
        let group = try schema("aws_security_group")
        #expect(group.attributes["ingress"]?.blockType?["cidr_blocks"]?.type == .list(.string))
        #expect(group.attributes["name"]?.blockType == nil)
    }

    @Test func aNameCanBeAResourceADataSourceAndEphemeral() throws {
        let name = "aws_secretsmanager_secret_version"
        #expect(try schema(name).attributes["secret_string_wo"]?.isWriteOnly == true)
        #expect(try schema(name, as: .data).attributes["secret_string"]?.isReadOnly == true)
        #expect(try schema(name, as: .ephemeral).requiredNames == ["secret_id"])
    }

    @Test func someAttributesHaveLimits() throws {
        let timeout = try #require(try schema("aws_sqs_queue").attributes["visibility_timeout_seconds"])
        #expect((timeout.limits?.least, timeout.limits?.most) == (0, 43_200))
        let mode = try schema("aws_dynamodb_table").attributes["billing_mode"]
        #expect(mode?.limits?.texts == ["PAY_PER_REQUEST", "PROVISIONED"])
        #expect(try schema("aws_sqs_queue").attributes["name"]?.limits == nil)
    }

    @Test func typesOfAProviderAreFoundByTheirNeighbours() {
        #expect(TerraformSchema.types(beside: "aws_sqs_quewe").contains("aws_sqs_queue"))
        #expect(TerraformSchema.types(beside: "google_storage_bucket") == [])
        #expect(TerraformSchema.types(beside: "aws_vpcs_", as: .data).contains("aws_vpcs"))
        #expect(TerraformSchema.of("google_storage_bucket") == nil)
    }

    @Test func everyTypeIsRead() {
        let types = TerraformSchema.types
        #expect(types.count > 2500)
        for type in types { #expect(TerraformSchema.of(type.name, as: type.kind) != nil) }
    }
}
