import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// What a type says of tags and of stored data, as each tool gets it.
@Suite struct ResourceTypeTests {
    /// A resource whose tags stand in an object of another name, and whose data are another's.
    private struct Labelled: Resource {
        static let type = ResourceType(
            terraform: "aws_labelled", cloudFormation: "AWS::Test::Labelled", area: .other,
            tagging: .mapNamed("LabelledTags"), persistence: .elsewhere)
        var declaration: Declaration
        init(_ name: Name) { declaration = Declaration(name, file: #fileID, line: #line) }
        var properties: Properties {}
    }

    private func files(
        _ environment: DeploymentEnvironment = .staging, tags: [TerraneCore.Tag] = [],
        @ContentBuilder _ content: @escaping @Sendable () -> Content
    ) async -> (terraform: String, cloudFormation: String) {
        let result = await Compiler(schemas: .none).compile([
            TestStack(environment: environment, tags: tags, content: content)
        ])
        let folder = "test/\(environment.name)"
        return (
            result.text("\(folder)/terraform/other.tf") ?? "\(result.diagnostics)",
            result.text("\(folder)/cloudformation/ap-northeast-1.template.json") ?? ""
        )
    }

    @Test func tagsStandInAnObjectOfTheNameThatTheTypeSays() async {
        let files = await files(tags: [TerraneCore.Tag("Project", "shop")]) { Labelled("a").tag("Owner", "me") }
        #expect(
            files.cloudFormation.contains(
                """
                        "LabelledTags": {
                          "Project": "shop",
                          "Owner": "me"
                        }
                """), "\(files.cloudFormation)")
        #expect(!files.cloudFormation.contains("\"Tags\""))
        #expect(files.terraform.contains("Owner = \"me\""))
    }

    @Test func withoutTagsThereIsNoObject() async {
        #expect(!(await files { Labelled("a") }).cloudFormation.contains("LabelledTags"))
    }

    @Test func vaultsAndPlansOfBackupsAreTaggedInTheirOwnWay() async {
        let result = await Compiler().compile([
            TestStack(tags: [TerraneCore.Tag("Project", "shop")]) {
                BackupPlan("nightly", of: ["arn:aws:s3:::uploads"], rules: [.hourly(keep: .days(7))])
            }
        ])
        #expect(result.errors == [])
        let template = result.text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains("\"BackupVaultTags\": {\n          \"Project\": \"shop\""))
        #expect(template.contains("\"BackupPlanTags\": {\n          \"Project\": \"shop\""))
    }

    @Test(arguments: [DeploymentEnvironment.staging, .production])
    func whatHoldsDataOfAnotherIsDeletedEvenInProduction(environment: DeploymentEnvironment) async {
        let files = await files(environment) { Labelled("a") }
        #expect(files.cloudFormation.contains("\"DeletionPolicy\": \"Delete\""))
        #expect(files.cloudFormation.contains("\"UpdateReplacePolicy\": \"Delete\""))
        #expect(!files.terraform.contains("prevent_destroy"))
    }

    @Test func whatHoldsItsOwnIsKeptInProduction() async {
        let files = await files(.production) { Thing("a") }
        #expect(files.cloudFormation.contains("\"DeletionPolicy\": \"Retain\""))
        #expect(files.terraform.contains("prevent_destroy = true"))
    }
}
