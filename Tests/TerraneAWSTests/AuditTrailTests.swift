import TerraneCore
import Testing

@testable import TerraneAWS

struct AuditTrailTests {
    @Test func aTrailWaitsForTheBucketThatLetsItWrite() {
        let trail = AuditTrail("audit")
        #expect(listedNames(trail).last == "audit" && listedNames(trail).contains("audit/files/policy"))
        #expect(listedResources(trail).last?.declaration.options.dependencies == ["audit/files/policy"])
        let rows = table(of: "audit", in: trail)
        #expect(rows?.terraform["is_multi_region_trail"] == .boolean(true))
        #expect(rows?.cloudFormation["EnableLogFileValidation"] == .boolean(true))
        #expect(problems(of: trail).isEmpty)
    }

    @Test func onlyThisTrailWritesToItsBucket() {
        let policy = listedResources(AuditTrail("audit")).compactMap { $0 as? S3.BucketPolicy }.first?.policy
        let delivery = policy?.statements.first { $0.id == "DeliverFiles" }
        #expect(delivery?.principal == .service("cloudtrail.amazonaws.com"))
        #expect(delivery?.conditions.first?.key == "aws:SourceArn")
    }

    @Test func eventsGoToALogGroupWithARoleForThat() {
        let trail = AuditTrail("audit", logs: .threeMonths)
        #expect(
            listedNames(trail).filter { !$0.contains("files") }
                == ["audit/logs", "audit/role", "audit/role-policy", "audit"])
        #expect(trail.logGroup?.groupName == "/cloudtrail/audit")
        #expect(table(of: "audit", in: trail)?.cloudFormation["CloudWatchLogsRoleArn"] != nil)
    }

    @Test func aKeyEncryptsTheTrailAndItsBucket() {
        let trail = AuditTrail("audit", encryptedWith: "arn:key")
        #expect(table(of: "audit", in: trail)?.terraform["kms_key_id"] == .string("arn:key"))
        let encryption = listedResources(trail).compactMap { $0 as? S3.BucketEncryption }.first?.encryption
        #expect(encryption == .kms("arn:key"))
        #expect(AuditTrail.mayEncrypt.actions.contains("kms:GenerateDataKey*"))
    }
}
