import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// Networks that the stack does not make itself: found, imported from another stack, made by a module.
@Suite struct NetworkStacksTests {
    @Test func aNetworkThatExistsIsNotListed() async {
        let network = Network.existing(
            "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a), vpc: "vpc-0123abcd", privateSubnets: ["subnet-0123abcd"])
        #expect(await Compiler().compile([TestStack { network }]).errors.count == 1)
        let user = TestStack { RedisCache("sessions", in: network, node: .t4g(.small)) }
        #expect(await Compiler().compile([user]).diagnostics.isEmpty)
    }

    @Test func aNetworkIsLookedForOnceAndItsSubnetsInIt() async {
        let network = Network.existing(
            "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), tagged: Tag("Name", "shared"), tiers: [.private])
        let result = await Compiler().compile([
            TestStack { RedisCache("sessions", in: network, node: .t4g(.small), replicas: 1) }
        ])
        #expect(result.diagnostics.isEmpty)
        #expect(
            result.text("test/staging/terraform/network.tf")?.contains(
                """
                data "aws_vpc" "shared_vpc" {
                  tags = {
                    Name = "shared"
                  }
                }

                data "aws_subnet" "shared_private_a" {
                  vpc_id            = data.aws_vpc.shared_vpc.id
                  availability_zone = "ap-northeast-1a"
                  tags = {
                    Tier = "private"
                  }
                }

                data "aws_subnet" "shared_private_c" {
                  vpc_id            = data.aws_vpc.shared_vpc.id
                  availability_zone = "ap-northeast-1c"
                  tags = {
                    Tier = "private"
                  }
                }
                """) == true)
        let template = result.text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains(#""Type": "AWS::EC2::VPC::Id""#))
        #expect(template.contains(#""Type": "AWS::EC2::Subnet::Id""#))
    }

    @Test func aNetworkOfAnotherStackIsImported() async {
        let network = Network("shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
        let owner = TestStack("platform", state: .s3(bucket: "states", key: "platform", region: .tokyo)) {
            network
            network.exports
        }
        let user = TestStack("shop") {
            RedisCache("shop-sessions", in: network.imported(from: owner), node: .t4g(.small), replicas: 1)
        }
        let result = await Compiler().compile([owner, user])
        #expect(result.diagnostics.isEmpty)
        let cache = result.text("shop/staging/terraform/cache.tf") ?? ""
        #expect(
            cache.contains("data.terraform_remote_state.platform_staging.outputs.shared_private_c_subnet_id"))
        let template = result.text("shop/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains(#""Fn::ImportValue": "platform-staging-shared-vpc-id""#))
        let exports = result.text("platform/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(exports.contains(#""Name": "platform-staging-shared-private-c-subnet-id""#))
    }

    @Test func aModuleMayMakeTheNetwork() async {
        let module = TerraformModule(
            "vpc", source: .registry("terraform-aws-modules/vpc/aws", version: "~> 5.21"), area: .network)
        let network = Network.existing(
            "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), vpc: module.output("vpc_id", as: EC2.VPC.ID.self),
            privateSubnets: module.output("private_subnets", as: [EC2.Subnet.ID].self).elements(2))
        let stack = TestStack {
            module
            RedisCache("sessions", in: network, node: .t4g(.small), replicas: 1)
        }
        let result = await Compiler(targets: [.terraform]).compile([stack])
        #expect(result.diagnostics.isEmpty)
        #expect(
            result.text("test/staging/terraform/cache.tf")?.contains(
                "[module.vpc.private_subnets[0], module.vpc.private_subnets[1]]") == true)
        #expect(result.text("test/staging/terraform/security.tf")?.contains("module.vpc.vpc_id") == true)
    }
}
