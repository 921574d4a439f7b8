import TerraneCore
import Testing

@testable import TerraneAWS

/// How the first user of a database gets its password.
struct MasterPasswordTests {
    private func instance(_ password: RDS.MasterPassword) -> [Substring] {
        passwords(
            RDS.DBInstance(
                "db", engine: .mySQL(.v8_4), instance: .r6g(.large),
                .new(databaseName: "shop", user: "administrator", password: password), storage: .gibibytes(20),
                in: "subnets", securityGroups: []))
    }

    private func cluster(_ password: RDS.MasterPassword) -> [Substring] {
        passwords(
            RDS.DBCluster(
                "db", engine: .mySQL(.v3_10),
                .new(databaseName: "shop", user: "administrator", password: password), in: "subnets",
                securityGroups: []))
    }

    private func passwords(_ resource: any Resource) -> [Substring] {
        bilingual(resource).split(separator: "\n").filter { $0.contains("assword") || $0.contains("MasterUserSecret") }
    }

    @Test func rdsKeepsItUnderAKeyOfOnesOwn() {
        let lines: [Substring] = [
            "manage_master_user_password | ManageMasterUserPassword = true",
            "master_user_secret_kms_key_id | MasterUserSecret/KmsKeyId = \"arn:key\"",
        ]
        #expect(instance(.managed(encryptedWith: "arn:key")) == lines)
        #expect(cluster(.managed(encryptedWith: "arn:key")) == lines)
        #expect(instance(.managed()) == Array(lines.prefix(1)))
    }

    @Test func whatIsReadGoesIntoAWriteOnlyArgument() {
        let read = RDS.MasterPassword.read("read", version: 3)
        #expect(
            instance(read) == [
                "password_wo | MasterUserPassword = \"read\"", "password_wo_version = 3 | -",
            ])
        #expect(
            cluster(read) == [
                "master_password_wo | MasterUserPassword = \"read\"", "master_password_wo_version = 3 | -",
            ])
    }

    @Test func aClusterReadsAStoredPasswordAsAnInstanceDoes() {
        let password = GeneratedPassword("db-password", description: "d", version: 2)
        let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
        let cluster = AuroraCluster(
            "db", in: network, engine: .mySQL(.v3_10), databaseName: "shop", writer: .r6g(.large), readers: [:],
            credentials: .stored(password))
        let rows = table(of: "db", in: cluster)
        #expect(rows?.terraform["master_password_wo"]?.target?.terraform == "db-password/current.secret_string")
        #expect(rows?.terraform["master_password_wo_version"] == .integer(2))
        #expect(
            rows?.cloudFormation["MasterUserPassword"]?.shortText
                == "\"{{resolve:secretsmanager:(<db-password: arn, Ref>)}}\"")
        #expect(rows?.terraform["master_password"] == nil && rows?.terraform["manage_master_user_password"] == nil)
    }
}
