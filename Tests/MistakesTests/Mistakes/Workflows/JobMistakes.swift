import Terrane

/// Jobs, their machines and their matrices.
extension Mistake {
    static var workflowJobs: [Mistake] {
        [
            unlistedNeed, jobTwice, malformedID, stepTwice, retiredRunner, misspeltRunner, twoSystems, containerOnMac,
            longTimeout, largeMatrix, emptyAxis, excludedAxis, deadlock, longEnvironment,
        ]
    }

    private static let test = Job("test") { Run("Test", "make test") }

    private static var unlistedNeed: Mistake {
        Mistake(
            "Job 'deploy' depends on unknown job 'test'",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds",
            .workflow, caughtBy: "unlisted-need"
        ) {
            onPush(
                Job("deploy") { Run("Deploy", "make deploy") }  // mistake
                    .needs(test))
        } legal: {
            onPush(test, Job("deploy") { Run("Deploy", "make deploy") }.needs(test))
        }
    }

    private static var jobTwice: Mistake {
        Mistake(
            "'build' is already defined",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id",
            .workflow, caughtBy: "job-twice"
        ) {
            onPush(
                Job("build") { Run("Build", "make api") },
                Job("build") { Run("Build", "make web") })  // mistake
        } legal: {
            onPush(Job("api") { Run("Build", "make api") }, Job("web") { Run("Build", "make web") })
        }
    }

    private static var malformedID: Mistake {
        Mistake(
            "The identifier 'build & test' is invalid",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id",
            .workflow, caughtBy: "malformed-identifier"
        ) {
            onPush(Job("build & test") { Run("Build", "make") })  // mistake
        } legal: {
            onPush(Job("build-and-test") { Run("Build", "make") })
        }
    }

    private static var stepTwice: Mistake {
        Mistake(
            "The identifier 'build' may not be used more than once within the same scope",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsid",
            .workflow, caughtBy: "step-twice"
        ) {
            onPush(
                Job("release") {
                    Run("API", "make api").id("build")
                    Run("Web", "make web").id("Build")  // mistake
                })
        } legal: {
            onPush(
                Job("release") {
                    Run("API", "make api").id("api")
                    Run("Web", "make web").id("web")
                })
        }
    }

    private static var retiredRunner: Mistake {
        Mistake(
            "The job waits for a runner: ubuntu-20.04 is no longer supported",
            "https://github.com/actions/runner-images/issues/11101",
            .workflow, caughtBy: "retired-runner"
        ) {
            onPush(Job("build", on: Runner("ubuntu-20.04")) { Run("Build", "make") })  // mistake
        } legal: {
            onPush(Job("build", on: .ubuntu24) { Run("Build", "make") })
        }
    }

    private static var misspeltRunner: Mistake {
        Mistake(
            "Waiting for a runner to pick up this job, for a day",
            "https://docs.github.com/en/actions/reference/runners/github-hosted-runners",
            .workflow, caughtBy: "unknown-runner"
        ) {
            onPush(Job("build", on: Runner("ubuntu-lastest")) { Run("Build", "make") })  // mistake
        } legal: {
            onPush(Job("build", on: Runner("ubuntu-latest")) { Run("Build", "make") })
        }
    }

    private static var twoSystems: Mistake {
        Mistake(
            "No runner matching the specified labels was found: ubuntu-latest, windows-latest",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idruns-on",
            .workflow, caughtBy: "runner-of-two-systems"
        ) {
            onPush(Job("build", on: Runner("ubuntu-latest", "windows-latest")) { Run("Build", "make") })  // mistake
        } legal: {
            onPush(Job("build", on: .windowsLatest) { Run("Build", "make") })
        }
    }

    private static var containerOnMac: Mistake {
        Mistake(
            "Container operations are only supported on Linux runners",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/run-jobs-in-a-container",
            .workflow, caughtBy: "container-without-linux"
        ) {
            onPush(
                Job("build", on: .macOS15) { Run("Build", "make") }  // mistake
                    .container(JobContainer("swift:6.2")))
        } legal: {
            onPush(Job("build", on: .ubuntu24) { Run("Build", "make") }.container(JobContainer("swift:6.2")))
        }
    }

    private static var longTimeout: Mistake {
        Mistake(
            "The job running on runner GitHub Actions has exceeded the maximum execution time of 360 minutes",
            "https://docs.github.com/en/actions/reference/limits",
            .workflow, caughtBy: "timeout-beyond-runner"
        ) {
            onPush(Job("build", on: .ubuntu24, timeout: .hours(8)) { Run("Build", "make") })  // mistake
        } legal: {
            onPush(Job("build", on: .ubuntu24, timeout: .hours(6)) { Run("Build", "make") })
        }
    }

    private static var largeMatrix: Mistake {
        Mistake(
            "The strategy configuration produced more than 256 jobs",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix",
            .workflow, caughtBy: "matrix-too-large"
        ) {
            onPush(
                Job("shards") { Run("Test", "make", env: ["SHARD": .matrix("shard"), "OS": .matrix("os")]) }  // mistake
                    .matrix(["shard": Array(1...100), "os": ["a", "b", "c"]]))
        } legal: {
            onPush(
                Job("shards") { Run("Test", "make", env: ["SHARD": .matrix("shard"), "OS": .matrix("os")]) }
                    .matrix(["shard": Array(1...80), "os": ["a", "b", "c"]]))
        }
    }

    private static var emptyAxis: Mistake {
        Mistake(
            "Matrix vector 'node' does not contain any values",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix",
            .workflow, caughtBy: "empty-axis"
        ) {
            onPush(
                Job("test") { SetupNode(.matrix("node")) }  // mistake
                    .matrix(["node": []]))
        } legal: {
            onPush(Job("test") { SetupNode(.matrix("node")) }.matrix(["node": ["22", "24"]]))
        }
    }

    private static var excludedAxis: Mistake {
        Mistake(
            "Matrix exclude key 'version' does not match any key within the matrix",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixexclude",
            .workflow, caughtBy: "excluded-axis"
        ) {
            onPush(
                Job("test") { SetupNode(.matrix("node")) }  // mistake
                    .matrix(Matrix(dictionaryLiteral: ("node", ["22", "24"])).excluding(["version": "22"])))
        } legal: {
            onPush(
                Job("test") { SetupNode(.matrix("node")) }
                    .matrix(Matrix(dictionaryLiteral: ("node", ["22", "24"])).excluding(["node": "22"])))
        }
    }

    private static var deadlock: Mistake {
        Mistake(
            "Canceling since a deadlock for concurrency group was detected between 'top level workflow' and 'deploy'",
            "https://github.com/github/vscode-github-actions/issues/135",
            .workflow, caughtBy: "group-held-by-run"
        ) {
            onPush(
                Job("deploy") { Run("Deploy", "make deploy") }  // mistake
                    .concurrency(Concurrency(group: "production"))
            ).concurrency(Concurrency(group: "production"))
        } legal: {
            onPush(
                Job("deploy") { Run("Deploy", "make deploy") }
                    .concurrency(Concurrency(group: "production"))
            ).concurrency(Concurrency(group: "backend"))
        }
    }

    private static var longEnvironment: Mistake {
        Mistake(
            "Environment name is too long (maximum is 255 characters)",
            "https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments",
            .workflow, caughtBy: "environment-name"
        ) {
            onPush(
                Job("deploy") { Run("Deploy", "make deploy") }  // mistake
                    .environment(String(repeating: "a", count: 256)))
        } legal: {
            onPush(Job("deploy") { Run("Deploy", "make deploy") }.environment("production"))
        }
    }
}
