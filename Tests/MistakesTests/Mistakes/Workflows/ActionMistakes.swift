import Terrane

/// Actions, scripts and what their token may do.
extension Mistake {
    static var workflowActions: [Mistake] {
        [
            unlockedAction, unknownInput, missingInput, deprecatedInput, noIdentityToken, noSecurityEvents, noContents,
            staticKeys, strangersCode, injection, expressionInScript, refusedCommand, oldCommand, artifactOfVariations,
            artifactNotReady,
        ]
    }

    private static var issueTitle: WorkflowExpression { .github.event("issue", "title") }

    private static let uploading = Job("test") { UploadArtifact("report", path: "report") }

    private static var unlockedAction: Mistake {
        Mistake(
            "Unable to resolve action `actions/checkuot`, repository not found",
            "https://github.com/actions/runner/issues/2033",
            .workflow, caughtBy: "unlocked"
        ) {
            onPush(
                Job("build") {
                    Uses("actions/checkuot")  // mistake
                })
        } legal: {
            onPush(Job("build") { Checkout() })
        }
    }

    private static var unknownInput: Mistake {
        Mistake(
            "Unexpected input(s) 'fetch_depth', valid inputs are ['repository', 'ref', …]",
            "https://github.com/actions/checkout/issues/439",
            .workflow, caughtBy: "unknown-input"
        ) {
            onPush(
                Job("build") {
                    Checkout(with: ["fetch_depth": 0])  // mistake
                })
        } legal: {
            onPush(Job("build") { Checkout(with: ["fetch-depth": 0]) })
        }
    }

    private static var missingInput: Mistake {
        Mistake(
            "Input required and not supplied: key",
            "https://github.com/actions/cache",
            .workflow, caughtBy: "missing-input"
        ) {
            onPush(
                Job("build") {
                    Uses("actions/cache", with: ["path": ".build"])  // mistake
                })
        } legal: {
            onPush(Job("build") { Uses("actions/cache", with: ["path": ".build", "key": "build"]) })
        }
    }

    private static var deprecatedInput: Mistake {
        Mistake(
            "Input 'save-always' has been deprecated with message: save-always does not work as intended",
            "https://github.com/actions/cache/issues/1452",
            .workflow, caughtBy: "deprecated-input"
        ) {
            onPush(
                Job("build") {
                    Uses("actions/cache", with: ["path": ".build", "key": "build", "save-always": true])  // mistake
                })
        } legal: {
            onPush(Job("build") { Uses("actions/cache/save", with: ["path": ".build", "key": "build"]).if(.always()) })
        }
    }

    private static var noIdentityToken: Mistake {
        Mistake(
            "Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers",
            "https://github.com/aws-actions/configure-aws-credentials/issues/1137",
            .workflow, caughtBy: "missing-permission"
        ) {
            onPush(
                Job("deploy") {
                    Uses(  // mistake
                        "aws-actions/configure-aws-credentials",
                        with: [
                            "role-to-assume": "arn:aws:iam::111122223333:role/deploy", "aws-region": "ap-northeast-1",
                        ])
                })
        } legal: {
            onPush(
                Job("deploy") { AWSCredentials(role: "arn:aws:iam::111122223333:role/deploy", region: Region.tokyo) })
        }
    }

    private static var noSecurityEvents: Mistake {
        Mistake(
            "Resource not accessible by integration",
            "https://github.com/github/codeql-action/issues/464",
            .workflow, caughtBy: "missing-permission"
        ) {
            onPush(
                Job("scan") {
                    Uses("github/codeql-action/upload-sarif", with: ["sarif_file": "scan.sarif"])  // mistake
                })
        } legal: {
            onPush(
                Job("scan") {
                    Uses("github/codeql-action/upload-sarif", with: ["sarif_file": "scan.sarif"])
                        .permissions(.securityEvents(.write))
                })
        }
    }

    private static var noContents: Mistake {
        Mistake(
            "fatal: repository not found: the token of the job may not read the repository",
            "https://github.com/actions/checkout/issues/254",
            .workflow, caughtBy: "probably-missing-permission"
        ) {
            onPush(
                Job("build") {
                    Uses("actions/checkout")  // mistake
                })
        } legal: {
            onPush(Job("build") { Uses("actions/checkout").permissions(.contents(.read)) })
        }
    }

    private static var staticKeys: Mistake {
        Mistake(
            "Access keys of an IAM user leak from a workflow and do not expire",
            "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
            .workflow, caughtBy: "static-keys"
        ) {
            onPush(
                Job("deploy") {
                    Uses(  // mistake
                        "aws-actions/configure-aws-credentials",
                        with: [
                            "aws-access-key-id": .secret("KEY"), "aws-secret-access-key": .secret("SECRET"),
                            "aws-region": "ap-northeast-1",
                        ])
                })
        } legal: {
            onPush(
                Job("deploy") { AWSCredentials(role: "arn:aws:iam::111122223333:role/deploy", region: Region.tokyo) })
        }
    }

    private static var strangersCode: Mistake {
        Mistake(
            "Refusing to check out fork pull request code from a 'pull_request_target' workflow",
            "https://github.com/Domain-Connect/Templates/issues/1445",
            .workflow, caughtBy: "checkout-of-stranger"
        ) {
            Workflow("label", name: "Label", on: .event("pull_request_target")) {
                Job("label") {
                    Checkout(ref: .github.event("pull_request", "head", "sha"))  // mistake
                }
            }
        } legal: {
            Workflow("label", name: "Label", on: .pullRequest()) {
                Job("label") { Checkout(ref: .github.event("pull_request", "head", "sha")) }
            }
        }
    }

    private static var injection: Mistake {
        Mistake(
            "Whoever opens an issue runs commands by its title",
            "https://docs.github.com/en/actions/concepts/security/script-injections",
            .workflow, caughtBy: "untrusted-in-program"
        ) {
            Workflow("greet", name: "Greet", on: .event("issues", types: ["opened"])) {
                Job("greet") {
                    Uses("actions/github-script", with: ["script": WorkflowText("log('\(issueTitle)')")])  // mistake
                }
            }
        } legal: {
            Workflow("greet", name: "Greet", on: .event("issues", types: ["opened"])) {
                Job("greet") {
                    Uses(
                        "actions/github-script", with: ["script": "log(process.env.TITLE)"], env: ["TITLE": issueTitle])
                }
            }
        }
    }

    private static var expressionInScript: Mistake {
        Mistake(
            "A branch with the name $(…) runs commands in the script",
            "https://docs.github.com/en/actions/concepts/security/script-injections",
            .workflow, caughtBy: "expression-in-script"
        ) {
            onPush(
                Job("greet") {
                    Run("Greet", "echo ${{ github.head_ref }}")  // mistake
                })
        } legal: {
            onPush(Job("greet") { Run("Greet", "echo \"$BRANCH\"", env: ["BRANCH": .github.refName]) })
        }
    }

    private static var refusedCommand: Mistake {
        Mistake(
            "The `set-env` command is disabled",
            "https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/",
            .workflow, caughtBy: "refused-command"
        ) {
            onPush(
                Job("build") {
                    Run("Set", "echo '::set-env name=MODE::release'")  // mistake
                })
        } legal: {
            onPush(Job("build") { Run("Set", "echo 'MODE=release' >> \"$GITHUB_ENV\"") })
        }
    }

    private static var oldCommand: Mistake {
        Mistake(
            "The `set-output` command is deprecated and will be disabled soon",
            "https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/",
            .workflow, caughtBy: "old-command"
        ) {
            onPush(
                Job("build") {
                    Run("Set", "echo '::set-output name=image::shop'", outputs: ["image"])  // mistake
                })
        } legal: {
            onPush(Job("build") { Run("Set", "echo 'image=shop' >> \"$GITHUB_OUTPUT\"", outputs: ["image"]) })
        }
    }

    private static var artifactOfVariations: Mistake {
        Mistake(
            "Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run",
            "https://github.com/actions/upload-artifact/issues/478",
            .workflow, caughtBy: "artifact-of-variations"
        ) {
            onPush(
                Job("test") {
                    Run("Test", "make test", env: ["NODE": .matrix("node")])
                    UploadArtifact("report", path: "report")  // mistake
                }.matrix(["node": ["22", "24"]]))
        } legal: {
            onPush(
                Job("test") {
                    Run("Test", "make test", env: ["NODE": .matrix("node")])
                    UploadArtifact(WorkflowText("report-\(.matrix("node"))"), path: "report")
                }.matrix(["node": ["22", "24"]]))
        }
    }

    private static var artifactNotReady: Mistake {
        Mistake(
            "Unable to download artifact(s): Artifact not found for name: report",
            "https://github.com/actions/download-artifact",
            .workflow, caughtBy: "artifact-not-ready"
        ) {
            onPush(
                Job("test") { UploadArtifact("report", path: "report") },
                Job("publish") {
                    DownloadArtifact("report", path: "report")  // mistake
                })
        } legal: {
            onPush(
                uploading,
                Job("publish") { DownloadArtifact("report", path: "report") }.needs(uploading))
        }
    }
}
