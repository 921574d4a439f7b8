import Foundation
import Testing

@testable import TerraneCompiler

/// What the scripts do that keep data and bring it back.
@Suite struct DataScriptTests {
    private let cloud: FakeCloud
    private let password = #"p"a\s's $(x)"#

    init() throws {
        cloud = try FakeCloud()
        try cloud.answer("*get-caller-identity*", "111122223333")
    }

    private func run(_ script: String, _ arguments: String...) async throws -> Shell.Result {
        let shop = await OperatedShop.compiled()
        return try cloud.run(script, of: shop, "--environment=production", arguments)
    }

    /// The secret as it is kept.
    private func keepPassword() throws {
        try cloud.answer("*get-secret-value*", #"{"username": "admin", "password": "p\"a\\s's $(x)"}"#)
    }

    // MARK: Backups

    @Test func aPostgreSQLDumpNeverShowsThePassword() async throws {
        try cloud.answer("*describe-db-instances*", "db.example\t5432\tarn:secret")
        try keepPassword()
        try cloud.answer("*head-object*", "4")
        try cloud.answer("*describe-snapshots*", "available")
        let result = try await run("backup")
        #expect(result.status == 0, "\(result.messages)")
        #expect(cloud.calls.contains { $0.contains("--secret-id arn:secret") })
        #expect(
            cloud.calls.contains { $0.hasPrefix("pg_dump --dbname service=operations --no-password --format custom") })
        #expect(!cloud.calls.joined().contains("p\"a") && !result.messages.contains("p\"a"))
        #expect(
            cloud.files.hasPrefix(
                "600\n[operations]\nhost=db.example\nport=5432\ndbname=shop\nuser=admin\npassword=\(password)\n"))
        #expect(
            cloud.calls.contains { $0.contains("s3 sync") && $0.contains("/srv/up loads s3://shop-backups/files/") })
        #expect(cloud.calls.contains { $0.contains("create-snapshot --replication-group-id shop-cache") })
        #expect(cloud.leftovers == [])
    }

    @Test func aMySQLDumpReadsTheQuotedPasswordFromItsFile() async throws {
        try cloud.answer("*describe-db-clusters*", "db.example\t3306\tNone")
        try keepPassword()
        try cloud.answer("*head-object*", "4")
        let result = try await run("backup-mysql")
        #expect(result.status == 0, "\(result.messages)")
        #expect(
            cloud.files.hasPrefix(
                "600\n[client]\nhost=db.example\nport=3306\nuser=\"admin\"\npassword=\"p\\\"a\\\\s's $(x)\"\n"))
        #expect(cloud.calls.contains { $0.contains("s3 cp") && $0.hasSuffix(".sql.gz") })
    }

    @Test func aMongoDBDumpReadsItsConnectionFromItsFile() async throws {
        try cloud.answer("*get-secret-value*", "mongodb+srv://u:p@host/shop")
        try cloud.answer("*head-object*", "4")
        let result = try await run("backup-mongo")
        #expect(result.status == 0, "\(result.messages)")
        #expect(cloud.files.contains("\"uri\": \"mongodb+srv://u:p@host/shop\""))
        #expect(!cloud.calls.joined().contains("u:p@host"))
    }

    @Test func aDumpThatFailsIsNotSent() async throws {
        try cloud.answer("*describe-db-instances*", "db.example\t5432\tarn:secret")
        try keepPassword()
        try cloud.answer("pg_dump*", "", status: 1)
        #expect(try await run("backup").status == 1)
        #expect(!cloud.calls.contains { $0.contains("s3 cp") })
        #expect(cloud.leftovers == [])
    }

    @Test func aDumpThatArrivedInPartIsAFailure() async throws {
        try cloud.answer("*get-secret-value*", "mongodb://host/shop")
        try cloud.answer("*head-object*", "3")
        let result = try await run("backup-mongo")
        #expect(result.status == 1)
        #expect(result.messages.contains("is not whole"))
    }

    @Test func aSecretThatNobodyKeepsIsAFailure() async throws {
        try cloud.answer("*describe-db-instances*", "db.example\t5432\tNone")
        #expect(try await run("backup").status == 1)
    }

    @Test func aBackupComesBack() async throws {
        try cloud.answer("*describe-db-clusters*", "db.example\t3306\tNone")
        try keepPassword()
        try cloud.answer("*run-task*", "arn:task")
        try cloud.answer("*lastStatus*", "STOPPED")
        try cloud.answer("*exitCode*", "0")
        let result = try await run("restore", "20240115-120000")
        #expect(result.status == 0, "\(result.messages)")
        #expect(cloud.calls.contains { $0.contains("s3://shop-backups/database/20240115-120000.sql.gz") })
        #expect(cloud.calls.contains { $0.hasPrefix("mysql --defaults-extra-file=") && $0.hasSuffix(" shop") })
        #expect(cloud.calls.contains { $0.contains(#""command":["php","artisan","cache:clear"]"#) })
        #expect(
            cloud.calls.last?.contains("update-service --cluster shop-production --service web --force-new-deployment")
                == true)
    }

    // MARK: Migrations

    @Test func aMigrationFollowsASnapshot() async throws {
        try cloud.answer("*describe-db-cluster-snapshots*", "creating", once: true)
        try cloud.answer("*describe-db-cluster-snapshots*", "available")
        try cloud.answer("*networkConfiguration*", #"{"awsvpcConfiguration": {}}"#)
        try cloud.answer("*run-task*", "arn:task")
        try cloud.answer("*lastStatus*", "STOPPED")
        try cloud.answer("*exitCode*", "0")
        let result = try await run("migrate")
        #expect(result.status == 0, "\(result.messages)")
        let verbs = cloud.calls.compactMap { call in
            ["create-db-cluster-snapshot", "run-task"].first { call.contains($0) }
        }
        #expect(verbs == ["create-db-cluster-snapshot", "run-task"])
    }

    @Test(arguments: ["1", "None", "0\t137", ""])
    func aMigrationThatFailsIsUndone(codes: String) async throws {
        try cloud.answer("*describe-db-cluster-snapshots*", "available")
        try cloud.answer("*run-task*", "arn:task")
        try cloud.answer("*lastStatus*", "STOPPED")
        try cloud.answer("*exitCode*", codes, once: true)
        try cloud.answer("*exitCode*", "0")
        let result = try await run("migrate")
        #expect(result.status == 4, "\(result.messages)")
        #expect(cloud.calls.filter { $0.contains("run-task") }.last?.contains("migrate:rollback") == true)
    }

    @Test func nothingIsMigratedWithoutASnapshot() async throws {
        try cloud.answer("*create-db-cluster-snapshot*", "", status: 254)
        #expect(try await run("migrate").status != 0)
        #expect(!cloud.calls.contains { $0.contains("run-task") })
    }

    @Test func aMigrationThatNeverEndsIsStopped() async throws {
        try cloud.answer("*describe-db-cluster-snapshots*", "available")
        try cloud.answer("*run-task*", "arn:task")
        try cloud.answer("*lastStatus*", "RUNNING")
        #expect(try await run("migrate").status == 75)
        #expect(cloud.calls.contains { $0.contains("stop-task --cluster shop-production --task arn:task") })
    }

    // MARK: Recovery

    @Test func theNewestSnapshotIsRestoredBesideTheOriginal() async throws {
        try cloud.answer("*describe-db-snapshots*", "2024-02-01\trds:shop-1\n2024-01-01\trds:shop-0")
        try cloud.answer("*DBInstanceClass*", "shop-subnets\tdb.t4g.small")
        try cloud.answer("*VpcSecurityGroups*", "sg-1\tsg-2")
        try cloud.answer("*DBInstanceStatus*", "available")
        let result = try await run("restore-database", "shop-new")
        #expect(result.status == 0, "\(result.messages)")
        #expect(
            cloud.calls.contains {
                $0.contains(
                    "--db-instance-identifier shop-new --db-snapshot-identifier rds:shop-1 --db-instance-class db.t4g.small"
                )
                    && $0.contains("--vpc-security-group-ids sg-1 sg-2 --no-publicly-accessible")
            })
    }

    @Test func aRehearsalRemovesItsCopyEvenWhenItFails() async throws {
        try cloud.answer("*describe-db-snapshots*", "2024-02-01\trds:shop-1\n2024-01-01\trds:shop-0")
        try cloud.answer("*DBInstanceClass*", "shop-subnets\tdb.t4g.small")
        try cloud.answer("*delete-db-instance*", "deleting")
        try cloud.answer("*DBInstanceStatus*", "creating")
        #expect(try await run("recovery-drill").status == 75)
        #expect(
            cloud.calls.last?.contains(
                "delete-db-instance --db-instance-identifier shop-db-drill --skip-final-snapshot") == true)
    }

    @Test func theStandbyTakesOver() async throws {
        try cloud.answer("*ReadReplicaSource*", "available\tshop-db", once: true)
        try cloud.answer("*ReadReplicaSource*", "available\tNone")
        try cloud.answer("*runningCount*", "1", once: true)
        try cloud.answer("*runningCount*", "5")
        try cloud.answer("*list-hosted-zones-by-name*", "/hostedzone/Z1")
        try cloud.answer("*list-resource-record-sets*", "check-1")
        let result = try await run("disaster-recovery", "5")
        #expect(result.status == 0, "\(result.messages)")
        let changes = cloud.calls.compactMap { call in
            ["promote-read-replica", "--desired-count 5", "--disabled --inverted"].first { call.contains($0) }
        }
        #expect(changes == ["promote-read-replica", "--desired-count 5", "--disabled --inverted"])
    }

    @Test func theNameIsAnsweredWithThePrimaryAgain() async throws {
        try cloud.answer("*list-hosted-zones-by-name*", "/hostedzone/Z1")
        try cloud.answer("*list-resource-record-sets*", "check-1")
        #expect(try await run("dns-failover", "primary").status == 0)
        #expect(cloud.calls.last?.contains("--health-check-id check-1 --no-disabled --no-inverted") == true)
        #expect(try await run("dns-failover", "tertiary").status == 64)
    }

    @Test func aZoneThatIsNotThereIsAFailure() async throws {
        try cloud.answer("*list-hosted-zones-by-name*", "None")
        #expect(try await run("dns-failover", "secondary").status == 1)
        #expect(!cloud.calls.contains { $0.contains("update-health-check") })
    }

    // MARK: Every day

    @Test func anEmergencyStopHoldsScalingToo() async throws {
        try cloud.answer("*get-secret-value*", "https://hooks.slack.example/secret")
        #expect(try await run("emergency-stop", "stop").status == 0)
        #expect(cloud.calls.contains { $0.contains("DynamicScalingOutSuspended=true") })
        #expect(cloud.calls.contains { $0.contains("--service web --desired-count 0") })
        #expect(try await run("emergency-stop", "start").status == 0)
        #expect(cloud.calls.contains { $0.contains("--service web --desired-count 2") })
        #expect(try await run("emergency-stop").status == 64)
    }

    @Test func aDayWithTooFewTasksIsAProblem() async throws {
        try cloud.answer("*runningCount*", "1\t2")
        try cloud.answer("*filter-log-events*", "0")
        let result = try await run("daily-check")
        #expect(result.status == 3, "\(result.messages)")
        #expect(result.messages.contains("PROBLEM: 1 of 2 tasks of web run"))
    }

    @Test func aCalmDayIsNone() async throws {
        try cloud.answer("*runningCount*", "2\t2")
        try cloud.answer("*filter-log-events*", "3\n4")
        try cloud.answer("*describe-load-balancers*", "arn:x:loadbalancer/app/shop/1")
        let result = try await run("daily-check")
        #expect(result.status == 0, "\(result.messages)")
        #expect(cloud.calls.contains { $0.contains("Name=LoadBalancer,Value=app/shop/1") })
        #expect(result.messages.contains("7 errors in /ecs/web"))
    }

    @Test func anOldBackupIsAProblemAndAFreshOneIsNone() async throws {
        try cloud.answer("*list-images*", "0")
        try cloud.answer("*list-objects-v2*", "2020-01-01T00:00:00+00:00", once: true)
        try cloud.answer("*list-objects-v2*", "2999-01-01T00:00:00+00:00")
        #expect(try await run("weekly-check").status == 3)
        let fresh = try await run("weekly-check")
        #expect(fresh.status == 0, "\(fresh.messages)")
    }

    @Test func everyScriptHasADryRunThatAsksNobody() async throws {
        let arguments = [
            "deploy": "v1", "blue-green": "web:2", "canary": "arn:aws:ecs:a:1:task-definition/web:1",
            "restore": "20240115-120000", "restore-database": "copy", "restore-aurora": "copy",
            "dns-failover": "secondary",
            "emergency-stop": "stop", "build-and-push": "v1",
        ]
        let shop = await OperatedShop.compiled()
        for artifact in shop.artifacts where artifact.path.hasSuffix(".sh") {
            let name = String(artifact.path.split(separator: "/").last?.dropLast(3) ?? "")
            let words = ["--dry-run"] + [arguments[name]].compactMap(\.self)
            let result = try cloud.run(name, of: shop, "--environment=staging", words)
            #expect(result.status == 0, "\(name): \(result.messages)")
            #expect(result.text.hasPrefix("+ "), "\(name)")
        }
        #expect(cloud.calls == [])
        #expect(cloud.leftovers == [])
    }
}
