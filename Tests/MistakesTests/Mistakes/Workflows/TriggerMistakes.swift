import Terrane

/// What sets a workflow off.
extension Mistake {
    static var workflowTriggers: [Mistake] {
        [
            malformedCron, hourOutOfRange, cronTooOften, unknownEvent, unknownActivity, branchesOfRelease,
            onlyExceptions, pathNeverMatches, tooManyInputs, defaultIsNoChoice, textForBoolean, choiceForCaller,
        ]
    }

    private static func stage(_ fallback: String) -> WorkflowInput {
        WorkflowInput("stage", .choice(["staging", "production"]), default: fallback)
    }

    private static func dryRun(_ fallback: any WorkflowTextConvertible) -> WorkflowInput {
        WorkflowInput("dry-run", .boolean, default: fallback)
    }

    private static var malformedCron: Mistake {
        Mistake(
            "Invalid cron: quartz syntax with a question mark",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule",
            .workflow, caughtBy: "malformed-cron"
        ) {
            Workflow("w", name: "W", on: .schedule("0 20 ? * MON-FRI")) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .schedule("0 20 * * MON-FRI")) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var hourOutOfRange: Mistake {
        Mistake(
            "Invalid cron: hour 24",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule",
            .workflow, caughtBy: "malformed-cron"
        ) {
            Workflow("w", name: "W", on: .schedule("0 24 * * *")) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .schedule("0 0 * * *")) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var cronTooOften: Mistake {
        Mistake(
            "The schedule of every minute runs every five at most",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule",
            .workflow, caughtBy: "cron-too-often"
        ) {
            Workflow("w", name: "W", on: .schedule("* * * * *")) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .schedule("*/5 * * * *")) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var unknownEvent: Mistake {
        Mistake(
            "Unexpected value 'pull_requests'",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows",
            .workflow, caughtBy: "unknown-event"
        ) {
            Workflow("w", name: "W", on: .event("pull_requests")) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .event("pull_request_review")) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var unknownActivity: Mistake {
        Mistake(
            "Unexpected value 'merged': a merged pull request is one that was closed",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request",
            .workflow, caughtBy: "unknown-activity"
        ) {
            Workflow("w", name: "W", on: .pullRequest(types: ["merged"])) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .pullRequest(types: ["closed"])) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var branchesOfRelease: Mistake {
        Mistake(
            "Unexpected value 'branches' of the event release",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpull_requestpull_request_targetbranchesbranches-ignore",
            .workflow, caughtBy: "event-without-branches"
        ) {
            Workflow("w", name: "W", on: .event("release", branches: ["main"])) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .event("release", types: ["published"])) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var onlyExceptions: Mistake {
        Mistake(
            "The workflow never runs: its filter has only patterns with '!'",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore",
            .workflow, caughtBy: "only-exceptions"
        ) {
            Workflow("w", name: "W", on: .push(branches: ["!docs/**"])) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .push(branches: .except(["docs/**"]))) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var pathNeverMatches: Mistake {
        Mistake(
            "The workflow never runs: './' never matches",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore",
            .workflow, caughtBy: "path-never-matches"
        ) {
            Workflow("w", name: "W", on: .push(paths: ["./backend/**"])) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .push(paths: ["backend/**"])) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var tooManyInputs: Mistake {
        Mistake(
            "you may only define up to 25 `inputs` for a `workflow_dispatch` event",
            "https://github.com/rhysd/actionlint/issues/600",
            .workflow, caughtBy: "too-many-inputs"
        ) {
            Workflow("w", name: "W", on: .workflowDispatch((1...26).map { WorkflowInput("i\($0)") })) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .workflowDispatch((1...25).map { WorkflowInput("i\($0)") })) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var defaultIsNoChoice: Mistake {
        Mistake(
            "The default value of a choice is not among its options",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#onworkflow_dispatchinputs",
            .workflow, caughtBy: "default-is-no-choice"
        ) {
            Workflow("w", name: "W", on: .workflowDispatch(inputs: stage("prod"))) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .workflowDispatch(inputs: stage("production"))) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var textForBoolean: Mistake {
        Mistake(
            "Default value 'yes' of a boolean input is not a boolean",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputsinput_idtype",
            .workflow, caughtBy: "default-of-another-kind"
        ) {
            Workflow("w", name: "W", on: .workflowDispatch(inputs: dryRun("yes"))) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .workflowDispatch(inputs: dryRun(true))) {
                Job("build") { Run("Build", "make") }
            }
        }
    }

    private static var choiceForCaller: Mistake {
        Mistake(
            "Unexpected value 'choice': inputs of called workflows are strings, numbers or booleans",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callinputsinput_idtype",
            .workflow, caughtBy: "input-for-people"
        ) {
            Workflow("w", name: "W", on: .workflowCall(inputs: [stage("staging")])) {  // mistake
                Job("build") { Run("Build", "make") }
            }
        } legal: {
            Workflow("w", name: "W", on: .workflowCall(inputs: [dryRun(false)])) {
                Job("build") { Run("Build", "make") }
            }
        }
    }
}
