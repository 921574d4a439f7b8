import Foundation
import Testing

@testable import TerraneCompiler

/// What the scripts do that bring versions to users and take them away again, with clouds that obey and clouds that do not.
@Suite struct ReleaseScriptTests {
    private let cloud: FakeCloud
    private let web = "arn:aws:ecs:ap-northeast-1:111122223333:task-definition/web"

    init() throws {
        cloud = try FakeCloud()
        try cloud.answer("*get-caller-identity*", "111122223333")
        try cloud.answer("*update-service*PRIMARY*", "ecs-svc/9")
        try cloud.answer("*get-secret-value*", "https://hooks.slack.example/secret")
    }

    private func run(_ script: String, _ arguments: String...) async throws -> Shell.Result {
        let shop = await OperatedShop.compiled()
        return try cloud.run(script, of: shop, arguments.first ?? "", Array(arguments.dropFirst()))
    }

    // MARK: Arguments

    @Test func whatIsMissingOrTooMuchIsWrongUsage() async throws {
        #expect(try await run("deploy", "--environment", "production").status == 64)
        #expect(try await run("deploy", "v1").messages.contains("--environment is missing: production, staging"))
        #expect(try await run("deploy", "--environment", "live", "v1").status == 64)
        #expect(try await run("deploy", "--environment", "production", "--force", "v1").status == 64)
        #expect(try await run("deploy", "--environment", "production", "v1; rm -rf /").status == 64)
        #expect(try await run("health-check", "--environment=staging", "more").status == 64)
        #expect(try await run("rollback", "--environment=staging", "$(id)").status == 64)
        #expect(try await run("restore", "--environment=staging", "yesterday").status == 64)
        #expect(cloud.calls == [])
    }

    @Test func helpIsPrinted() async throws {
        let result = try await run("deploy", "--help")
        #expect(result.status == 0)
        #expect(result.text.hasPrefix("Usage: deploy.sh --environment NAME [--dry-run] VERSION"))
    }

    // MARK: Deploying

    @Test func aDryRunPrintsEverythingAndRunsNothing() async throws {
        let result = try await run("deploy", "--environment", "production", "--dry-run", "v1.2.3")
        #expect(result.status == 0, "\(result.messages)")
        #expect(cloud.calls == [])
        let commands = result.text.split(separator: "\n").map {
            $0.split(separator: " ").dropFirst(4).prefix(2).joined(separator: " ")
        }
        #expect(
            commands.filter { !$0.isEmpty }.prefix(6) == [
                "sts get-caller-identity", "ecr describe-images", "ecs describe-services",
                "ecs register-task-definition",
                "ecs update-service", "ecs describe-services",
            ])
        #expect(result.text.contains("+ curl --fail"))
        #expect(cloud.leftovers == [])
    }

    @Test func aVersionIsDeployed() async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):1")
        try cloud.answer("*register-task-definition*", "\(web):2")
        try cloud.answer("*describe-services*rolloutState*", "IN_PROGRESS", once: true)
        try cloud.answer("*describe-services*rolloutState*", "COMPLETED")
        let result = try await run("deploy", "--environment", "production", "v2")
        #expect(result.status == 0, "\(result.messages)")
        #expect(
            cloud.calls.contains(
                "aws ecs update-service --cluster shop-production --service web --task-definition \(web):2 --query service.deployments[?status=='PRIMARY'].id | [0] --output text"
            ))
        #expect(cloud.calls.contains("sleep 15"))
        #expect(cloud.files.contains(#""image": "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/shop:v2""#))
        #expect(!cloud.files.contains("shop:first"))
        #expect(cloud.input == "url = \"https://hooks.slack.example/secret\"\n")
        #expect(!cloud.calls.joined().contains("hooks.slack"))
        #expect(cloud.leftovers == [])
    }

    @Test func aVersionThatIsIllIsTakenBack() async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):1")
        try cloud.answer("*register-task-definition*", "\(web):2")
        try cloud.answer("*describe-services*rolloutState*", "COMPLETED", once: true)
        try cloud.answer("*describe-services*rolloutState*", "COMPLETED")
        try cloud.answer("curl*health", "", status: 22)
        let result = try await run("deploy", "--environment", "production", "v2")
        #expect(result.status == 4, "\(result.messages)")
        let updates = cloud.calls.filter { $0.contains("update-service") }
        #expect(updates.map { $0.contains("\(web):1") } == [false, true])
        #expect(cloud.calls.count { $0.hasPrefix("curl") && $0.hasSuffix("/health") } == 3)
        #expect(cloud.calls.contains { $0.contains("went back to \(web):1: version v2 failed") })
    }

    /// A deployment that ECS gave up is shown as failed, and then no longer.
    @Test(arguments: [["FAILED"], ["IN_PROGRESS", "FAILED"], ["None", "IN_PROGRESS", "None"]])
    func whatECSItselfTookBackIsNoSuccess(states: [String]) async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):1")
        try cloud.answer("*register-task-definition*", "\(web):2")
        for state in states { try cloud.answer("*describe-services*rolloutState*", state, once: true) }
        try cloud.answer("*describe-services*rolloutState*", "COMPLETED")
        let result = try await run("deploy", "--environment", "production", "v2")
        #expect(result.status == 4, "\(result.messages)")
        #expect(!cloud.calls.contains { $0.hasPrefix("curl") && $0.hasSuffix("/health") })
    }

    @Test func aDeploymentThatNeverEndsIsGivenUpAndTakenBack() async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):1")
        try cloud.answer("*register-task-definition*", "\(web):2")
        try cloud.answer("*describe-services*rolloutState*", "IN_PROGRESS")
        let result = try await run("deploy", "--environment", "production", "v2")
        #expect(result.status == 1, "\(result.messages)")
        #expect(result.messages.contains("see to it by hand"))
        #expect(cloud.calls.count { $0 == "sleep 15" } == 2 * 79)
    }

    @Test func aVersionThatWasNeverPushedIsNotDeployed() async throws {
        try cloud.answer("*describe-images*", "", status: 254)
        #expect(try await run("deploy", "--environment", "production", "v2").status == 1)
        #expect(!cloud.calls.contains { $0.contains("update-service") || $0.contains("register-task-definition") })
    }

    @Test func theCredentialsOfAnotherAccountAreRefused() async throws {
        let other = try FakeCloud()
        try other.answer("*get-caller-identity*", "999999999999")
        let result = try other.run("rollback", of: await OperatedShop.compiled(), "--environment", ["production"])
        #expect(result.status == 77)
        #expect(other.calls.count == 1)
    }

    // MARK: Rolling back

    @Test func theRevisionBeforeComesBack() async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):7")
        try cloud.answer("*list-task-definitions*", "\(web):5\t\(web):8\t\(web):7\t\(web):6\t\(web)-admin:6")
        try cloud.answer("*describe-task-definition*", "\(web):6")
        try cloud.answer("*describe-services*rolloutState*", "COMPLETED")
        let result = try await run("rollback", "--environment", "staging")
        #expect(result.status == 0, "\(result.messages)")
        #expect(
            cloud.calls.contains {
                $0.contains("update-service --cluster shop-staging --service web --task-definition \(web):6")
            })
    }

    @Test func aRevisionCanBeNamedInFourWays() async throws {
        for (word, asked) in [
            ("5", "web:5"), ("web:5", "web:5"), ("\(web):5", "\(web):5"), ("ecs-svc/123", "\(web):4"),
        ] {
            let cloud = try FakeCloud()
            try cloud.answer("*describe-services*ecs-svc/123*", "\(web):4")
            let result = try cloud.run(
                "rollback", of: await OperatedShop.compiled(), "--environment=production", ["--dry-run", word])
            #expect(result.status == 0, "\(result.messages)")
            let wanted = word.hasPrefix("ecs-svc") ? "web:DEPLOYED" : asked
            #expect(result.text.contains("describe-task-definition --task-definition \(wanted) "), "\(result.text)")
        }
    }

    @Test func aRevisionOfAnotherFamilyIsRefused() async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):7")
        try cloud.answer("*describe-task-definition*", "\(web)-admin:6")
        #expect(try await run("rollback", "--environment=production", "web-admin:6").status == 1)
        #expect(!cloud.calls.contains { $0.contains("update-service") })
    }

    @Test func aRollbackToAnIllServiceSaysSo() async throws {
        try cloud.answer("*describe-services*services\\[0\\].taskDefinition*", "\(web):7")
        try cloud.answer("*task-definition*query taskDefinition*", "\(web):6")
        try cloud.answer("*describe-services*rolloutState*", "COMPLETED")
        try cloud.answer("curl*health", "", status: 22)
        #expect(try await run("rollback", "--environment=production", "6").status == 3)
    }

    // MARK: Blue and green

    private func twoColours() throws {
        try cloud.answer("*describe-load-balancers*", "arn:balancer")
        try cloud.answer("*describe-listeners*--load-balancer-arn*", "arn:listener")
        try cloud.answer("*describe-target-groups*blue*", "arn:blue")
        try cloud.answer("*describe-target-groups*green*", "arn:green")
        try cloud.answer("*describe-listeners*--listener-arns*", "arn:blue")
    }

    @Test func trafficTurnsToTheOtherColour() async throws {
        try twoColours()
        try cloud.answer("*describe-target-health*", "2", once: true)
        try cloud.answer("*describe-target-health*", "4")
        let result = try await run("blue-green", "--environment=production", "web:9")
        #expect(result.status == 0, "\(result.messages)")
        let changes = cloud.calls.filter { $0.contains("update-service") || $0.contains("modify-listener") }
        #expect(changes.count == 3)
        #expect(changes[0].contains("--service web-green --task-definition web:9 --desired-count 4"))
        #expect(changes[1].contains("TargetGroupArn=arn:green"))
        #expect(changes[2].contains("--service web --desired-count 0"))
    }

    @Test func anIllColourIsTurnedBack() async throws {
        try twoColours()
        try cloud.answer("*describe-target-health*", "4")
        try cloud.answer("curl*health", "", once: true)
        try cloud.answer("curl*health", "", status: 22)
        let result = try await run("blue-green", "--environment=production", "web:9")
        #expect(result.status == 4, "\(result.messages)")
        let turns = cloud.calls.filter { $0.contains("modify-listener") }
        #expect(turns.map { $0.contains("arn:blue") } == [false, true])
        #expect(cloud.calls.contains { $0.contains("--service web-green --desired-count 0") })
    }

    @Test func aColourWhoseTasksNeverBecomeWellServesNobody() async throws {
        try twoColours()
        try cloud.answer("*describe-target-health*", "3")
        #expect(try await run("blue-green", "--environment=production", "web:9").status == 4)
        #expect(!cloud.calls.contains { $0.contains("modify-listener") })
    }

    @Test func codeDeployIsStoppedWhenTheServiceIsIll() async throws {
        try cloud.answer("*create-deployment*", "d-1")
        try cloud.answer("*get-deployment*", "InProgress", once: true)
        try cloud.answer("*get-deployment*", "Succeeded")
        try cloud.answer("curl*health", "", status: 22)
        let result = try await run("canary", "--environment=production", "\(web):9")
        #expect(result.status == 4, "\(result.messages)")
        #expect(cloud.calls.contains { $0.contains("stop-deployment --deployment-id d-1 --auto-rollback-enabled") })
        #expect(cloud.calls.contains { $0.contains(#"\"TaskDefinition\":\"\#(web):9\""#) })
    }

    @Test func aDirtyTreeIsNotPushed() async throws {
        try cloud.answer("git describe*", "v1-2-gabc-dirty", once: true)
        #expect(try await run("build-and-push", "--environment=production").status == 1)
        try cloud.answer("git describe*", "v1")
        #expect(try await run("build-and-push", "--environment=production").status == 0)
        #expect(cloud.calls.last == "docker push 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/shop:v1")
    }
}
