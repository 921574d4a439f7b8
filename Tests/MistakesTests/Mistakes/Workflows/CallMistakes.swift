import Terrane

/// Jobs that call workflows, and outputs of jobs.
extension Mistake {
    static var workflowCalls: [Mistake] {
        [calledDeadlock, wrongKind, secretAsInput, variablesOfCall, missingArgument, unneededOutput]
    }

    private static let called = Workflow(
        "image", name: "Image",
        on: .workflowCall(inputs: [WorkflowInput("push", .boolean, required: true), WorkflowInput("token")])
    ) {
        Job("image") { Run("Build", "make image", env: ["PUSH": .input("push"), "TOKEN": .input("token")]) }
    }

    private static var building: Job {
        let build = Run("Build", "make", outputs: ["image"]).id("build")
        return Job("build") { build }.outputs(["image": build.output("image")])
    }

    private static var calledDeadlock: Mistake {
        Mistake(
            "Canceling since a deadlock for concurrency group was detected between 'top level workflow' and 'build-image'",
            "https://github.com/rhysd/actionlint/issues/538",
            .workflow, caughtBy: "group-held-by-caller"
        ) {
            onPush(
                Job("build-image", calling: called.concurrency(.perRef()), with: ["push": true])  // mistake
            )
        } legal: {
            onPush(Job("build-image", calling: called, with: ["push": true]))
        }
    }

    private static var wrongKind: Mistake {
        Mistake(
            "Input push of type boolean got a string",
            "https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows",
            .workflow, caughtBy: "argument-of-another-kind"
        ) {
            onPush(
                Job("build-image", calling: called, with: ["push": "yes"])  // mistake
            )
        } legal: {
            onPush(Job("build-image", calling: called, with: ["push": true]))
        }
    }

    private static var secretAsInput: Mistake {
        Mistake(
            "Unrecognized named-value: 'secrets', in an input of a called workflow",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts",
            .workflow, caughtBy: "context-out-of-place"
        ) {
            onPush(
                Job("build-image", calling: called, with: ["push": true, "token": .secret("TOKEN")])  // mistake
            )
        } legal: {
            onPush(Job("build-image", calling: called, with: ["push": true, "token": .variable("TOKEN_NAME")]))
        }
    }

    private static var variablesOfCall: Mistake {
        Mistake(
            "Unexpected value 'env' in a job that calls a workflow",
            "https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows",
            .workflow, caughtBy: "call-with-keys"
        ) {
            onPush(
                Job("build-image", calling: called, with: ["push": true])  // mistake
                    .env(["MODE": "release"]))
        } legal: {
            onPush(Job("build-image", calling: called, with: ["push": true]))
        }
    }

    private static var missingArgument: Mistake {
        Mistake(
            "Input push is required, but not provided while calling",
            "https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows",
            .workflow, caughtBy: "missing-argument"
        ) {
            onPush(
                Job("build-image", calling: called)  // mistake
            )
        } legal: {
            onPush(Job("build-image", calling: called, with: ["push": true]))
        }
    }

    private static var unneededOutput: Mistake {
        Mistake(
            "The image of the job before is empty: a job reads the outputs of its own needs alone",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#needs-context",
            .workflow, caughtBy: "job-not-needed"
        ) {
            onPush(
                building,
                Job("deploy") {
                    Run("Deploy", "make", env: ["IMAGE": building.output("image")])  // mistake
                })
        } legal: {
            onPush(
                building,
                Job("deploy") { Run("Deploy", "make", env: ["IMAGE": building.output("image")]) }.needs(building))
        }
    }
}
