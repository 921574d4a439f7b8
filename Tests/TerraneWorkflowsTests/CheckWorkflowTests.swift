import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckWorkflowTests {
    let test = Job("test") { Run("Test", "npm test") }

    @Test func anOrdinaryWorkflowIsInOrder() {
        #expect(onPush(test, Job("deploy") { Run("Deploy", "make") }.needs(test)).check() == [])
    }

    @Test func theNameOfAFileIsMadeOfLettersAndDigits() {
        let bad = Workflow("a/b", name: "A", on: .push()) { test }
        #expect(summaries(bad) == ["'a/b' cannot be the name of a workflow's file"])
        #expect(Workflow("a-b.c_1", name: "A", on: .push()) { test }.check() == [])
    }

    @Test func aWorkflowNeedsATriggerAndAJob() {
        #expect(
            summaries(Workflow("a", name: "A") {})
                == ["nothing sets off the workflow 'A'", "the workflow 'A' has no job"])
        #expect(Workflow("a", name: "A", on: .workflowDispatch()) { test }.check() == [])
    }

    @Test func anEventIsListedOnce() {
        let bad = Workflow("a", name: "A", on: .push(branches: ["main"]), .push(tags: ["v*"])) { test }
        #expect(summaries(bad) == ["the event 'push' is listed twice"])
        #expect(Workflow("a", name: "A", on: .push(branches: ["main"], tags: ["v*"])) { test }.check() == [])
    }

    @Test func aScheduleHasFiveFields() {
        let bad = Workflow("a", name: "A", on: .schedule("0 20 ? * MON-FRI *")) { test }
        #expect(summaries(bad) == ["'0 20 ? * MON-FRI *' is not a schedule that GitHub takes"])
        #expect(Workflow("a", name: "A", on: .schedule("0 11 * * 1-5")) { test }.check() == [])
    }

    @Test func aDefaultIsOneOfTheChoices() {
        func asking(_ inputs: WorkflowInput...) -> Workflow {
            Workflow("a", name: "A", on: .workflowDispatch(inputs)) { test }
        }
        let stages = ["staging", "production"]
        let bad = asking(WorkflowInput("stage", .choice(stages), default: "stagin")).check()
        #expect(bad.map(\.summary) == ["the default 'stagin' of the input 'stage' is not among its choices"])
        #expect(bad.first?.help == "Did you mean 'staging'?")
        #expect(asking(WorkflowInput("stage", .choice(stages), default: "staging")).check() == [])
        #expect(summaries(asking(WorkflowInput("a"), WorkflowInput("a"))) == ["the workflow asks twice for 'a'"])
    }

    @Test func aSecretDoesNotDecideACondition() {
        let bad = oneJob { Run("Scan", "snyk test").if(.secret("TOKEN") != "") }
        #expect(summaries(bad) == ["a condition reads the secret 'TOKEN', which GitHub does not allow"])
        let good = Job("scan") { Run("Scan", "snyk test").if(.env("TOKEN") != "") }.env(["TOKEN": .secret("TOKEN")])
        #expect(onPush(good).check() == [])
    }

    @Test func aSecretHasANameThatGitHubTakes() {
        #expect(
            summaries(oneJob { Run("Scan", "snyk test", env: ["T": .secret("snyk-token")]) })
                == ["'snyk-token' cannot be the name of a secret"])
        #expect(oneJob { Run("Scan", "snyk test", env: ["T": .secret("SNYK_TOKEN")]) }.check() == [])
    }
}
