import TerraneCore

/// What a pull request does to what is deployed, said before it is merged: in one comment that is edited in place, in the
/// summary of the run, and as findings of code scanning. It fails if that is too bad, once it has said so.
///
/// Two jobs. The first builds and runs the program of the pull request, with a token that may only read. The second may write,
/// and runs nothing of the pull request. One from a fork has no token that writes ("Events that trigger workflows", GitHub
/// Docs): there the summary says it. Any workflow that runs on pull requests can list them:
///
///     Workflow("infrastructure", name: "Infrastructure", on: .pullRequest(branches: ["main"])) {
///         DifferenceReview("infrastructure", of: ["shop"], failingOn: .dataLoss, .exposure).jobs
///     }
public struct DifferenceReview: Sendable {
    /// What is too bad to be merged unseen, be it sure or possible.
    public enum Threshold: String, CaseIterable, Sendable {
        /// Anything is replaced, with or without data in it.
        case replacement
        case dataLoss = "data-loss"
        /// A new path from the Internet, an opened group, a public bucket.
        case exposure
        /// There is a difference.
        case any
    }

    /// What its comment is told from others by: letters, digits and hyphens.
    public let name: String
    /// Stacks by name or glob; all of them if none is named.
    public let stacks: [String]
    public let thresholds: [Threshold]
    /// The output folder in the repository.
    public let output: String
    /// The command that compiles the stacks.
    public let program: String
    public let swiftVersion: String
    /// What must be installed before the program can be built, if anything: a command.
    public let preparation: String?
    private let source: SourceLocation

    public init(
        _ name: String, of stacks: [String] = [], failingOn thresholds: Threshold..., output: String = "golden",
        program: String = "swift run stacks", preparedBy preparation: String? = nil, swift swiftVersion: String = "6.2",
        file: String = #fileID, line: Int = #line
    ) {
        self.init(
            name, of: stacks, failingOn: thresholds, output: output, program: program, preparedBy: preparation,
            swift: swiftVersion, file: file, line: line)
    }

    public init(
        _ name: String, of stacks: [String], failingOn thresholds: [Threshold], output: String, program: String,
        preparedBy preparation: String?, swift swiftVersion: String, file: String = #fileID, line: Int = #line
    ) {
        self.name = name
        self.stacks = stacks
        self.thresholds = thresholds
        self.output = output
        self.program = program
        self.preparation = preparation
        self.swiftVersion = swiftVersion
        source = SourceLocation(file: file, line: line)
    }

    public var jobs: [Job] { [compare, review] }

    // MARK: Jobs

    private var compare: Job {
        Job("diff", on: .ubuntu24, timeout: .minutes(45), file: source.file, line: source.line) {
            // What is checked out is the pull request merged into its base: the base is the first parent.
            Checkout(with: ["fetch-depth": 2])
            SetupSwift(swiftVersion)
            BuildCache.swiftPM
            if let preparation { Run("Prepare the machine", preparation) }
            comparison
            UploadArtifact("difference", path: "difference", with: ["retention-days": 5])
        }
        .if(GitHubContext().eventName == "pull_request")
        .outputs(["status": comparison.output("status")])
    }

    private var comparison: Run {
        Run(
            "Compare with the base", DifferenceScripts.compare(with: arguments),
            env: ["OUTPUT": output, "REVIEW": name], outputs: ["status"]
        ).id("compare")
    }

    /// The command, without its format.
    private var arguments: String {
        let quoted = stacks.map { "'\($0.replacing("'", with: "'\\''"))'" }
        return
            ([program, "diff"] + quoted + ["--against 'HEAD^1'", "--output \"$OUTPUT\""]
            + thresholds.map { "--fail-on \($0.rawValue)" }).joined(separator: " ")
    }

    private var review: Job {
        Job("review", on: .ubuntu24, timeout: .minutes(10), file: source.file, line: source.line) {
            DownloadArtifact("difference", path: "difference")
            Run(
                "Write the difference into the pull request", DifferenceScripts.comment,
                env: [
                    "GH_TOKEN": .github.token, "REPOSITORY": .github.repository,
                    "PULL_REQUEST": .github.event("pull_request", "number"), "REVIEW": name,
                    "STATUS": compare.output("status"),
                ]
            )
            .if(GitHubContext().isOwnPullRequest)
            .permissions(.pullRequests(.write))
            scanning
            if !thresholds.isEmpty { verdict }
        }
        .needs(compare)
    }

    /// A private repository may not have code scanning; what it needs to read is only asked for there ("Uploading a SARIF file
    /// to GitHub", GitHub Docs).
    private var scanning: some WorkflowStep {
        Uses(
            "github/codeql-action/upload-sarif", named: "Show the findings beside the code",
            with: ["sarif_file": "difference/difference.sarif", "category": "terrane-diff-\(name)"]
        )
        .if(GitHubContext().isOwnPullRequest)
        .continueOnError()
        .permissions(.securityEvents(.write), .actions(.read), .contents(.read))
    }

    private var verdict: Run {
        let words = thresholds.map(\.rawValue).joined(separator: ", ")
        return Run(
            "Fail on what is too bad",
            """
            echo "::error::The change is as bad as this workflow fails on: $THRESHOLDS. The summary says what it does."
            exit 1
            """, env: ["THRESHOLDS": words]
        )
        .if(compare.output("status") == "3")
    }
}

/// The scripts of a review. What they are told reaches them by `env`.
enum DifferenceScripts {
    /// Writes the difference as a comment and as findings. 2 says that there is one, 3 that it is too bad: that is judged once
    /// it has been said.
    static func compare(with command: String) -> String {
        """
        mkdir -p difference
        status=0
        \(command) --format markdown > difference/comment.md || status=$?
        if [ "$status" -eq 1 ] || [ "$status" -gt 3 ]; then exit "$status"; fi
        \(command) --format sarif > difference/difference.sarif || [ "$?" -eq "$status" ]
        cat difference/comment.md >> "$GITHUB_STEP_SUMMARY"
        printf '\\n<!-- %s -->\\n' "$REVIEW" >> difference/comment.md
        echo "status=$status" >> "$GITHUB_OUTPUT"
        """
    }

    /// Finds the comment that this workflow wrote before, by its marks, and writes it anew; if nothing differs any more, too. Who
    /// only copies the marks has not written it.
    static let comment = """
        mine='.[] | select(.user.login == "github-actions[bot]") | select(.body | startswith("<!-- terrane-diff -->"))'
        mine="$mine | select(.body | contains(\\"<!-- $REVIEW -->\\")) | .id"
        comments=$(gh api --paginate "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" --jq "$mine")
        comment=${comments%%$'\\n'*}
        if [ -n "$comment" ]; then
          gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$comment" --field body=@difference/comment.md
        elif [ "$STATUS" != 0 ]; then
          gh api --silent --method POST "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" --field body=@difference/comment.md
        fi
        """
}
