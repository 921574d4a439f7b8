import TerraneCore
import TerraneWorkflows
import Testing

/// What is right, or cannot be known, is left alone.
@Suite struct CheckGitHubTests {
    @Test(arguments: ["0 11 * * 1-5", "*/5 * * * *", "7-59/10 1,2 1 JAN-mar SUN", "0,30 */2 * * *", "15/15 * * * *"])
    func aScheduleOfFiveFieldsIsTaken(_ fields: String) {
        #expect(summaries(scheduled(fields)) == [])
    }

    @Test(arguments: [
        "60 * * * *", "0 0 0 * *", "0 0 * 13 *", "0 0 * * 7", "* * * *", "5-1 * * * *", "*/0 * * * *", ", * * * *",
    ])
    func aScheduleOutOfRangeIsNot(_ fields: String) {
        #expect(summaries(scheduled(fields)) == ["'\(fields)' is not a schedule that GitHub takes"])
    }

    private func scheduled(_ fields: String) -> Workflow {
        Workflow("a", name: "A", on: .schedule(Cron(stringLiteral: fields))) { Job("test") { Run("Test", "make") } }
    }

    @Test func aLargerRunnerMayHaveAnyName() {
        for label in ["ubuntu-latest-8-cores", "linux-big", "ubuntu-24.04-16core"] {
            #expect(onPush(Job("t", on: Runner(label)) { Run("Test", "make") }).check() == [])
        }
        let own = Job("t", on: .selfHosted("ubuntu-20.04"), timeout: .hours(10)) { Run("Test", "make") }
        #expect(onPush(own).check() == [])
    }

    @Test func aCalledWorkflowHasTheEventOfItsCaller() {
        let called = Workflow("a", name: "A", on: .workflowCall()) {
            Job("t") { Run("Test", "make", env: ["HEAD": .github["head_ref"]]) }
        }
        #expect(called.check() == [])
    }

    @Test func oneOfSeveralEventsIsEnough() {
        let both = Workflow("a", name: "A", on: .push(), .pullRequest()) {
            Job("t") { Run("Test", "make", env: ["HEAD": .github["head_ref"]]) }
        }
        #expect(both.check() == [])
    }

    @Test func anEarlierStepMayHaveSetAVariable() {
        #expect(
            oneJob {
                Run("Prepare", "./prepare.sh")
                Run("Test", "make").if(.env("READY") == "yes")
            }.check() == [])
    }

    @Test func anArtifactOfAnotherRunIsNotLookedFor() {
        let job = Job("t") {
            DownloadArtifact("report", path: "report", with: ["run-id": "1"])
            DownloadArtifact("elsewhere", path: "elsewhere")
        }
        #expect(onPush(job).check() == [])
    }

    @Test func theNeedsOfNeedsHaveEndedToo() {
        let build = Job("build") { UploadArtifact("app", path: "app") }
        let test = Job("test") { Run("Test", "make") }.needs(build)
        let deploy = Job("deploy") { DownloadArtifact("app", path: "app") }.needs(test)
        #expect(onPush(build, test, deploy).check() == [])
    }

    @Test func bracesOfFormatThatAreDoubledAreLiteral() {
        let tag = WorkflowExpression.format("{{9}} {0}", .github.sha)
        #expect(oneJob { Run("Tag", "make", env: ["TAG": tag]) }.check() == [])
    }

    @Test func theTokenOfTheWorkflowIsThatOfAJobThatAsksForNothing() {
        let scan = Job("scan") { Uses("github/codeql-action/upload-sarif", with: ["sarif_file": "a.sarif"]) }
        #expect(summaries(onPush(scan)).count == 1)
        #expect(onPush(scan).permissions(.securityEvents(.write)).check() == [])
        #expect(summaries(onPush(scan.permissions(.contents(.read))).permissions(.securityEvents(.write))).count == 1)
    }
}
