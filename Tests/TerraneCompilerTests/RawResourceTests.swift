import TerraneCore
import Testing

@testable import TerraneCompiler

/// Types without a Swift struct, by name.
@Suite struct RawResourceTests {
    private func compile(_ resource: RawResource) async -> Compilation {
        await Compiler(targets: [.terraform, .cloudformation]).compile([TestStack { resource }])
    }

    private let template = "test/staging/cloudformation/ap-northeast-1.template.json"

    @Test func oneWithBothTypesIsInBothTargets() async {
        let result = await compile(
            RawResource("jobs", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {
                row("visibility_timeout_seconds", "VisibilityTimeout", 30)
            })
        #expect(result.diagnostics.isEmpty)
        #expect(result.text("test/staging/terraform/other.tf")?.contains("visibility_timeout_seconds = 30") == true)
        #expect(result.text(template)?.contains("\"VisibilityTimeout\": 30") == true)
    }

    @Test func theTargetThatGoesWithoutOneSaysSo() async throws {
        let result = await compile(
            RawResource("jobs", terraform: "aws_sqs_queue", in: .compute) {
                row("delay_seconds", 5)
                row("visibility_timeout_seconds", 30)
            })
        let note = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1)
        #expect(note.severity == .note)
        #expect(
            note.summary
                == "CloudFormation goes without 'jobs', which is an 'aws_sqs_queue' and names no type of CloudFormation"
        )
        #expect(result.text("test/staging/terraform/compute.tf")?.contains("delay_seconds              = 5") == true)
        #expect(result.text(template) == nil)
    }

    @Test func soDoesTheOther() async {
        let result = await compile(RawResource("jobs", cloudFormation: "AWS::SQS::Queue") { row("DelaySeconds", 5) })
        #expect(result.diagnostics.map(\.rule) == ["type-not-named"])
        #expect(result.text("test/staging/terraform/other.tf") == nil)
        #expect(result.text(template)?.contains("\"DelaySeconds\": 5") == true)
    }
}
