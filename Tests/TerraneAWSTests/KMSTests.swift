import TerraneCore
import Testing

@testable import TerraneAWS

struct KMSTests {
    private static let policy = IAM.PolicyDocument(.allow("kms:*", on: ["*"]))
    private static let policyText =
        #"{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["kms:*"], Resource: ["*"]}]}"#

    private func statements(_ key: EncryptionKey) -> [IAM.Statement] {
        listedResources(key).compactMap { $0 as? KMS.Key }.first?.policy.statements ?? []
    }

    @Test func aKey() {
        #expect(
            bilingual(KMS.Key("key", description: "Data", policy: KMSTests.policy)) == """
                description | Description = "Data"
                enable_key_rotation | EnableKeyRotation = true
                multi_region | MultiRegion = false
                deletion_window_in_days | PendingWindowInDays = 30
                policy = json \(KMSTests.policyText) | KeyPolicy = \(KMSTests.policyText)
                """)
    }

    @Test func aReplica() {
        #expect(
            bilingual(
                KMS.ReplicaKey(
                    "replica", of: "arn:key", description: "Data", policy: KMSTests.policy, deletionWindow: .days(7)))
                    == """
                    primary_key_arn | PrimaryKeyArn = "arn:key"
                    description | Description = "Data"
                    deletion_window_in_days | PendingWindowInDays = 7
                    policy = json \(KMSTests.policyText) | KeyPolicy = \(KMSTests.policyText)
                    """)
    }

    @Test func anAlias() {
        #expect(
            bilingual(KMS.Alias("alias", "example/data", of: "1234")) == """
                name | AliasName = "alias/example/data"
                target_key_id | TargetKeyId = "1234"
                """)
    }

    @Test func anEncryptionKeyHasAnAliasAndReplicas() {
        let key = EncryptionKey("data", replicas: [.osaka])
        #expect(
            listedNames(key) == ["data", "data/alias", "data/replica-ap-northeast-3", "data/alias-ap-northeast-3"])
        #expect(
            listedResources(key).map(\.declaration.options.region) == [nil, nil, .osaka, .osaka])
        #expect(table(of: "data", in: key)?.terraform["multi_region"] == .boolean(true))
        #expect(table(of: "data", in: EncryptionKey("data"))?.cloudFormation["MultiRegion"] == .boolean(false))
        #expect(key.arn(in: .osaka).expression.target?.terraform == "data/replica-ap-northeast-3.arn")
    }

    @Test func theAccountDecidesAboutIt() {
        let first = statements(EncryptionKey("data")).first
        #expect(first?.actions == ["kms:*"])
        #expect(
            first?.principal?.expression.shortText == #"{AWS: ["arn:(<partition>):iam::(<account>):root"]}"#)
    }

    @Test func servicesUseItForThisAccountAlone() {
        let users = statements(
            EncryptionKey("data", for: [.logs, .alerts, .cloudFront, .service("backup.amazonaws.com")])
        )
        .dropFirst()
        #expect(users.map(\.id) == ["Logs", "Alerts", "CloudFront", "backupamazonawscom"])
        #expect(users.allSatisfy { $0.conditions.count == 1 && !$0.actions.contains("kms:*") })
        #expect(users.first?.principal?.expression.shortText == #"{Service: "logs.(<region>).amazonaws.com"}"#)
        #expect(users.map { $0.conditions[0].test } == ["ArnLike", "StringEquals", "StringLike", "StringEquals"])
    }

    @Test func aRoleUsesIt() {
        let key = EncryptionKey("data")
        #expect(IAM.Statement.decrypting(with: key).actions == ["kms:Decrypt", "kms:DescribeKey"])
        #expect(IAM.Statement.using(key).resources.map(\.expression.target?.terraform) == ["data.arn"])
    }

    @Test func deletionCanBeUndoneFor7To30Days() {
        func problems(_ window: TimeSpan) -> [Diagnostic] {
            TerraneAWSTests.problems(of: EncryptionKey("data", deletionWindow: window))
        }
        #expect(problems(.days(6)) == [.deletionWindow("data", .days(6))])
        #expect(problems(.hours(200)) == [.deletionWindow("data", .hours(200))])
        #expect(problems(.days(7)).isEmpty && problems(.days(30)).isEmpty)
    }

    @Test func aRegionHasOneReplica() {
        #expect(EncryptionKey("data", replicas: [.osaka, .osaka]).check() == [.replicaTwice("data", .osaka)])
        #expect(EncryptionKey("data", replicas: [.osaka, .oregon]).check().isEmpty)
    }

    @Test(arguments: ["", "aws/data", "a b", "a.b"])
    func anAliasThatKMSRefusesIsAnError(text: String) {
        #expect(KMS.Alias("alias", text, of: "1").check() == [.keyAlias(text)])
        #expect(KMS.Alias("alias", "example/data_1", of: "1").check().isEmpty)
    }
}
