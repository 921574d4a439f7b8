import TerraneCore
import Testing

@testable import TerraneAWS

struct PrivateBucketTests {
    private func bucket(
        named text: String = "example-exports", _ rules: [S3.LifecycleRule] = [],
        encryption: S3.Encryption = .s3Managed
    ) -> PrivateBucket {
        PrivateBucket("exports", bucketName: text, lifecycle: rules, encryption: encryption)
    }

    private func problems(_ rules: S3.LifecycleRule...) -> [Diagnostic] {
        TerraneAWSTests.problems(of: bucket(rules))
    }

    @Test func aBucketIsClosedEncryptedAndVersioned() {
        #expect(
            listedNames(bucket()) == [
                "exports", "exports/ownership", "exports/public-access", "exports/encryption", "exports/versioning",
                "exports/policy",
            ])
        #expect(listedNames(bucket([.init("r", expiredAfter: .days(1))])).contains("exports/lifecycle"))
    }

    @Test func itsPartsBelongToTheBucketInCloudFormation() {
        let parts = listedResources(bucket([.init("r", expiredAfter: .days(1))])).filter { $0.owner != nil }
        #expect(parts.count == 5 && parts.allSatisfy { $0.owner == "exports" })
        for part in parts {
            #expect(part.resourceType.cloudFormation == .part(of: "AWS::S3::Bucket"))
            #expect(DataTable(part).terraform["bucket"]?.target?.terraform == "exports.id")
            #expect(DataTable(part).cloudFormation["Bucket"] == nil)
        }
    }

    @Test func everyPartSaysTheSameInBothDialects() {
        let (bucket, access) = (bucket(), "PublicAccessBlockConfiguration/")
        let closed = table(of: "exports/public-access", in: bucket)
        #expect(closed?.terraform["restrict_public_buckets"] == .boolean(true))
        #expect(closed?.cloudFormation[access + "RestrictPublicBuckets"] == .boolean(true))
        #expect(
            table(of: "exports/versioning", in: bucket)?.terraform["versioning_configuration/status"]
                == .string("Enabled"))
        #expect(
            table(of: "exports/ownership", in: bucket)?.cloudFormation["OwnershipControls/Rules[0]/ObjectOwnership"]
                == .string("BucketOwnerEnforced"))
    }

    @Test func itIsEncryptedWithTheKeyThatIsGiven() {
        let left = "rule[0]/apply_server_side_encryption_by_default/"
        let right = "BucketEncryption/ServerSideEncryptionConfiguration[0]/"
        let own = table(of: "exports/encryption", in: bucket())
        #expect(own?.terraform[left + "sse_algorithm"] == .string("AES256"))
        #expect(own?.cloudFormation[right + "BucketKeyEnabled"] == nil)
        let rows = table(of: "exports/encryption", in: bucket(encryption: .kms("arn:key")))
        #expect(rows?.terraform[left + "kms_master_key_id"] == .string("arn:key"))
        #expect(rows?.cloudFormation[right + "ServerSideEncryptionByDefault/SSEAlgorithm"] == .string("aws:kms"))
        #expect(rows?.cloudFormation[right + "BucketKeyEnabled"] == .boolean(true))
    }

    @Test func objectsMoveAndGoAsTheyGrowOld() {
        let rule = S3.LifecycleRule(
            "r", archivedAfter: .days(30), in: .glacier, expiredAfter: .days(365), oldVersionsAfter: .days(7))
        let rows = table(of: "exports/lifecycle", in: bucket([rule]))
        #expect(rows?.terraform["rule[0]/transition[0]/days"] == .integer(30))
        #expect(
            rows?.cloudFormation["LifecycleConfiguration/Rules[0]/Transitions[0]/StorageClass"] == .string("GLACIER"))
        #expect(rows?.terraform["rule[0]/expiration/days"] == .integer(365))
        #expect(rows?.cloudFormation["LifecycleConfiguration/Rules[0]/ExpirationInDays"] == .integer(365))
        #expect(rows?.terraform["rule[0]/filter/prefix"] == .string(""))
        #expect(rows?.cloudFormation["LifecycleConfiguration/Rules[0]/Prefix"] == nil)
    }

    @Test func aRuleCanBeForSomeObjects() {
        let rows = table(
            of: "exports/lifecycle", in: bucket([.init("r", prefix: "daily/", expiredAfter: .days(7))]))
        #expect(rows?.terraform["rule[0]/filter/prefix"] == .string("daily/"))
        #expect(rows?.cloudFormation["LifecycleConfiguration/Rules[0]/Prefix"] == .string("daily/"))
    }

    @Test func plainHTTPIsRefused() {
        guard let document = table(of: "exports/policy", in: bucket())?.terraform["policy"]?.document,
            case .list(let statements)? = document.last?.value, case .object(let refusal)? = statements.first
        else {
            Issue.record("no statements")
            return
        }
        #expect(refusal.first { $0.key == "Effect" }?.value == .string("Deny"))
        #expect(
            refusal.first { $0.key == "Condition" }?.value
                == .object([.init("Bool", .object([.init("aws:SecureTransport", .string("false"))]))]))
    }

    @Test(arguments: ["abc", "example.exports.1", "a23", String(repeating: "a", count: 63)])
    func aNameThatS3TakesIsNoError(text: String) {
        #expect(TerraneAWSTests.problems(of: bucket(named: text)).isEmpty)
    }

    @Test(arguments: [
        "ab", "Exports", "my_exports", "-exports", "exports-", "a..b", "192.168.1.1", "xn--a1", "logs-s3alias",
        String(repeating: "a", count: 64),
    ])
    func aNameThatS3RefusesIsAnError(text: String) {
        #expect(TerraneAWSTests.problems(of: bucket(named: text)) == [.bucketName(text)])
    }

    @Test func agesAreWholeDays() {
        #expect(problems(.init("r", expiredAfter: .hours(36))) == [.lifecycleAge("r", .hours(36))])
        #expect(problems(.init("r", oldVersionsAfter: .days(0))) == [.lifecycleAge("r", .days(0))])
        #expect(problems(.init("r", expiredAfter: .hours(48))).isEmpty)
    }

    @Test func infrequentAccessBeginsAfter30Days() {
        #expect(
            problems(.init("r", archivedAfter: .days(29)))
                == [.archivedTooEarly("r", .days(29), .standardInfrequentAccess)])
        #expect(problems(.init("r", archivedAfter: .days(30))).isEmpty)
        #expect(problems(.init("r", archivedAfter: .days(1), in: .glacier)).isEmpty)
    }

    @Test func objectsMoveBeforeTheyGo() {
        #expect(
            problems(.init("r", archivedAfter: .days(60), expiredAfter: .days(60)))
                == [.expiredBeforeArchived("r", .days(60), .days(60))])
        #expect(problems(.init("r", archivedAfter: .days(60), expiredAfter: .days(61))).isEmpty)
    }

    @Test func movesAreInTheOrderOfTheirAges() {
        let (infrequent, cold) = (S3.StorageClass.standardInfrequentAccess, S3.StorageClass.glacier)
        #expect(
            problems(.init("r", moved: [.after(.days(90), to: infrequent), .after(.days(60), to: cold)]))
                == [.movedOutOfOrder("r", .days(90), .days(60))])
        #expect(problems(.init("r", moved: [.after(.days(30), to: infrequent), .after(.days(60), to: cold)])).isEmpty)
        #expect(
            problems(
                .init("r", moved: [], oldVersionsMoved: [.after(.days(60), to: cold)], oldVersionsAfter: .days(60)))
                == [.expiredBeforeArchived("r", .days(60), .days(60))])
    }

    @Test func oneNameForTwoRulesIsAnError() {
        #expect(
            problems(.init("r", expiredAfter: .days(1)), .init("r", expiredAfter: .days(2))) == [
                .lifecycleRuleTwice("r")
            ]
        )
    }
}

extension Expression {
    /// The members of a JSON document.
    fileprivate var document: [Field]? {
        guard case .json(.object(let fields)) = self else { return nil }
        return fields
    }
}
