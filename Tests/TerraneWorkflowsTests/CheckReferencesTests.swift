import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct CheckReferencesTests {
    let build = Run("Build", "make", outputs: ["image"]).id("build")

    @Test func anOutputOfAScriptIsDeclared() {
        let bad = oneJob {
            build
            Run("Push", "push", env: ["IMAGE": build.output("imag")])
        }
        #expect(summaries(bad) == ["the step 'build' has no output 'imag'"])
        #expect(bad.check().first?.help == "Did you mean 'image'?")
        let good = oneJob {
            build
            Run("Push", "push", env: ["IMAGE": build.output("image")])
        }
        #expect(good.check() == [])
    }

    @Test func anOutputOfAnActionIsInTheLock() {
        let login = ECRLogin()
        let bad = oneJob {
            login
            Run("Push", "push", env: ["R": login.output("registri")])
        }
        #expect(summaries(bad) == ["the step 'login-ecr' has no output 'registri'"])
        let good = oneJob {
            login
            Run("Push", "push", env: ["R": login.registry])
        }
        #expect(good.check() == [])
    }

    @Test func aStepThatIsReadHasAnID() {
        let nameless = Run("Build", "make", outputs: ["image"])
        let bad = oneJob {
            nameless
            Run("Push", "push", env: ["IMAGE": nameless.output("image")])
        }
        #expect(summaries(bad) == ["an output of the step 'Build' is read, but the step has no id"])
        #expect(bad.check().first?.location == nameless.definition.source)
    }

    @Test func aStepIsReadOnlyOnceItHasRun() {
        let message = "an output of the step 'build' is read, which has not run at this place"
        let early = oneJob {
            Run("Push", "push", env: ["IMAGE": build.output("image")])
            build
        }
        #expect(summaries(early) == [message])
        #expect(summaries(oneJob { Run("Push", "push").if(build.outcome == "success") }) == [message])
        let inJob = Job("a") { build }.env(["IMAGE": build.output("image")])
        #expect(summaries(onPush(inJob)) == [message])
    }

    @Test func aJobHandsOnWhatItsStepsLeftBehind() {
        let first = Job("build") { build }.outputs(["image": build.output("image")])
        func second(_ output: String) -> Job { Job("push") { Run("Push", "push", env: ["I": first.output(output)]) } }
        #expect(onPush(first, second("image").needs(first)).check() == [])
        #expect(
            summaries(onPush(first, second("tag").needs(first))) == ["the job 'build' has no output 'tag'"])
        #expect(
            summaries(onPush(first, second("image")))
                == ["'push' reads an output of the job 'build', which it does not need"])
    }

    @Test func anInputIsDeclared() {
        func asking(_ input: WorkflowInput) -> Workflow {
            Workflow("a", name: "A", on: .workflowDispatch(inputs: input)) {
                Job("deploy") { Run("Deploy", "make", env: ["STAGE": .input("stage")]) }
            }
        }
        #expect(summaries(asking(WorkflowInput("stages"))) == ["the workflow has no input 'stage'"])
        #expect(asking(WorkflowInput("stage")).check() == [])
    }

    @Test func aVariationIsInTheMatrix() {
        func varied(_ matrix: Matrix) -> Workflow { onPush(Job("t") { SetupNode(.matrix("node")) }.matrix(matrix)) }
        #expect(summaries(varied(["nodes": ["22"]])) == ["the matrix of 't' has no 'node'"])
        #expect(varied(["node": ["22", "24"]]).check() == [])
        #expect(varied(Matrix().including(["node": "22"])).check() == [])
    }
}
