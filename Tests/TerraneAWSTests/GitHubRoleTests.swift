import TerraneCore
import Testing

@testable import TerraneAWS

/// The roles of a platform workflow.
struct GitHubRoleTests {
    private let state = StateBackend.s3(bucket: "states", key: "shop/terraform.tfstate", region: .tokyo)
    private let subject = "token.actions.githubusercontent.com:sub"

    private func trust(_ component: any Component) -> IAM.Statement? {
        listedResources(component).compactMap { $0 as? IAM.Role }.first?.trust.statements.first
    }

    private func statements(_ component: any Component) -> [IAM.Statement] {
        listedResources(component).compactMap { $0 as? IAM.RolePolicy }.first?.policy.statements ?? []
    }

    @Test func aPlanIsForPullRequestsAndReads() {
        let role = GitHubPlanRole("plan", for: "owner/platform", states: [state])
        #expect(listedNames(role) == ["plan", "plan/policy", "plan/ReadOnlyAccess"])
        #expect(trust(role)?.conditions.last == .equals(subject, "repo:owner/platform:pull_request"))
        #expect(trust(role)?.principal == .federated(GitHubProvider.existing))
        #expect(role.check().isEmpty)
    }

    @Test func aPlanWritesNothingButTheLockOfTheState() {
        let role = GitHubPlanRole("plan", for: "owner/platform", states: [state])
        let writes = statements(role).filter { $0.effect == .allow && $0.actions.contains("s3:PutObject") }
        #expect(writes.count == 1)
        #expect(writes[0].resources == ["arn:\(Deployment.partition):s3:::states/shop/terraform.tfstate.tflock"])
    }

    @Test func aPlanReadsNoSecretAndNoObjectButTheState() {
        let denied = statements(GitHubPlanRole("plan", for: "owner/platform", states: [state])).filter {
            $0.effect == .deny
        }
        #expect(denied.map(\.id) == ["ReadNoData", "ReadNoSecrets"])
        #expect(denied[0].exceptResources.count == 2 && denied[0].resources.isEmpty)
        #expect(denied[1].actions.contains("secretsmanager:GetSecretValue"))
        let withoutState = statements(GitHubPlanRole("plan", for: "owner/platform", states: [.local]))
        #expect(withoutState.first?.resources == ["*"])
    }

    @Test func anApplyIsForTheMainBranchAndWritesTheState() {
        let role = GitHubApplyRole(
            "apply", for: "owner/platform", policies: [.administratorAccess], states: [state], boundary: "arn:boundary")
        #expect(trust(role)?.conditions.last == .equals(subject, "repo:owner/platform:ref:refs/heads/main"))
        #expect(statements(role)[1].actions == ["s3:GetObject", "s3:PutObject"])
        #expect(table(of: "apply", in: role)?.terraform["permissions_boundary"] == .string("arn:boundary"))
        #expect(role.check().isEmpty)
    }

    @Test func anApplyMakesNoRoleWithoutTheBoundary() {
        let role = GitHubApplyRole("apply", for: "owner/platform", states: [], boundingRolesWith: "arn:boundary")
        #expect(statements(role).map(\.id) == ["BoundEveryIdentity", "KeepBoundaries", "LeaveTheBoundaryAlone"])
        #expect(statements(role)[0].conditions == [.notEquals("iam:PermissionsBoundary", "arn:boundary")])
        #expect(statements(role)[2].resources == ["arn:boundary"])
    }

    @Test func anApplyFromPullRequestsIsAnError() {
        let role = GitHubApplyRole("apply", for: "owner/platform", from: .pullRequest, states: [])
        #expect(role.check() == [.applyFromPullRequest("apply")])
    }

    @Test func severalOriginsAreOneConditionAndAPatternIsCompared() {
        let role = GitHubRole("docs", for: "owner/docs", from: [.branch("main"), .tag("v*")], description: "Docs")
        #expect(
            trust(role)?.conditions.last
                == .like(subject, "repo:owner/docs:ref:refs/heads/main", "repo:owner/docs:ref:refs/tags/v*"))
        #expect(listedNames(role) == ["docs"])
    }

    @Test func aRoleThatTrustsNoJobIsAnError() {
        #expect(
            GitHubRole("docs", for: "owner/docs", from: [], description: "D").check() == [.roleWithoutOrigin("docs")])
        #expect(GitHubRole("docs", for: "docs", from: [.pullRequest], description: "D").check().count == 1)
    }

    @Test func theProviderIsMadeOnceForAllRoles() {
        let provider = GitHubProvider("github")
        let role = GitHubPlanRole("plan", for: "owner/platform", states: [], provider: provider.arn)
        #expect(listedNames(provider) == ["github"])
        #expect(trust(role)?.principal == .federated(provider.arn))
    }
}
