import Foundation
import TerraneCore
import Testing

@testable import TerraneCompiler

@Suite struct SuppressionTests {
    private struct Pair: Component {
        var declaration = Declaration("pair", file: #fileID, line: #line)
        var body: Content {
            Thing(name / "thing")
            Other(name / "other")
        }
    }

    private struct Other: Resource {
        static let type = ResourceType(terraform: "aws_other", cloudFormation: "AWS::Test::Other", area: .other)
        var declaration: Declaration
        init(_ name: Name) { declaration = Declaration(name, file: #fileID, line: #line) }
        var properties: Properties {}
    }

    private func files(@ContentBuilder _ content: @escaping @Sendable () -> Content) async -> (
        terraform: String, cloudFormation: String
    ) {
        let result = await Compiler(schemas: .none).compile([TestStack(content: content)])
        return (
            result.text("test/staging/terraform/other.tf") ?? "\(result.diagnostics)",
            result.text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        )
    }

    @Test func aSuppressionStandsInBothArtifactsInTheScannersForm() async {
        let files = await files { Thing("a", "text").suppressing("CKV_AWS_1", because: "it is \"public\": by design") }
        #expect(
            files.terraform.contains(
                """
                resource "aws_thing" "a" {
                  # checkov:skip=CKV_AWS_1:it is "public": by design
                  label = "text"
                }
                """))
        #expect(files.cloudFormation.contains(#""comment": "it is \"public\": by design""#))
        #expect(files.cloudFormation.contains(#""id": "CKV_AWS_1""#))
    }

    @Test func ofAComponentItReachesThePartsOfItsType() async {
        let all = await files { Pair().suppressing("CKV_AWS_1", because: "both") }
        #expect(all.terraform.components(separatedBy: "checkov:skip=CKV_AWS_1:both").count == 3)
        let one = await files { Pair().suppressing("CKV_AWS_1", on: Other.self, because: "one") }
        #expect(
            one.terraform.contains(
                """
                resource "aws_other" "pair_other" {
                  # checkov:skip=CKV_AWS_1:one
                }
                """))
        #expect(one.terraform.components(separatedBy: "checkov:skip").count == 2)
    }

    @Test func theReasonNearestToTheResourceCounts() async {
        let files = await files {
            Pair().suppressing("CKV_AWS_1", on: Thing.self, because: "near").suppressing("CKV_AWS_1", because: "far")
        }
        #expect(files.terraform.contains("CKV_AWS_1:near"))
        #expect(files.terraform.components(separatedBy: "CKV_AWS_1:far").count == 2)
    }

    @Test(arguments: [("", "reason"), ("ckv", "reason"), ("CKV_AWS_1", ""), ("CKV_AWS_1", "two\nlines")])
    func whatNoScannerCanReadIsAnError(check: String, reason: String) async {
        let result = await Compiler(schemas: .none).compile([
            TestStack { Thing("a").suppressing(check, because: reason) }
        ])
        #expect(result.errors.map(\.summary) == ["no scanner can read the suppression of '\(check)'"])
    }
}
