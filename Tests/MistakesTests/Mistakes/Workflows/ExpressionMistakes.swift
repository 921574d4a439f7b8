import Terrane

/// What expressions read.
extension Mistake {
    static var workflowExpressions: [Mistake] {
        [
            secretInCondition, variableInJobCondition, matrixInJobCondition, runnerInJobVariables, hashInJobVariables,
            formatWithoutValue, tooFewArguments, unknownMember, textAsCondition, longExpression, variableOfSameMap,
            unknownVariable, variableOfRunner, malformedSecret, otherEvent,
        ]
    }

    private static let long = String(repeating: "a", count: 21_001)

    private static var secretInCondition: Mistake {
        Mistake(
            "Unrecognized named-value: 'secrets'",
            "https://github.com/actions/runner/issues/520",
            .workflow, caughtBy: "secret-in-condition"
        ) {
            onPush(
                Job("scan") {
                    Run("Scan", "snyk test").if(.secret("SNYK_TOKEN") != "")  // mistake
                })
        } legal: {
            onPush(
                Job("scan") { Run("Scan", "snyk test").if(.env("SNYK_TOKEN") != "") }
                    .env(["SNYK_TOKEN": .secret("SNYK_TOKEN")]))
        }
    }

    private static var variableInJobCondition: Mistake {
        Mistake(
            "Unrecognized named-value: 'env'",
            "https://github.com/actions/runner/issues/1189",
            .workflow, caughtBy: "context-out-of-place"
        ) {
            onPush(
                Job("scan") { Run("Scan", "snyk test") }  // mistake
                    .if(.env("SCAN") == "yes"))
        } legal: {
            onPush(Job("scan") { Run("Scan", "snyk test") }.if(.variable("SCAN") == "yes"))
        }
    }

    private static var matrixInJobCondition: Mistake {
        Mistake(
            "Unrecognized named-value: 'matrix'",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts",
            .workflow, caughtBy: "context-out-of-place"
        ) {
            onPush(
                Job("test") { SetupNode(.matrix("node")) }  // mistake
                    .matrix(["node": ["22", "24"]]).if(.matrix("node") == "24"))
        } legal: {
            onPush(
                Job("test") { SetupNode(.matrix("node")).if(.matrix("node") == "24") }.matrix(["node": ["22", "24"]]))
        }
    }

    private static var runnerInJobVariables: Mistake {
        Mistake(
            "Unrecognized named-value: 'runner'",
            "https://github.com/actions/runner/issues/480",
            .workflow, caughtBy: "context-out-of-place"
        ) {
            onPush(
                Job("build") { Run("Build", "make") }  // mistake
                    .env(["CACHE": .runner.temporaryDirectory]))
        } legal: {
            onPush(Job("build") { Run("Build", "make", env: ["CACHE": .runner.temporaryDirectory]) })
        }
    }

    private static var hashInJobVariables: Mistake {
        Mistake(
            "The function 'hashFiles' is not allowed in this context",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts",
            .workflow, caughtBy: "function-out-of-place"
        ) {
            onPush(
                Job("build") { Run("Build", "make") }  // mistake
                    .env(["KEY": .hashFiles("Package.resolved")]))
        } legal: {
            onPush(Job("build") { Run("Build", "make", env: ["KEY": .hashFiles("Package.resolved")]) })
        }
    }

    private static var formatWithoutValue: Mistake {
        Mistake(
            "The following format string references more arguments than were supplied: 'v{0}-{1}'",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#format",
            .workflow, caughtBy: "placeholder-without-value"
        ) {
            onPush(
                Job("tag") {
                    Run("Tag", "git tag \"$TAG\"", env: ["TAG": .format("v{0}-{1}", .github.runNumber)])  // mistake
                })
        } legal: {
            onPush(
                Job("tag") {
                    Run("Tag", "git tag \"$TAG\"", env: ["TAG": .format("v{0}-{1}", .github.runNumber, .github.sha)])
                })
        }
    }

    private static var tooFewArguments: Mistake {
        Mistake(
            "Too few parameters supplied: 'contains'",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#contains",
            .workflow, caughtBy: "argument-count"
        ) {
            onPush(
                Job("tag") {
                    Run("Tag", "make tag").if(.call(.contains, [.github.ref]))  // mistake
                })
        } legal: {
            onPush(Job("tag") { Run("Tag", "make tag").if(.contains(.github.ref, "release")) })
        }
    }

    private static var unknownMember: Mistake {
        Mistake(
            "The image is tagged with nothing: github.branch is empty",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context",
            .workflow, caughtBy: "unknown-member"
        ) {
            onPush(
                Job("push") {
                    Run("Push", "docker push \"$TAG\"", env: ["TAG": .github["reff"]])  // mistake
                })
        } legal: {
            onPush(Job("push") { Run("Push", "docker push \"$TAG\"", env: ["TAG": .github.refName]) })
        }
    }

    private static var textAsCondition: Mistake {
        Mistake(
            "The job runs on every branch: a condition that is a text is always true",
            "https://github.com/actions/runner/issues/1173",
            .workflow, caughtBy: "condition-is-text"
        ) {
            onPush(
                Job("deploy") { Run("Deploy", "make deploy") }  // mistake
                    .if("github.ref == 'refs/heads/main'"))
        } legal: {
            onPush(Job("deploy") { Run("Deploy", "make deploy") }.if(.github.ref == "refs/heads/main"))
        }
    }

    private static var longExpression: Mistake {
        Mistake(
            "Exceeded max expression length 21000",
            "https://github.com/rhysd/actionlint/issues/356",
            .workflow, caughtBy: "expression-too-long"
        ) {
            onPush(
                Job("report") {
                    Run("Report", "make", env: ["TEXT": WorkflowText("\(long) \(.github.sha)")])  // mistake
                })
        } legal: {
            onPush(Job("report") { Run("Report", "make", env: ["TEXT": long, "SHA": .github.sha]) })
        }
    }

    private static var variableOfSameMap: Mistake {
        Mistake(
            "The variable that is made of another one of the same map is empty",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#env",
            .workflow, caughtBy: "variable-of-same-map"
        ) {
            onPush(
                Job("push") {
                    Run("Push", "make", env: ["REPO": "shop", "IMAGE": WorkflowText("\(.env("REPO")):1")])  // mistake
                })
        } legal: {
            onPush(
                Job("push") { Run("Push", "make", env: ["IMAGE": WorkflowText("\(.env("REPO")):1")]) }
                    .env(["REPO": "shop"]))
        }
    }

    private static var unknownVariable: Mistake {
        Mistake(
            "The step is always skipped: nothing defines the variable that its condition reads",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#env-context",
            .workflow, caughtBy: "unknown-variable"
        ) {
            onPush(
                Job("scan") {
                    Run("Scan", "snyk test").if(.env("SNYK_TOKN") != "")  // mistake
                }.env(["SNYK_TOKEN": .secret("SNYK_TOKEN")]))
        } legal: {
            onPush(
                Job("scan") { Run("Scan", "snyk test").if(.env("SNYK_TOKEN") != "") }
                    .env(["SNYK_TOKEN": .secret("SNYK_TOKEN")]))
        }
    }

    private static var variableOfRunner: Mistake {
        Mistake(
            "GITHUB_REF keeps its value although the workflow sets it",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables",
            .workflow, caughtBy: "variable-of-runner"
        ) {
            onPush(
                Job("tag") {
                    Run("Tag", "make tag", env: ["GITHUB_REF": "refs/heads/main"])  // mistake
                })
        } legal: {
            onPush(Job("tag") { Run("Tag", "make tag", env: ["TARGET_REF": "refs/heads/main"]) })
        }
    }

    private static var malformedSecret: Mistake {
        Mistake(
            "Secret names can only contain alphanumeric characters or underscores",
            "https://docs.github.com/en/actions/reference/security/secrets",
            .workflow, caughtBy: "malformed-secret"
        ) {
            onPush(
                Job("scan") {
                    Run("Scan", "snyk test", env: ["SNYK_TOKEN": .secret("snyk-token")])  // mistake
                })
        } legal: {
            onPush(Job("scan") { Run("Scan", "snyk test", env: ["SNYK_TOKEN": .secret("SNYK_TOKEN")]) })
        }
    }

    private static var otherEvent: Mistake {
        Mistake(
            "The checkout of a push ends at the default branch: github.head_ref is empty",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context",
            .workflow, caughtBy: "payload-of-other-event"
        ) {
            onPush(
                Job("build") {
                    Run("Build", "make", env: ["BRANCH": .github["head_ref"]])  // mistake
                })
        } legal: {
            onPush(Job("build") { Run("Build", "make", env: ["BRANCH": .github.refName]) })
        }
    }
}
