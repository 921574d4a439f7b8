import TerraneCore
import TerraneWorkflows

/// Workflows that use everything there is, in the shapes that real systems have.
enum Samples {
    /// Tests against a database, on several versions.
    static var tests: Workflow {
        Workflow(
            "tests", name: "Tests", on: .pullRequest(branches: ["main"], paths: .except(["docs/**"])),
            .schedule("30 18 * * 0"),
            .workflowCall(
                inputs: [WorkflowInput("php", description: "Version of PHP", default: "8.3")],
                secrets: ["CODECOV_TOKEN"], outputs: ["coverage": phpTests.output("coverage")])
        ) {
            phpTests
        }
    }

    private static let measure = Run(
        "Measure coverage", "echo \"percent=$(make coverage)\" >> \"$GITHUB_OUTPUT\"", outputs: ["percent"]
    ).id("coverage")

    private static var phpTests: Job {
        Job("php", timeout: .minutes(20)) {
            Checkout(with: ["fetch-depth": 0])
            SetupPHP(.matrix("php"), extensions: ["mbstring", "pdo_mysql"])
            Run(
                "Restore dependencies",
                """
                composer install --prefer-dist --no-progress
                composer audit

                php artisan migrate --force
                """
            )
            .timeout(.minutes(5))
            Run("Lint", "./vendor/bin/psalm --show-info=true").continueOnError(.matrix("experimental"))
            measure
        }
        .named(WorkflowText("PHP \(.matrix("php"))"))
        .matrix(
            Matrix(dictionaryLiteral: ("php", ["8.3", "8.4"])).including(["php": "8.5", "experimental": true])
                .failFast(false).atMost(2)
        )
        .service(
            "mysql",
            JobContainer(
                "mysql:8.4", env: ["MYSQL_DATABASE": "affiliate", "MYSQL_ALLOW_EMPTY_PASSWORD": "yes"],
                ports: ["3306:3306"], options: "--health-cmd=\"mysqladmin ping\" --health-retries=5")
        )
        .env(["DB_HOST": "127.0.0.1", "DB_PORT": 3306])
        .outputs(["coverage": measure.output("percent")])
    }

    /// Staging from `develop`, production from a version tag once somebody has approved.
    static var release: Workflow {
        Workflow(
            "release", name: "Release", on: .push(branches: ["develop"], tags: ["v*"]),
            .workflowDispatch(
                inputs: WorkflowInput(
                    "stage", .choice(["staging", "production"]), description: "Where to", required: true,
                    default: "staging"),
                WorkflowInput("dry-run", .boolean, default: false))
        ) {
            build
            deploy("staging", when: .github.isBranch("develop") || .input("stage") == "staging")
            deploy("production", when: .github.isTag(startingWith: "v") || .input("stage") == "production")
            again
            notify
        }
        .runName(WorkflowText("Release of \(.github.refName)"))
        .concurrency(Concurrency(group: "release"))
    }

    private static let tag = Run(
        "Choose a tag", "echo \"tag=${GITHUB_SHA::12}\" >> \"$GITHUB_OUTPUT\"", outputs: ["tag"]
    ).id("tag")

    private static var build: Job {
        Job("build", on: .ubuntu24Arm) {
            Checkout()
            tag
            Run("Build", "make image", env: ["TAG": tag.output("tag")])
            UploadArtifact("image", path: "service/image.tar")
        }
        .workingDirectory("service")
        .outputs(["tag": tag.output("tag")])
    }

    private static func deploy(_ environment: String, when condition: WorkflowExpression) -> Job {
        Job("deploy-\(environment)") {
            AWSCredentials(role: "arn:aws:iam::111122223333:role/release-\(environment)", region: Region.tokyo)
            DownloadArtifact("image", path: ".")
            Run(
                "Migrate the database",
                """
                aws ecs run-task \\
                  --cluster "$CLUSTER" \\
                  --task-definition migration \\
                  --network-configuration "awsvpcConfiguration={subnets=[$SUBNETS]}"
                """,
                env: ["CLUSTER": "release-\(environment)", "SUBNETS": .variable("SUBNETS")]
            )
            .if(!.cancelled() && .env("SKIP_MIGRATION") == "")
            Run("Deploy", "make deploy", env: ["TAG": build.output("tag")])
        }
        .needs(build)
        .if(condition)
        .environment(environment, url: "https://\(environment).example.com")
    }

    /// The tests once more, before anything goes out.
    private static var again: Job {
        Job("tests", calling: tests, with: ["php": "8.4"], secrets: ["CODECOV_TOKEN": .secret("CODECOV_TOKEN")])
            .needs(build)
    }

    private static var notify: Job {
        let staging = deploy("staging", when: .always())
        let production = deploy("production", when: .always())
        return Job("notify", timeout: .minutes(5)) {
            SlackNotification(
                "release of \(.github.refName): \"\(staging.result)\" {staging}, \(production.result) production",
                webhook: .secret("SLACK_WEBHOOK_URL"))
        }
        .needs(staging, production)
        .if(!.cancelled() && (staging.result == "failure" || production.result != "skipped"))
    }
}
