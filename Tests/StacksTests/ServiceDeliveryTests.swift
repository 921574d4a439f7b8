import Foundation
import Terrane
import TerraneAWS
import TerraneCore
import TerraneTesting
import TerraneWorkflows
import Testing

/// The way of a service to an environment, as GitHub and AWS get it.
@Suite struct ServiceDeliveryTests {
    private struct Shop: Stack {
        let name: Name = "shop"
        let environment = DeploymentEnvironment.staging
        let region = Region.tokyo
        let account: AccountID? = "111122223333"
        var migrates = true

        var network: Network { Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)) }
        var cluster: FargateCluster { FargateCluster("shop-cluster") }
        var images: ImageRepository { ImageRepository("shop-images", repositoryName: "shop") }
        var web: FargateService {
            FargateService("web", in: network, cluster: cluster, size: .quarterCPU(.half), deployedBy: .workflow) {
                Container("helper", image: .named("nginx"))
                Container("app", image: .ecr(images.repository, tag: "first"), port: 3000)
            }
        }
        var migration: FargateTask {
            FargateTask("migration", in: network, cluster: cluster, size: .quarterCPU(.half)) {
                Container("migrate", image: .ecr(images.repository, tag: "first")).command("migrate")
            }
        }
        var delivery: ServiceDelivery {
            let delivery = ServiceDelivery(
                "shop-delivery", of: web, called: "Shop", from: "example/shop", branch: "develop", folder: "web",
                images: images, in: self, at: "staging.shop.example"
            ) {
                Job("test", timeout: .minutes(20)) {
                    Checkout()
                    Run("Test", "make test")
                }
            }
            return migrates ? delivery.migrating(with: migration) : delivery
        }

        var body: Content {
            network
            cluster
            images
            web
            Connection(from: web, to: Internet())
            if migrates {
                migration
                Connection(from: migration, to: Internet())
            }
            delivery
        }
    }

    private func workflow(_ shop: Shop = Shop()) async -> String {
        let compiled = await CompiledStack(shop)
        #expect(compiled.diagnostics.isEmpty, "\(compiled.diagnostics)")
        return compiled.text("github/workflows/deploy-staging.yml") ?? "\(compiled.paths)"
    }

    /// The lines in the given order, each somewhere after the one before.
    private func inOrder(_ lines: [String], in text: String) -> Bool {
        var rest = text[...]
        for line in lines {
            guard let found = rest.range(of: line) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    @Test func everyRequestIsTestedAndEveryPushIsReleased() async {
        let text = await workflow()
        #expect(
            inOrder(
                [
                    "name: Deploy Shop to staging", "push:", "develop", "pull_request:", "develop", "jobs:", "test:",
                    "run: make test", "deploy:", "needs: [test]", "if: github.event_name == 'push'",
                ], in: text), "\(text)")
    }

    @Test func theJobIsADeploymentToItsEnvironmentWithItsRole() async {
        let text = await workflow()
        #expect(
            inOrder(
                [
                    "name: staging", "url: https://staging.shop.example", "id-token: write",
                    "role-to-assume: arn:aws:iam::111122223333:role/shop-delivery",
                ], in: text), "\(text)")
    }

    @Test func theDatabaseIsMigratedWithTheNewImageBeforeTheServiceGetsIt() async {
        let text = await workflow()
        #expect(
            inOrder(
                [
                    "id: build-image", "working-directory: web",
                    "task-definition: golden/shop/staging/ecs/migration.task-definition.json",
                    "container-name: migrate", "image: ${{ steps.build-image.outputs.image }}",
                    "name: Migrate the database", "CLUSTER: shop-cluster", "CONTAINER: migrate",
                    "NETWORK_PARAMETER: /migration/network", "aws ecs run-task", "aws ecs wait tasks-stopped",
                    "if [ \"$code\" != 0 ]; then", "exit 1",
                    "task-definition: golden/shop/staging/ecs/web.task-definition.json", "container-name: app",
                    "service: web", "HEALTH_URL: https://staging.shop.example/health",
                ], in: text), "\(text)")
    }

    @Test func aServiceWithoutADatabaseIsReleasedWithoutATask() async {
        #expect(!(await workflow(Shop(migrates: false))).contains("run-task"))
    }

    @Test func theRoleRunsTheTaskOnlyWhereThereIsOne() async {
        let runs = await CompiledStack(Shop()).text("terraform/security.tf")
        #expect(runs?.contains("ecs:RunTask") == true)
        #expect(runs?.contains("repo:example/shop:environment:staging") == true)
        let none = await CompiledStack(Shop(migrates: false)).text("terraform/security.tf")
        #expect(none?.contains("shop-delivery") == true && none?.contains("ecs:RunTask") == false)
    }

    @Test func theTaskDefinitionsThatTheWorkflowReadsAreWritten() async {
        let paths = await CompiledStack(Shop()).paths
        #expect(paths.contains("shop/staging/ecs/migration.task-definition.json"))
        #expect(paths.contains("shop/staging/ecs/web.task-definition.json"))
    }
}
