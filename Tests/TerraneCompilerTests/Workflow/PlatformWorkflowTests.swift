import Foundation
import TerraneCore
import TerraneWorkflows
import Testing

@testable import TerraneCompiler

private struct Shop: Stack {
    let name: Name = "shop"
    var environment: DeploymentEnvironment = .production
    var region: Region { .tokyo }
    var account: AccountID? = "111122223333"
    var body: Content { Content() }
}

private func platform(_ stacks: Shop...) -> PlatformWorkflow {
    PlatformWorkflow(
        "platform",
        of: stacks.map {
            PlatformDeployment(
                $0, planRole: "shop-plan", applyRole: "shop-apply", variables: ["zone_id": .variable("ZONE")])
        })
}

private func compile(@ContentBuilder _ content: () -> Content) async -> Compilation {
    await Compiler().compile(repository: content())
}

@Suite struct PlatformWorkflowTests {
    private func text() async throws -> String {
        let compilation = await compile { platform(Shop(environment: .staging), Shop()) }
        #expect(compilation.diagnostics == [])
        return try #require(compilation.text("workflows/platform.yml"))
    }

    @Test func aPullRequestIsPlannedWithTheRoleThatReads() async throws {
        let text = try await text()
        let job = try #require(text.components(after: "  plan-shop-production:\n", before: "\n  comment:"))
        #expect(job.contains("if: github.event.pull_request.head.repo.full_name == github.repository\n"))
        #expect(job.contains("role-to-assume: arn:aws:iam::111122223333:role/shop-plan"))
        #expect(!job.contains("role/shop-apply") && !job.contains("environment:"))
        let plan = try #require(job.components(after: "- name: Plan\n", before: nil))
        #expect(plan.contains("TF_VAR_zone_id: ${{ vars.ZONE }}"))
    }

    @Test func theCommentHasNoCredentialsOfACloud() async throws {
        let comment = try #require(try await text().components(after: "  comment:\n", before: "  apply-"))
        #expect(comment.contains("needs: [plan-shop-staging, plan-shop-production]"))
        #expect(comment.contains("permissions:\n      pull-requests: write\n"))
        #expect(!comment.contains("id-token"))
    }

    @Test func productionIsAppliedAfterStagingAndNeverCancelled() async throws {
        let text = try await text()
        let apply = try #require(text.components(after: "  apply-shop-production:\n", before: nil))
        #expect(apply.contains("needs: [apply-shop-staging]"))
        #expect(apply.contains("environment: shop-production\n"))
        #expect(apply.contains("cancel-in-progress: false"))
        #expect(apply.contains("role/shop-apply"))
        #expect(text.contains("cancel-in-progress: ${{ github.event_name == 'pull_request' }}"))
    }

    @Test func aStackWithoutAnAccountIsAnError() async {
        let bad = await compile { platform(Shop(account: nil)) }
        #expect(bad.errors.map(\.summary) == ["'shop/production' names no account, but its roles are of one"])
    }

    @Test func anEnvironmentListedTwiceIsAnError() async {
        let bad = await compile { platform(Shop(), Shop()) }
        #expect(bad.errors.map(\.summary).contains("'shop-production' is deployed twice"))
    }
}

@Suite struct RepositoryTests {
    @Test func nothingListedIsNothingWritten() async {
        let compilation = await compile {}
        #expect(compilation.artifacts.isEmpty && compilation.diagnostics.isEmpty)
    }

    @Test func resourcesBelongToAStack() async {
        let bad = await compile { Thing("thing") }
        #expect(bad.errors.map(\.summary) == ["the repository lists resources"])
    }

    @Test func onlyFilesOfGitHubBelongToTheRepository() async {
        let bad = await compile { PropertyListDocument("ios/a.plist", ["a": "b"]) }
        #expect(
            bad.errors.map(\.summary) == ["the repository lists 'stacks/ios/a.plist', which is no file for '.github'"])
        #expect(bad.artifacts.isEmpty)
    }
}

extension String {
    /// What stands between two texts; up to the end without a second.
    fileprivate func components(after start: String, before end: String?) -> String? {
        guard let first = range(of: start) else { return nil }
        let rest = self[first.upperBound...]
        guard let end else { return String(rest) }
        return rest.range(of: end).map { String(rest[..<$0.lowerBound]) }
    }
}
