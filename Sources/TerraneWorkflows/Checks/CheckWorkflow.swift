public import TerraneCore

extension Workflow {
    /// Everything that GitHub, or a careful reviewer, would refuse.
    public func check() -> [Diagnostic] {
        checkFile() + checkTriggers() + checkNames() + checkJobs() + checkNeeds() + checkSteps() + checkActions()
            + checkReferences() + checkConditions() + checkCalls() + checkGitHub()
    }

    /// What GitHub knows and a reader of the file does not see.
    private func checkGitHub() -> [Diagnostic] {
        checkEvents() + checkAvailability() + checkEnvironments() + checkPermissions() + checkTrust() + checkRunners()
            + checkMatrices() + checkConcurrency() + checkScripts() + checkArtifacts()
    }

    private func checkFile() -> [Diagnostic] {
        id.isFileName ? [] : [.workflowFile(id, at: source)]
    }
}

extension String {
    /// Whether GitHub takes it as the id of a job or a step.
    var isWorkflowIdentifier: Bool {
        guard let first = utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else { return false }
        return utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
    }

    /// Whether it can be a file's name everywhere.
    fileprivate var isFileName: Bool {
        guard let first = utf8.first, first.isASCIILetter || first.isASCIIDigit else { return false }
        return utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
    }
}

extension UInt8 {
    var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }

    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension Diagnostic {
    fileprivate static func workflowFile(_ id: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(id)' cannot be the name of a workflow's file",
            help: "Use ASCII letters, digits, '-', '_' and '.', and leave the extension out: 'backend-deployment'.",
            at: place)
    }

    /// "Did you mean …", if some candidate is near.
    static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
        Suggestion.nearest(to: word, among: candidates).map { "Did you mean '\($0)'?" }
    }
}
