import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckCallsTests {
    let callee = Workflow(
        "tests", name: "Tests",
        on: .workflowCall(
            inputs: [WorkflowInput("php", required: true)], secrets: ["TOKEN"], outputs: ["coverage": "90"])
    ) {
        Job("test") { Checkout() }
    }

    @Test func aCallGivesWhatIsTaken() {
        let call = Job("tests", calling: callee, with: ["php": "8.4"], secrets: ["TOKEN": .secret("TOKEN")])
        let after = Job("after") { Run("Show", "echo \"$C\"", env: ["C": call.output("coverage")]) }.needs(call)
        #expect(onPush(call, after).check() == [])
        #expect(call.permissions == [.contents(.read)])
    }

    @Test func whatIsNotTakenIsAnError() {
        let bad = Job("tests", calling: callee, with: ["phpp": "8.4"], secrets: ["TOKN": .secret("TOKEN")])
        let found = onPush(bad).check()
        #expect(
            found.map(\.summary) == [
                "'./.github/workflows/tests.yml' takes no input 'phpp'",
                "'./.github/workflows/tests.yml' needs the input 'php'",
                "'./.github/workflows/tests.yml' takes no secret 'TOKN'",
                "'./.github/workflows/tests.yml' needs the secret 'TOKEN'",
            ])
        #expect(found.first?.help == "Did you mean 'php'?")
    }

    @Test func aWorkflowThatNobodyCanCallIsNotCalled() {
        let other = onPush(Job("test") { Run("Test", "make") })
        #expect(
            summaries(onPush(Job("tests", calling: other)))
                == ["'tests' calls './.github/workflows/backend.yml', which no workflow can call"])
    }

    @Test func aCallIsNoDeployment() {
        let call = Job("tests", calling: callee, with: ["php": "8.4"], secrets: ["TOKEN": .secret("TOKEN")])
        #expect(
            summaries(onPush(call.environment("production")))
                == ["'tests' calls a workflow and names an environment, which GitHub does not allow"])
    }
}
