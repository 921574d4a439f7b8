import TerraneCore
import Testing

@testable import TerraneAWS

/// What a bucket has only when asked for, and who may use it.
struct BucketOptionsTests {
    private let bucket = PrivateBucket(
        "uploads", bucketName: "example-uploads",
        lifecycle: [S3.LifecycleRule("forget", oldVersionsAfter: .days(90))])

    private func added(_ bucket: PrivateBucket) -> [String] {
        let plain = Set(listedNames(self.bucket))
        return listedNames(bucket).filter { !plain.contains($0) }
    }

    @Test func aReplicaIsABucketOfTheSameKindInTheOtherRegion() {
        let replicated = bucket.replicated(to: .osaka)
        #expect(
            added(replicated) == [
                "uploads/replica", "uploads/replica/ownership", "uploads/replica/public-access",
                "uploads/replica/encryption", "uploads/replica/versioning", "uploads/replica/lifecycle",
                "uploads/replica/policy", "uploads/replicator", "uploads/replicator-policy", "uploads/replication",
            ])
        #expect(replicated.replica?.declaration.options.region == .osaka)
        #expect(table(of: "uploads/replica", in: replicated)?.terraform["bucket"] == .string("example-uploads-replica"))
        #expect(bucket.replica == nil)
    }

    @Test func bothSidesKeepVersionsBeforeAnythingIsCopied() {
        let replication = listedResources(bucket.replicated(to: .osaka)).first { $0.name == "uploads/replication" }
        #expect(
            replication?.declaration.options.dependencies == ["uploads/versioning", "uploads/replica/versioning"])
        let rows = replication.map { DataTable($0) }
        #expect(rows?.terraform["rule[0]/destination/bucket"]?.target?.terraform == "uploads/replica.arn")
        #expect(
            rows?.cloudFormation["ReplicationConfiguration/Role"]?.target?.cloudFormation == "uploads/replicator.Arn")
    }

    @Test func theReplicatorReadsHereAndWritesThere() {
        func actions(_ bucket: PrivateBucket) -> [String] {
            listedResources(bucket).compactMap { $0 as? IAM.RolePolicy }.flatMap {
                $0.policy.statements.flatMap(\.actions)
            }
        }
        #expect(actions(bucket.replicated(to: .osaka)).contains("s3:ReplicateDelete"))
        #expect(!actions(bucket.replicated(to: .osaka)).contains("kms:Decrypt"))
        let encrypted = PrivateBucket("uploads", encryption: .kms("arn:here"))
        #expect(
            actions(encrypted.replicated(to: .osaka, encryption: .kms("arn:there"))).suffix(2) == [
                "kms:Decrypt", "kms:Encrypt",
            ])
    }

    @Test func bothSidesAreEncryptedInTheSameWay() {
        let encrypted = PrivateBucket("uploads", encryption: .kms("arn:here"))
        #expect(encrypted.replicated(to: .osaka).check() == [.replicaWithOtherEncryption("uploads", .osaka)])
        #expect(bucket.replicated(to: .osaka, encryption: .kms("arn:there")).check().count == 1)
        #expect(encrypted.replicated(to: .osaka, encryption: .kms("arn:there")).check().isEmpty)
        #expect(bucket.replicated(to: .osaka).check().isEmpty && bucket.check().isEmpty)
    }

    @Test func requestsAreWrittenDownInABucketThatTakesThemFromThisOneAlone() {
        let logged = bucket.logging(.kept(in: "example-logs", for: .days(90)))
        #expect(added(logged).last == "uploads/logging")
        #expect(
            table(of: "uploads/logging", in: logged)?.cloudFormation["LoggingConfiguration/DestinationBucketName"]?
                .target?.cloudFormation == "uploads/logs")
        let policy = listedResources(logged).compactMap { $0 as? S3.BucketPolicy }.first {
            $0.name == "uploads/logs/policy"
        }
        #expect(policy?.policy.statements.last?.conditions.map(\.key) == ["aws:SourceArn", "aws:SourceAccount"])
        #expect(problems(of: logged).isEmpty)
    }

    @Test func theRestIsOneResourceEach() {
        #expect(added(bucket.sendingEvents()) == ["uploads/events"])
        #expect(added(bucket.allowingPages(.init(from: ["*"], [.get]))) == ["uploads/cors"])
        let locked = bucket.locked(.compliance, for: .days(30))
        #expect(added(locked) == ["uploads/lock"])
        #expect(table(of: "uploads", in: locked)?.cloudFormation["ObjectLockEnabled"] == .boolean(true))
    }

    @Test func anOriginHasASchemeAndNoPath() {
        func problems(_ origin: String) -> [Diagnostic] {
            TerraneAWSTests.problems(of: bucket.allowingPages(.init(from: [origin], [.get])))
        }
        for wrong in ["www.example.com", "https://www.example.com/", "https://*.*.com"] {
            #expect(problems(wrong) == [.corsOrigin("uploads/cors", wrong)])
        }
        #expect(problems("https://*.example.com").isEmpty && problems("*").isEmpty)
    }

    @Test func aLockLastsWholeDays() {
        #expect(
            problems(of: bucket.locked(.governance, for: .hours(1))) == [.objectLock("uploads/lock", .hours(1))])
        #expect(problems(of: bucket.locked(.governance, for: .days(1))).isEmpty)
    }

    @Test func permissionsAreShort() {
        let own = IAM.Statement.managing(bucket, under: "uploads/")
        #expect(own.resources.map(\.expression.shortText) == [#""(<uploads: arn, Arn>)/uploads/*""#])
        #expect(IAM.Statement.reading(bucket).actions == ["s3:GetObject"])
        #expect(IAM.Statement.writing(bucket).actions.first == "s3:PutObject")
        #expect(IAM.Statement.listing(bucket).conditions.isEmpty)
        #expect(IAM.Statement.listing(bucket, under: "a/").conditions == [.like("s3:prefix", "a/*")])
    }
}
