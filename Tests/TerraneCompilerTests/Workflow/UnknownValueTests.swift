import TerraneCompiler
import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct UnknownValueTests {
    @Test func aValueKnownOnlyAfterDeploymentIsAnErrorAtItsStep() {
        let bad = Run("Deploy", "make", env: ["ACCOUNT": Deployment.account])
        let printed = PrintWorkflowTests.print(Workflow("a", name: "A", on: .push()) { Job("deploy") { bad } })
        #expect(
            printed.diagnostics.map(\.summary)
                == ["'ACCOUNT' is known only after deployment, but its file is written before"])
        #expect(printed.diagnostics.first?.location == bad.definition.source)
    }

    @Test func aParameterIsShownWithItsLine() {
        let parameter = Parameter<String>("cluster")
        let job = Job("deploy") { Run("Deploy", "make") }.env(["CLUSTER": parameter.value])
        let printed = PrintWorkflowTests.print(Workflow("a", name: "A", on: .push()) { job })
        #expect(printed.diagnostics.first?.location == job.source)
        #expect(printed.diagnostics.first?.notes.first?.text == "it is the parameter 'cluster'")
    }

    @Test func aConditionMayNotDependOnOneEither() {
        let step = Run("Deploy", "make").if(.github.refName == .value(Deployment.region))
        let printed = PrintWorkflowTests.print(Workflow("a", name: "A", on: .push()) { Job("deploy") { step } })
        #expect(printed.diagnostics.count == 1)
    }

    @Test func aValueThatIsKnownIsNoError() {
        let cluster: Value<String> = "main"
        let job = Job("deploy") { Run("Deploy", "make") }.env(["CLUSTER": cluster])
        #expect(PrintWorkflowTests.print(Workflow("a", name: "A", on: .push()) { job }).diagnostics == [])
    }
}
