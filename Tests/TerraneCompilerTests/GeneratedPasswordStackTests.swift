import Foundation
import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// A password that nobody has seen, in the files that both tools get.
@Suite struct GeneratedPasswordStackTests {
    private let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let password = GeneratedPassword("shop-password", secretName: "shop/db", description: "Of the database")

    private func compiled() async -> Compilation {
        let (network, password) = (network, password)
        return await Compiler(targets: [.terraform, .cloudformation, .ecs]).compile([
            TestStack {
                network
                password
                RelationalDatabase(
                    "shop-db", in: network, engine: .postgreSQL(.v16), instance: .r6g(.large),
                    storage: .gibibytes(20), databaseName: "shop", credentials: .stored(password))
                AuroraCluster(
                    "shop-aurora", in: network, engine: .mySQL(.v3_10), databaseName: "shop", writer: .r6g(.large),
                    readers: [:], credentials: .stored(password))
                FargateCluster("main")
                FargateService("api", in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
                    Container("api", image: .named("nginx"), port: 3000) {
                        Secret("DB_PASSWORD", from: password.secret)
                    }
                }
            }
        ])
    }

    @Test func terraformReadsAndWritesItThroughEphemeralBlocks() async {
        let result = await compiled()
        #expect(result.errors == [])
        #expect(
            result.text("test/staging/terraform/security.tf")?.contains(
                """
                ephemeral "aws_secretsmanager_random_password" "shop_password_random" {
                  password_length    = 32
                  exclude_characters = "/@\\"' \\\\"
                }

                resource "aws_secretsmanager_secret_version" "shop_password_written" {
                  secret_id                = aws_secretsmanager_secret.shop_password.arn
                  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.shop_password_random.random_password
                  secret_string_wo_version = 1
                }

                ephemeral "aws_secretsmanager_secret_version" "shop_password_current" {
                  secret_id = aws_secretsmanager_secret_version.shop_password_written.arn
                }
                """) == true)
        let current = "ephemeral.aws_secretsmanager_secret_version.shop_password_current.secret_string"
        let database = result.text("test/staging/terraform/database.tf")?.split(separator: "\n") ?? []
        #expect(database.filter { $0.hasSuffix("= \(current)") }.count == 2)
        #expect(database.contains { $0.contains("password_wo_version") && $0.hasSuffix("= 1") })
    }

    @Test func noFileOfTerraformHasAPasswordThatItWouldRemember() async {
        let files = await compiled().artifacts.filter { $0.path.hasSuffix(".tf") }
        #expect(!files.isEmpty)
        let lines = files.flatMap { String(decoding: $0.contents, as: UTF8.self).split(separator: "\n") }
        let arguments = lines.compactMap { $0.split(separator: "=", maxSplits: 1).first?.split(separator: " ").first }
        for argument in ["password", "master_password", "secret_string"] {
            #expect(!arguments.contains { $0 == argument }, "\(argument)")
        }
    }

    @Test func cloudFormationMakesItInTheSecretAndReadsItByADynamicReference() async {
        let template = await compiled().text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains("\"GenerateSecretString\": {\n          \"PasswordLength\": 32,"))
        let reference = "\"Fn::Sub\": \"{{resolve:secretsmanager:${ShopPassword}}}\""
        #expect(template.components(separatedBy: reference).count == 3)
        #expect(!template.contains("SecretString\":  \"") && !template.contains("ShopPasswordRandom"))
    }

    @Test func ecsGetsTheNameOfTheSecretAndNotItsValue() async {
        let task = await compiled().text("test/staging/ecs/api.task-definition.json") ?? ""
        #expect(task.contains("arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:shop/db"))
    }
}
