import TerraneCore
import Testing

@testable import TerraneAWS

struct GitHubDeployRoleTests {
    private let images = ECR.Repository("images", repositoryName: "api")
    private let service = FargateService(
        "api", in: Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)), cluster: FargateCluster("main"),
        size: .quarterCPU(.half)
    ) {
        Container("api", image: .named("nginx"), port: 80)
    }

    private func role(
        _ repository: String = "owner/name", origin: GitHubDeployRole.Origin = .environment(.production),
        usesExistingProvider: Bool = false
    ) -> GitHubDeployRole {
        GitHubDeployRole(
            "deploy", for: repository, origin: origin, pushingTo: images, deploying: service,
            usesExistingProvider: usesExistingProvider)
    }

    private func trust(_ role: GitHubDeployRole) -> IAM.Statement? {
        listedResources(role).compactMap { $0 as? IAM.Role }.first?.trust.statements.first
    }

    private func permissions(_ role: GitHubDeployRole) -> [IAM.Statement] {
        listedResources(role).compactMap { $0 as? IAM.RolePolicy }.first?.policy.statements ?? []
    }

    @Test func theProviderComesAlongUnlessTheAccountHasIt() {
        #expect(listedNames(role()) == ["deploy/provider", "deploy", "deploy/policy"])
        #expect(listedNames(role(usesExistingProvider: true)) == ["deploy", "deploy/policy"])
    }

    @Test func trustIsTiedToOneRepositoryAndEnvironment() {
        #expect(
            trust(role())?.conditions == [
                .equals("token.actions.githubusercontent.com:aud", "sts.amazonaws.com"),
                .equals("token.actions.githubusercontent.com:sub", "repo:owner/name:environment:production"),
            ])
        #expect(trust(role())?.actions == ["sts:AssumeRoleWithWebIdentity"])
    }

    @Test func trustCanBeTiedToABranch() {
        #expect(
            trust(role(origin: .branch("main")))?.conditions.last
                == .equals("token.actions.githubusercontent.com:sub", "repo:owner/name:ref:refs/heads/main"))
    }

    @Test func itPushesToOneRepositoryAndUpdatesOneService() {
        let found = permissions(role())
        #expect(found.first { $0.id == "PushImages" }?.resources == [images.arn])
        #expect(found.first { $0.id == "UpdateService" }?.resources == [service.arn])
        #expect(found.filter { $0.resources == ["*"] }.map(\.id) == ["LogInToRegistry", "RegisterTaskDefinition"])
    }

    @Test func itPassesTheTwoRolesToTasksAlone() {
        let pass = permissions(role()).first { $0.actions == ["iam:PassRole"] }
        #expect(pass?.resources == [service.executionRoleARN, service.taskRoleARN])
        #expect(pass?.conditions == [.equals("iam:PassedToService", "ecs-tasks.amazonaws.com")])
    }

    @Test func itDeploysAFurtherServiceAndShiftsItsTraffic() {
        var other = service
        other.declaration = Declaration("green", file: "a", line: 1)
        let found = permissions(role().alsoDeploying(other).shiftingTraffic(of: Edge.balancer))
        #expect(found.contains { $0.id == nil && $0.resources == [other.arn] })
        #expect(found.last?.resources.count == 4)
        #expect(found.first { $0.id == "ShiftTraffic" }?.resources == [Edge.balancer.listener])
        let names = found.compactMap(\.id)
        #expect(Set(names).count == names.count)
        #expect(!permissions(role()).contains { $0.id == "ShiftTraffic" })
    }

    @Test(arguments: ["name", "owner/", "/name", "owner/*", "https://github.com/owner/name", "owner/name "])
    func whatIsNoRepositoryIsAnError(repository: String) {
        #expect(role(repository).check() == [.repositoryOfRole("deploy", repository)])
    }

    @Test(arguments: ["owner/name", "my-org/My.repo_2"])
    func aRepositoryIsNoError(repository: String) {
        #expect(role(repository).check().isEmpty)
    }
}
