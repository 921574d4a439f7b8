import Foundation
import Testing

@testable import TerraneSchemas

@Suite struct CloudFormationSchemaTests {
    private func queue(in region: String = "ap-northeast-1") throws -> CloudFormationSchema {
        try #require(CloudFormationSchemas.schema(of: "AWS::SQS::Queue", in: region))
    }

    @Test func aTypeHasItsPropertiesAndWhatBecomesOfThem() throws {
        let queue = try queue()
        #expect(queue.properties.members["VisibilityTimeout"] != nil)
        #expect(queue.readOnly.map(\.description).contains("QueueUrl"))
        #expect(queue.createOnly.map(\.description).contains("QueueName"))
        #expect(queue.identifier.map(\.description) == ["QueueUrl"])
        #expect(queue.tags?.description == "Tags")
        #expect(queue.hasAttribute("Arn") && !queue.hasAttribute("Arm"))
    }

    @Test func anUnknownTypeHasNone() {
        #expect(CloudFormationSchemas.schema(of: "AWS::SQS::Quewe", in: "ap-northeast-1") == nil)
        #expect(CloudFormationSchemas.isComplete(for: "AWS::SQS::Quewe"))
        #expect(CloudFormationSchemas.isComplete(for: "MongoDB::Atlas::Clusters"))
    }

    @Test func nothingIsKnownOfTypesThatAreTheAuthorsOwn() {
        for type in [
            "Custom::Thing", "AWS::CloudFormation::CustomResource", "AWS::Serverless::Function",
            "My::Own::Module::MODULE",
            "Datadog::Dashboards::Dashboard",
        ] {
            #expect(!CloudFormationSchemas.isComplete(for: type))
        }
    }

    @Test func nestedStacksReturnWhateverTheyPutOut() throws {
        let stack = try #require(CloudFormationSchemas.schema(of: "AWS::CloudFormation::Stack", in: "us-east-1"))
        #expect(stack.hasAttribute("Outputs.VpcId") && !stack.hasAttribute("VpcId"))
    }

    @Test func regionsDiffer() throws {
        let tokyo = try #require(CloudFormationSchemas.schema(of: "AWS::AmazonMQ::Broker", in: "ap-northeast-1"))
        let osaka = try #require(CloudFormationSchemas.schema(of: "AWS::AmazonMQ::Broker", in: "ap-northeast-3"))
        #expect(instanceTypes(of: tokyo) != instanceTypes(of: osaka) && !instanceTypes(of: osaka).isEmpty)
        // Of a region that was not read nothing is known that is not known of most.
        let elsewhere = try #require(CloudFormationSchemas.schema(of: "AWS::AmazonMQ::Broker", in: "sa-east-1"))
        #expect(instanceTypes(of: elsewhere) == instanceTypes(of: tokyo))
    }

    private func instanceTypes(of schema: CloudFormationSchema) -> [String] {
        let constraints = schema.rules.filter { $0.path.description == "HostInstanceType" }.flatMap(\.node.constraints)
        for case .enumeration(let values) in constraints { return values.values }
        return []
    }

    @Test func manyTypesAreNotInOsaka() {
        let absent = CloudFormationSchemas.types.filter {
            CloudFormationSchemas.schema(of: $0, in: "ap-northeast-3")?.regions.contains("ap-northeast-3") == false
        }
        #expect(absent.count > 400)
    }

    @Test func theRegionsAreThoseThatWereRead() throws {
        struct Sources: Decodable {
            struct CloudFormation: Decodable { let regions: [String] }
            let cloudformation: CloudFormation
        }
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/TerraneSchemas/sources.json")
        let sources = try JSONDecoder().decode(Sources.self, from: Data(contentsOf: file))
        #expect(Set(sources.cloudformation.regions) == CloudFormationSchema.knownRegions)
    }

    @Test func everyPatternIsRead() {
        var unreadable: [String] = []
        for type in SchemaLines.cloudFormation.types {
            guard let bytes = SchemaLines.cloudFormation.document(of: type) else { continue }
            unreadable += patterns(in: SchemaJSON(bytes)).filter { SchemaPattern($0) == nil }.map { "\(type): \($0)" }
        }
        #expect(unreadable.isEmpty)
    }

    private func patterns(in json: SchemaJSON) -> [String] {
        switch json {
        case .array(let items): return items.flatMap(patterns)
        case .object(let members):
            let own = [members["pattern"]?.string].compactMap(\.self)
            let formats = members["formats"]?.object?.values.compactMap(\.string) ?? []
            let names = members["patternProperties"]?.object.map { Array($0.keys) } ?? []
            return own + formats + names + members.values.flatMap(patterns)
        default: return []
        }
    }

    @Test func everyDefinitionThatIsReferredToIsThere() {
        for type in CloudFormationSchemas.types {
            guard let schema = CloudFormationSchemas.schema(of: type, in: "us-east-1") else { continue }
            var missing: Set<String> = []
            for node in [schema.properties] + schema.definitions.values {
                node.forEachNode {
                    for case .definition(let name) in $0.constraints where schema.definitions[name] == nil {
                        missing.insert(name)
                    }
                }
            }
            #expect(missing.isEmpty, "\(type)")
        }
    }
}

extension SchemaNode {
    /// Calls `visit` with this node and those inside it; definitions are not followed.
    func forEachNode(_ visit: (SchemaNode) -> Void) {
        visit(self)
        for constraint in constraints {
            switch constraint {
            case .members(let members):
                for node in members.named.values { node.forEachNode(visit) }
                for (_, node) in members.patterns { node.forEachNode(visit) }
                if case .each(let node) = members.others { node.forEachNode(visit) }
            case .items(let node), .contains(let node), .not(let node), .memberNames(let node): node.forEachNode(visit)
            case .all(let nodes), .any(let nodes), .exactlyOne(let nodes), .firstItems(let nodes):
                for node in nodes { node.forEachNode(visit) }
            case .condition(let node, let then, let otherwise):
                for node in [node, then, otherwise].compactMap(\.self) { node.forEachNode(visit) }
            default: break
            }
        }
    }
}
