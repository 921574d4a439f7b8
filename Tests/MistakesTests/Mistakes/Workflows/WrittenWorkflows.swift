extension WrittenMistake {
    /// What the types of workflows exclude.
    static var workflows: [WrittenMistake] {
        [
            WrittenMistake(
                "Unexpected value 'admin': a token may read or write",
                "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions",
                saying: "has no member 'admin'", bad: "_ = TokenPermission.contents(.admin)",
                legal: "_ = TokenPermission.contents(.write)"),
            WrittenMistake(
                "Unexpected value 'read' for id-token, which is written or not there",
                "https://docs.github.com/en/actions/reference/security/oidc",
                saying: "cannot call value of non-function type", bad: "_ = TokenPermission.idToken(.read)",
                legal: "_ = TokenPermission.idToken"),
            WrittenMistake(
                "you may only define one of `paths` and `paths-ignore` for a single event",
                "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax",
                saying: "extra argument 'pathsIgnore'",
                bad: "_ = WorkflowTrigger.push(paths: [\"a/**\"], pathsIgnore: [\"b/**\"])",
                legal: "_ = WorkflowTrigger.push(paths: [\"a/**\", \"!a/b/**\"])"),
            WrittenMistake(
                "Unexpected value 'tags' of the event pull_request",
                "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax",
                saying: "extra argument 'tags'", bad: "_ = WorkflowTrigger.pullRequest(tags: [\"v*\"])",
                legal: "_ = WorkflowTrigger.push(tags: [\"v*\"])"),
            WrittenMistake(
                "Invalid shell option 'zsh'",
                "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax",
                saying: "has no member 'zsh'", bad: "_ = Run(\"Build\", \"make\", shell: .zsh)",
                legal: "_ = Run(\"Build\", \"make\", shell: .bash)"),
            WrittenMistake(
                "Unrecognized function: 'startWith'",
                "https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#startswith",
                saying: "'startWith'",
                bad: "_ = Run(\"Tag\", \"make\").if(.startWith(.github.ref, \"refs/tags/\"))",
                legal: "_ = Run(\"Tag\", \"make\").if(.startsWith(.github.ref, \"refs/tags/\"))"),
            WrittenMistake(
                "The job waits for nothing: `needs` names a job that does not exist",
                "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds",
                saying: "cannot convert value of type 'String' to expected argument type 'Job'",
                bad: "_ = Job(\"b\") { Checkout() }.needs(\"a\")",
                legal: "_ = Job(\"b\") { Checkout() }.needs(Job(\"a\") { Checkout() })"),
        ]
    }
}
