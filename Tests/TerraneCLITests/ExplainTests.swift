import Foundation
import Testing

@testable import TerraneCLI

@Suite struct ExplainTests {
    @Test(arguments: ["koemo-backend", "aws_ecs_service.koemo_backend", "KoemoBackend"])
    func aResourceIsFoundByAnyOfItsNames(address: String) throws {
        let result = try Program.stacks.run("explain", address, "koemo/staging")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("koemo-backend in koemo/staging, ap-northeast-1\n"))
        #expect(result.output.contains("declared at     stacks/Koemo/KoemoService.swift:"))
        #expect(result.output.contains("Terraform       aws_ecs_service.koemo_backend"))
        #expect(result.output.contains("CloudFormation  KoemoBackend, AWS::ECS::Service"))
        #expect(result.output.contains(#"  name = "koemo-backend-service""#))
        #expect(result.output.contains(#"ServiceName: "koemo-backend-service""#))
        #expect(result.output.contains("\nrefers to\n"))
        #expect(result.output.contains("\nreferred to by\n"))
    }

    @Test func acceptedFindingsAreThereWithTheirReasons() throws {
        let result = try Program.stacks.run("explain", "koemo-sessions", "koemo/staging")
        #expect(result.output.contains("\naccepted findings\n  CKV_"))
    }

    @Test func anAddressThatMeansSeveralListsThem() throws {
        let result = try Program.stacks.run("explain", "koemo-backend", "koemo")
        #expect(result.status == 64)
        #expect(result.errors.contains("'koemo-backend' means 3 resources; name the stack too:\n"))
        #expect(result.errors.contains("\n  koemo/staging  koemo-backend  stacks/Koemo/KoemoService.swift:"))
    }

    @Test func anAddressThatMeansNothingSuggestsOne() throws {
        let result = try Program.stacks.run("explain", "aws_ecs_service.koemo_backnd")
        #expect(result.status == 64)
        #expect(result.errors.contains("did you mean 'aws_ecs_service.koemo_backend'?"))
    }

    @Test func programsGetJSON() throws {
        let result = try Program.stacks.run("explain", "KoemoBackend", "koemo/staging", "--format", "json")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(document["formatVersion"] as? Int == 1)
        #expect(document["name"] as? String == "koemo-backend")
        #expect((document["properties"] as? [Any])?.isEmpty == false)
        #expect((document["refersTo"] as? [Any])?.isEmpty == false)
    }

    @Test func aStackWithErrorsIsExplainedAllTheSame() throws {
        let result = try Program.mistaken.run("explain", "group")
        #expect(result.status == 0)
        #expect(result.output.contains("\ndiagnostics\n  error: 'group' uses 'elsewhere"))
    }
}
