import Terrane
import Testing

@testable import TerraneChecks
@testable import TerraneCompiler

/// A stack whose body is given, evaluated for checks to read.
struct CheckedStack: Stack {
    let name: Name = "shop"
    var environment = DeploymentEnvironment.production
    var region = Region.tokyo
    var account: AccountID? = "111122223333"
    let content: @Sendable () -> Content

    init(@ContentBuilder content: @escaping @Sendable () -> Content) { self.content = content }

    var body: Content { content() }

    var inventory: Inventory { Inventory(resolveReferences(evaluate(self).graph).graph) }
}

@Suite struct InventoryTests {
    private static let vpc = EC2.VPC("net", cidr: "10.0.0.0/16")

    @Test func aResourceIsFoundByItsTypeAndItsPropertiesByTheirPaths() throws {
        let inventory = CheckedStack { InventoryTests.vpc }.inventory
        let vpc = try #require(inventory.all(EC2.VPC.self).first)
        #expect(vpc["cidr_block"].text == "10.0.0.0/16")
        #expect(vpc["nothing"].isAbsent)
    }

    @Test func aReferenceIsLateAndLeadsToItsResource() throws {
        let inventory = CheckedStack {
            InventoryTests.vpc
            EC2.SecurityGroup("group", in: InventoryTests.vpc.id, description: "Group")
        }.inventory
        let group = try #require(inventory["group"])
        #expect(group["vpc_id"].isLate)
        #expect(inventory.target(of: group, "vpc_id")?.name == "net")
        let vpc = try #require(inventory["net"])
        #expect(inventory.all(EC2.SecurityGroup.self, whose: "vpc_id", is: vpc).map { $0.name } == ["group"])
    }

    @Test func aParameterIsLateEvenIfItHasADefault() throws {
        let size = Parameter<String>("size", default: "small")
        let type = ResourceType(terraform: "aws_thing", cloudFormation: "AWS::Thing::Thing", area: .other)
        let inventory = CheckedStack { RawResource("thing", type: type) { row("size", "Size", size) } }.inventory
        #expect(inventory["thing"]?["size"].isLate == true)
    }

    @Test func anOverrideIsTheLastWord() throws {
        let inventory = CheckedStack {
            InventoryTests.vpc.overriding { row("cidr_block", "CidrBlock", "10.9.0.0/16") }
        }.inventory
        #expect(inventory["net"]?["cidr_block"].text == "10.9.0.0/16")
    }
}
