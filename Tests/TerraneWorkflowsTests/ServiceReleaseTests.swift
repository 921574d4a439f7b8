import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct ServiceReleaseTests {
    private let release = ServiceRelease(
        "Shop",
        to: ReleaseTarget(
            environment: .production, region: .tokyo, role: "arn:aws:iam::111122223333:role/shop-deploy",
            repository: "shop", cluster: "shop", service: "shop", container: "app",
            taskDefinition: "golden/shop/production/ecs/shop.task-definition.json", address: "https://shop.example",
            healthCheck: "https://shop.example/health"))

    private func names(_ job: Job) -> [String] {
        job.steps.map { step in
            switch step.work {
            case .script: step.id ?? "script"
            case .action(let call): call.action
            }
        }
    }

    @Test func anImageIsPushedBeforeItIsDeployedAndAskedForItsHealthAfterwards() {
        #expect(
            names(release.job()) == [
                "actions/checkout", "aws-actions/configure-aws-credentials", "aws-actions/amazon-ecr-login",
                "build-image", "aws-actions/amazon-ecs-render-task-definition",
                "aws-actions/amazon-ecs-deploy-task-definition", "script", "slackapi/slack-github-action",
            ])
    }

    @Test func preparationRunsBetweenPushAndDeploymentAndMayUseTheImage() throws {
        let job = release.job {
            Run("Migrate", "migrate \"$IMAGE\"", env: ["IMAGE": release.image]).id("migrate")
        }
        #expect(names(job)[3...4] == ["build-image", "migrate"])
        #expect(summaries(onPush(job)).isEmpty)
    }

    @Test func theJobIsADeploymentToItsEnvironmentThatAsksForAToken() {
        let job = release.job()
        #expect(job.gate?.name.parts.count == 1)
        #expect(job.permissions.contains(.idToken))
        #expect(summaries(onPush(job)).isEmpty)
    }

    @Test func slackIsToldHoweverItEnds() {
        guard case .call(.always, _)? = release.job().steps.last?.condition else {
            Issue.record("the last step is not always run")
            return
        }
    }
}
