import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckActionsTests {
    @Test func anActionIsInTheLock() {
        let bad = Uses("actions/chekout")
        let found = oneJob { bad }.check()
        #expect(found.map(\.summary) == ["the action 'actions/chekout' is not in the action lock"])
        #expect(found.first?.help == "Did you mean 'actions/checkout'?")
        #expect(found.first?.location == bad.definition.source)
        #expect(oneJob { Checkout() }.check() == [])
    }

    @Test func anActionIsNamedWithoutAVersion() {
        let found = oneJob { Uses("somebody/something@v3") }.check()
        #expect(found.first?.help == "Leave the version out: the lock knows the commit.")
    }

    @Test func anInputIsOneThatTheActionTakes() {
        let found = oneJob { Checkout(with: ["fetch-dept": 0]) }.check()
        #expect(found.map(\.summary) == ["'actions/checkout' v7.0.1 has no input 'fetch-dept'"])
        #expect(found.first?.help == "Did you mean 'fetch-depth'?")
        #expect(oneJob { Checkout(with: ["Fetch-Depth": 0]) }.check() == [])
    }

    @Test func anInputWithoutADefaultIsGiven() {
        #expect(
            summaries(oneJob { Uses("actions/cache", with: ["path": "node_modules"]) })
                == ["'actions/cache' needs the input 'key'"])
        #expect(
            oneJob { Uses("actions/cache", with: ["path": "node_modules", "key": .hashFiles("package-lock.json")]) }
                .check() == [])
    }

    @Test func everyConvenienceTakesWhatTheLockSays() {
        let key = AppStoreConnectKey(issuer: .secret("I"), id: .secret("K"), privateKey: .secret("P"))
        let workflow = oneJob {
            Checkout(ref: .github.sha, path: "source")
            SetupNode("22", cache: .npm(lockFile: "package-lock.json"))
            SetupNode("22", cache: .yarn(lockFile: "yarn.lock"))
            SetupNode("22", cache: .pnpm(lockFile: "pnpm-lock.yaml"))
            SetupNode("22")
            SetupPHP("8.3", extensions: ["mbstring", "pdo"])
            SetupGo("1.26")
            SetupTerraform("1.11.4")
            SetupXcode("26")
            AWSCredentials(role: "arn:aws:iam::111122223333:role/deploy", region: Region.tokyo)
            ECRLogin()
            RenderTaskDefinition("task.json", container: "web", image: "web:1")
            DeployTaskDefinition("task.json", service: "web", cluster: "main")
            CodecovUpload("lcov.info", token: .secret("CODECOV_TOKEN"))
            SnykScan(.node, in: "backend", atLeast: .high, token: .secret("SNYK_TOKEN"))
            SnykScan(.php, atLeast: .high, token: .secret("SNYK_TOKEN"))
            SnykScan(.golang, atLeast: .high, token: .secret("SNYK_TOKEN"))
            SlackNotification("done: \(.jobStatus)", webhook: .secret("SLACK_WEBHOOK_URL"))
            UploadArtifact("report", path: "report")
            DownloadArtifact("report", path: "report")
            ImportCodeSigningCertificates(p12: .secret("C"), password: .secret("P"))
            DownloadProvisioningProfiles(bundle: "com.example.app", key: key)
            UploadToTestFlight("app.ipa", key: key)
        }
        #expect(workflow.check() == [])
    }
}
