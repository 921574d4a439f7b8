import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// What is printed for Terraform is what the providers have, said at the Swift line; the catalogue of mistakes has the common ones.
@Suite struct TerraformSchemaCheckTests {
    private func findings(@ContentBuilder _ content: @escaping @Sendable () -> Content) async -> [Diagnostic] {
        await Compiler(targets: [.terraform]).compile([TestStack(content: content)]).diagnostics
    }

    private func findings(
        _ type: String, @PropertiesBuilder _ properties: @escaping @Sendable () -> Properties
    ) async -> [String] {
        await findings { RawResource("it", terraform: type, properties: properties) }.map {
            "\($0.rule): \($0.summary)"
        }
    }

    @Test func theNearestNameIsSuggested() async throws {
        let found = await findings {
            RawResource("jobs", terraform: "aws_sqs_queue") { row("visibility_timeout", 30) }
        }
        let error = try #require(found.first)
        #expect(found.count == 1)
        #expect(error.summary == "'jobs' sets 'visibility_timeout', and 'aws_sqs_queue' has no 'visibility_timeout'")
        #expect(error.help == "Did you mean 'visibility_timeout_seconds'?")
        #expect(error.location?.line == #line - 6)
    }

    @Test func partsAreNamedWithTheirPath() async {
        #expect(
            await findings("aws_ecs_service") {
                row("name", "web")
                nested("network_configuration") {
                    row("subnets", ["subnet-1"])
                    row("assign_public_ips", true)
                }
            } == [
                "unknown-attribute: 'it' sets 'network_configuration/assign_public_ips', and 'network_configuration' of 'aws_ecs_service' has no 'assign_public_ips'"
            ])
    }

    @Test func textsNumbersAndBooleansTurnIntoEachOther() async {
        #expect(
            await findings("aws_sqs_queue") {
                row("name", 42)
                row("delay_seconds", "5")
                row("fifo_queue", "true")
                row("kms_master_key_id", true)
            }.isEmpty)
        #expect(
            await findings("aws_sqs_queue") {
                row("delay_seconds", true)
                row("fifo_queue", "yes")
                row("name", ["a"])
                row("tags", ["a"])
            }.count == 4)
    }

    @Test func elementsAndMembersAreLookedAt() async {
        #expect(await findings("aws_lb") { row("subnets", Expression.list([.string("a"), .list([])])) }.count == 1)
        #expect(await findings("aws_lb") { row("tags", Expression.object([.init("a", .object([]))])) }.count == 1)
        #expect(await findings("aws_lb") { row("tags", Expression.object([.init("a", .integer(1))])) }.isEmpty)
    }

    @Test func whatIsKnownOnlyOnceDeployedFitsWhereItsTypeDoes() async {
        let size = Parameter<String>("size")
        let vpc = EC2.VPC("net", cidr: "10.0.0.0/16")
        #expect(
            await findings {
                vpc
                RawResource("a", terraform: "aws_sqs_queue") { row("delay_seconds", size) }
                RawResource("b", terraform: "aws_lb") { row("subnets", [vpc.id]) }
                RawResource("c", terraform: "aws_sqs_queue") { row("name", vpc.id) }
            }.isEmpty)
        #expect(
            await findings {
                vpc
                RawResource("b", terraform: "aws_lb") { row("subnets", vpc.id) }
            }.map(\.summary) == ["'subnets' of 'b' is a string, and 'aws_lb' takes a set of strings"])
    }

    @Test func listsOfObjectsMayBeBlocksOrArguments() async {
        #expect(
            await findings("aws_security_group") {
                nested("ingress") {
                    row("from_port", 80)
                    row("to_port", 80)
                    row("protocol", "tcp")
                }
            }.isEmpty)
        // Written as an argument, an object has all of its fields.
        #expect(
            await findings("aws_security_group") {
                repeated("ingress", as: .attribute, [80]) { port in row("from_port", port) }
            }.allSatisfy { $0.hasPrefix("missing-attribute") })
    }

    @Test func membersOfNestedArgumentsAreLookedAt() async {
        let found = await findings("mongodbatlas_flex_cluster") {
            row("project_id", "p")
            row("name", "n")
            nested("provider_settings", as: .attribute) {
                row("backing_provider_name", "AWS")
                row("disk_size_gb", 5)
                row("region", "US_EAST_1")
            }
        }
        let rules = Set(found.map { $0.prefix { $0 != ":" } })
        #expect(rules == ["missing-attribute", "read-only-attribute", "unknown-attribute"])
    }

    @Test func valuesAreLookedAtWhereTheyAreKnown() async {
        let mode = Parameter<String>("mode")
        for value in [Expression.string("PAY_PER_REQUEST"), .string("provisioned"), mode.expression] {
            #expect(
                await findings("aws_dynamodb_table") {
                    row("name", "orders")
                    row("billing_mode", value)
                }.isEmpty)
        }
        #expect(await findings("aws_sqs_queue") { row("visibility_timeout_seconds", 0) }.isEmpty)
        #expect(
            await findings("aws_sqs_queue") { row("visibility_timeout_seconds", -1) } == [
                "value-out-of-range: 'visibility_timeout_seconds' of 'it' is -1, and 'aws_sqs_queue' takes 0 at least and 43200 at most"
            ])
    }

    @Test func referencesLeadSomewhere() async {
        let queue = RawResource("jobs", terraform: "aws_sqs_queue") {}
        #expect(
            await findings {
                queue
                Export("url", queue.attribute("urls", .ref) as Value<String>)
            }.map(\.help) == ["Did you mean 'url'?"])
    }

    @Test func dataSourcesAreCheckedToo() async {
        let found = RawResource("found", terraform: "aws_vpc") {}.existing { row("cider_block", "10.0.0.0/16") }
        #expect(
            await findings {
                RawResource("b", terraform: "aws_lb") { row("name", found.attribute("id", .ref) as Value<String>) }
            }.map(\.rule) == ["unknown-attribute"])
    }

    @Test func withoutSchemasNothingIsSaid() async {
        let stack = TestStack { RawResource("a", terraform: "aws_nothing") {} }
        let result = await Compiler(targets: [.terraform], schemas: .none).compile([stack])
        #expect(result.diagnostics.isEmpty)
        #expect(
            await Compiler(targets: [.terraform]).compile([stack]).diagnostics.map(\.rule) == ["unknown-terraform-type"]
        )
    }
}
