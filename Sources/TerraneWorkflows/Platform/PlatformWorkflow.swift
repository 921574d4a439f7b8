public import TerraneCore

/// The workflow of a team that keeps its infrastructure in stacks: a pull request is checked, validated and planned, what it
/// will do stands in one comment and the plans in another; what reaches the main branch is applied, environment by environment in the order of the
/// list, each after its approval.
///
/// Two roles for each environment are become by OpenID Connect: one that may only read, for pull requests of the repository
/// itself, and one that changes things, for the GitHub environment of the same name alone ("Configuring OpenID Connect in
/// Amazon Web Services", GitHub Docs). A repository lists it:
///
///     static var repository: Content {
///         PlatformWorkflow("platform", of: [
///             .init(Shop.staging, planRole: "shop-plan", applyRole: "shop-apply"),
///             .init(Shop.production, planRole: "shop-plan", applyRole: "shop-apply"),
///         ])
///     }
public struct PlatformWorkflow: Component {
    public var declaration: Declaration
    public let deployments: [PlatformDeployment]
    /// The branch whose state is applied.
    public let branch: String
    /// The output folder in the repository.
    public let output: String
    /// The command that compiles the stacks.
    public let program: String
    public let swiftVersion: String
    public let terraformVersion: String
    /// What must be installed before the program can be built, if anything: a command.
    public let preparation: String?
    /// What a pull request must not do, unless somebody merges it all the same.
    public let thresholds: [DifferenceReview.Threshold]

    public init(
        _ name: Name, of deployments: [PlatformDeployment], from branch: String = "main",
        failingOn thresholds: [DifferenceReview.Threshold] = [.dataLoss], output: String = "golden",
        program: String = "swift run stacks", preparedBy preparation: String? = nil, swift swiftVersion: String = "6.2",
        terraform terraformVersion: String = "1.11.4", file: String = #fileID, line: Int = #line
    ) {
        declaration = Declaration(name, file: file, line: line)
        self.deployments = deployments
        self.branch = branch
        self.output = output
        self.program = program
        self.preparation = preparation
        self.thresholds = thresholds
        self.swiftVersion = swiftVersion
        self.terraformVersion = terraformVersion
    }

    public var body: Content { workflow }

    public func check() -> [Diagnostic] {
        deployments.filter { $0.account == nil }.map(Diagnostic.noAccount)
            + Dictionary(grouping: deployments, by: \.label).filter { $0.value.count > 1 }.keys.sorted()
            .map(Diagnostic.deployedTwice)
    }

    /// One run of the main branch at a time, and none is cancelled: Terraform must not be interrupted.
    private var workflow: Workflow {
        let isPullRequest = GitHubContext().eventName == "pull_request"
        return Workflow(
            name.dashed, name: "Platform", on: .push(branches: .only([branch])),
            .pullRequest(branches: .only([branch]))
        ) {
            verify
            review.jobs
            deployments.map(plan)
            if !deployments.isEmpty { comment }
            applies
        }
        .concurrency(.perRef(cancelsRunning: isPullRequest))
    }
}

// MARK: Jobs

extension PlatformWorkflow {
    /// Neither credentials nor a role: what a stranger's pull request may run.
    private var verify: Job {
        Job("verify", on: .ubuntu24, timeout: .minutes(45)) {
            Checkout()
            SetupSwift(swiftVersion)
            setupTerraform
            BuildCache.swiftPM
            if let preparation { Run("Prepare the machine", preparation) }
            Run("Check that the committed artifacts are current", "\(program) check --format github")
            Run("Check the format", "terraform fmt -check -diff -recursive \"$OUTPUT\"", env: ["OUTPUT": output])
            Run(
                "Validate",
                """
                for folder in "$OUTPUT"/*/*/terraform; do
                  terraform -chdir="$folder" init -backend=false -input=false -no-color
                  terraform -chdir="$folder" validate -no-color
                done
                """,
                env: ["OUTPUT": output])
        }
    }

    /// What comes of the pull request, without a cloud and its credentials.
    private var review: DifferenceReview {
        let stacks = deployments.map(\.stack).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return DifferenceReview(
            name.dashed, of: stacks, failingOn: thresholds, output: output, program: program, preparedBy: preparation,
            swift: swiftVersion, file: declaration.source.file, line: declaration.source.line)
    }

    /// What an environment would become, read with a role that may only read.
    private func plan(_ deployment: PlatformDeployment) -> Job {
        Job("plan-\(deployment.label)", on: .ubuntu24, timeout: .minutes(20)) {
            Checkout()
            setupTerraform
            AWSCredentials(role: deployment.role(deployment.planRole), region: deployment.region)
            initialise(deployment)
            Run(
                "Plan",
                """
                terraform -chdir="$FOLDER" plan -input=false -no-color -lock=false | tee "$PLAN"
                """,
                env: [
                    "FOLDER": folder(of: deployment),
                    "PLAN": WorkflowText("\(.runner.temporaryDirectory)/\(deployment.label).txt"),
                ]
            )
            .env(deployment.inputs)
            UploadArtifact(
                "plan-\(deployment.label)",
                path: WorkflowText("\(.runner.temporaryDirectory)/\(deployment.label).txt"),
                with: ["retention-days": 5])
        }
        .needs(verify)
        .if(GitHubContext().isOwnPullRequest)
    }

    /// All plans in one comment, which is written anew each time. The job has no credentials of a cloud.
    private var comment: Job {
        deployments.map(plan).reduce(
            Job("comment", on: .ubuntu24, timeout: .minutes(5)) {
                DownloadArtifact(pattern: "plan-*", path: "plans")
                Uses(
                    "actions/github-script", named: "Write the plans into the pull request",
                    with: ["script": PlatformComment.script]
                )
                .permissions(.pullRequests(.write))
            }
        ) { $0.needs($1) }
    }

    /// One environment after the other: the next waits for the one before.
    private var applies: [Job] {
        var jobs: [Job] = []
        for deployment in deployments {
            let job = apply(deployment)
            jobs.append(jobs.last.map { job.needs($0) } ?? job.needs(verify))
        }
        return jobs
    }

    private func apply(_ deployment: PlatformDeployment) -> Job {
        Job("apply-\(deployment.label)", on: .ubuntu24, timeout: .hours(2)) {
            Checkout()
            setupTerraform
            AWSCredentials(role: deployment.role(deployment.applyRole), region: deployment.region)
            initialise(deployment)
            Run(
                "Apply",
                """
                terraform -chdir="$FOLDER" plan -input=false -no-color -out="$PLAN"
                terraform -chdir="$FOLDER" apply -input=false -no-color "$PLAN"
                """,
                env: [
                    "FOLDER": folder(of: deployment),
                    "PLAN": WorkflowText("\(.runner.temporaryDirectory)/\(deployment.label).plan"),
                ]
            )
            .env(deployment.inputs)
        }
        .if(.github.isPush && .github.isBranch(branch))
        .environment(deployment.label)
    }

    // MARK: Steps

    private var setupTerraform: SetupTerraform {
        SetupTerraform(terraformVersion, with: ["terraform_wrapper": false])
    }

    private func initialise(_ deployment: PlatformDeployment) -> Run {
        Run(
            "Initialise", "terraform -chdir=\"$FOLDER\" init -input=false -no-color",
            env: ["FOLDER": folder(of: deployment)])
    }

    private func folder(of deployment: PlatformDeployment) -> String { "\(output)/\(deployment.path)/terraform" }
}

extension Diagnostic {
    fileprivate static func noAccount(of deployment: PlatformDeployment) -> Diagnostic {
        .error(
            "'\(deployment.path)' names no account, but its roles are of one",
            help: "Give the stack its account number: `let account: AccountID? = …`.", at: deployment.source)
    }

    fileprivate static func deployedTwice(_ label: String) -> Diagnostic {
        .error("'\(label)' is deployed twice", help: "List each environment of a stack once.")
    }
}
