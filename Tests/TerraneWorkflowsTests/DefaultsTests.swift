import TerraneCore
import TerraneWorkflows
import Testing

/// The careful form is what one gets without asking.
@Suite struct DefaultsTests {
    @Test func aJobIsAllowedWhatItsStepsNeed() {
        let job = Job("deploy") {
            Checkout()
            AWSCredentials(role: "arn:aws:iam::111122223333:role/deploy", region: Region.tokyo)
        }
        #expect(job.permissions == [.contents(.read), .idToken])
        #expect(job.permissions(.contents(.write)).permissions == [.contents(.write), .idToken])
        #expect(Job("lint") { Run("Lint", "make lint") }.permissions == [])
        #expect(onPush(job).permissions == [])
    }

    @Test func deploymentsToOneEnvironmentWaitForEachOther() {
        let job = Job("deploy") { Run("Deploy", "make deploy") }
        #expect(job.concurrency(in: onPush(job)) == nil)
        #expect(job.environment("production").concurrency(in: onPush(job)) != nil)
    }

    @Test func aCalledWorkflowLeavesConcurrencyToItsCaller() {
        let job = Job("deploy") { Run("Deploy", "make deploy") }
        #expect(onPush(job).concurrency != nil)
        #expect(Workflow("called", name: "Called", on: .workflowCall()) { job }.concurrency == nil)
    }

    @Test func whatComesFromTheModelIsFound() {
        let cluster: Value<String> = "main"
        let workflow = oneJob {
            Run("Deploy", "make", env: ["CLUSTER": cluster]).if(.github.refName == .value(cluster))
        }
        #expect(workflow.expressions == [.string("main"), .string("main")])
    }

    @Test func aPropertyListHasEachKeyOnce() {
        let bad = PropertyListDocument("a.plist", ["method": "a", "method": "b"])
        #expect(bad.check().map(\.summary) == ["the property list has the key 'method' twice"])
        #expect(PropertyListDocument("a.plist", ["method": "a", "destination": "b"]).check() == [])
    }
}

/// What a service that CodeDeploy deploys needs of the action.
@Suite struct DeployTaskDefinitionTests {
    @Test func codeDeployIsToldWhatToDeployWithWhat() {
        let application: Value<String> = "shop"
        let step = DeployTaskDefinition(
            "task.json", service: "api", cluster: "main",
            through: CodeDeployTarget(application: application, group: "api", appSpec: "ecs/api.appspec.yaml"))
        #expect(
            inputs(step) == [
                "task-definition", "service", "cluster", "wait-for-service-stability", "codedeploy-appspec",
                "codedeploy-application", "codedeploy-deployment-group",
            ])
        #expect(
            !inputs(DeployTaskDefinition("task.json", service: "api", cluster: "main"))
                .contains { $0.hasPrefix("codedeploy") })
    }

    private func inputs(_ step: DeployTaskDefinition) -> [String] {
        guard case .action(let call) = step.definition.work else { return [] }
        return call.inputs.keys
    }

    @Test func trafficMovesInStepsUntilAllOfItHas() {
        let colors = TwoColors(
            behind: "web", blue: .init(service: "api-blue", targets: "blue"),
            green: .init(service: "api-green", targets: "green"))
        let idle = FindIdleColor(colors)
        let latency: Value<String> = "latency"
        let step = ShiftTraffic(
            to: idle, by: .percent(5), .percent(50), watching: .minutes(5), alarms: "errors", latency)
        #expect(step.definition.environment["STEPS"]?.parts.count == 1)
        #expect(step.definition.environment["ALARMS"]?.parts.count == 3)
        #expect(step.definition.environment.keys.contains("WATCH_SECONDS"))
        #expect(idle.definition.id == "idle" && idle.definition.environment.keys.count == 6)
        let workflow = oneJob {
            idle
            step
        }
        #expect(workflow.check().isEmpty)
    }
}
