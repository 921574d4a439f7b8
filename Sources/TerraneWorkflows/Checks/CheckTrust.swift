import TerraneCore

extension Workflow {
    /// What strangers write is neither run nor pasted into a program.
    func checkTrust() -> [Diagnostic] {
        let isTrusted = !triggers.contains { ["pull_request_target", "workflow_run"].contains($0.name) }
        return jobs.flatMap(\.steps).flatMap { step -> [Diagnostic] in
            guard case .action(let call) = step.work else { return [] }
            switch call.action {
            case "actions/checkout" where !isTrusted: return step.checkCheckout(call)
            case "actions/github-script": return step.checkProgram(call)
            default: return []
            }
        }
    }
}

extension StepDefinition {
    /// Such a run has the repository's secrets and a token that can write ("Securely using pull_request_target", GitHub Docs).
    fileprivate func checkCheckout(_ call: ActionCall) -> [Diagnostic] {
        guard !call.gives("allow-unsafe-pr-checkout") else { return [] }
        let chosen = ["ref", "repository"].compactMap { call.inputs[$0] }.flatMap(\.computed)
        return chosen.contains(where: \.namesHead) ? [.checkoutOfStranger(at: source)] : []
    }

    /// An expression is pasted into the program before it runs ("Script injections", GitHub Docs).
    fileprivate func checkProgram(_ call: ActionCall) -> [Diagnostic] {
        (call.inputs["script"]?.computed ?? []).flatMap(\.writtenByStrangers).map {
            .untrustedInProgram($0, at: source)
        }
    }
}

extension WorkflowExpression {
    /// Whether it names the head of a pull request, which its author chooses.
    fileprivate var namesHead: Bool {
        var found = false
        forEachPart { part in
            guard case .context(let path) = part else { return }
            let words = path.joined(separator: ".")
            found =
                found || words == "github.head_ref" || words.hasPrefix("github.event.pull_request.head.")
                || words == "github.event.pull_request.merge_commit_sha"
                || words.hasPrefix("github.event.workflow_run.head_")
        }
        return found
    }

    /// The contexts in it whose text anybody can choose.
    fileprivate var writtenByStrangers: [String] {
        var found: [String] = []
        forEachPart { part in
            guard case .context(let path) = part, path.first == "github", let last = path.last else { return }
            let isText = path.count > 2 && path[1] == "event" && WorkflowExpression.chosen.contains(last)
            let isBranch = path.count == 2 && ["head_ref", "ref_name"].contains(path[1])
            if isText || isBranch { found.append(path.joined(separator: ".")) }
        }
        return found
    }

    /// The last words of such contexts, as GitHub's page lists them.
    private static let chosen: Set<String> = [
        "body", "default_branch", "email", "head_ref", "label", "message", "name", "page_name", "ref", "title",
    ]
}

extension Diagnostic {
    fileprivate static func checkoutOfStranger(at place: SourceLocation) -> Diagnostic {
        .error(
            "the code of a stranger's pull request is checked out where the repository's secrets are",
            help:
                "actions/checkout refuses it. Let the workflow run on `.pullRequest(…)`, which has neither secrets nor a"
                + " token that can write.", at: place)
    }

    fileprivate static func untrustedInProgram(_ context: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(context)', which anybody can write, is pasted into a program",
            help: "Pass it by `env: [\"NAME\": …]` and read `process.env.NAME`.", at: place)
    }
}
