import TerraneCore

extension Workflow {
    /// Events exist, can be filtered as they are, and bring along what the workflow reads of them.
    func checkEvents() -> [Diagnostic] {
        triggers.flatMap(check) + checkPayload()
    }

    private func check(_ trigger: WorkflowTrigger) -> [Diagnostic] {
        switch trigger {
        case .push(let filters): return check(filters)
        case .pullRequest(let filters, let types): return check(filters) + check(types, of: trigger.name)
        case .workflowDispatch(let inputs):
            return inputs.count > 25 ? [.tooManyInputs(inputs.count, at: source)] : []
        case .workflowCall(let interface):
            return interface.inputs.filter(\.isForPeople).map { .inputForPeople($0, at: source) }
        case .event(let name, let types, let branches):
            guard WorkflowEvents.types[name] != nil else { return [.unknownEvent(name, at: source)] }
            if case .any = branches { return check(types, of: name) }
            return check(types, of: name) + check(branches)
                + (WorkflowEvents.withBranches.contains(name) ? [] : [.eventWithoutBranches(name, at: source)])
        case .schedule: return []
        }
    }

    private func check(_ types: [String], of event: String) -> [Diagnostic] {
        guard let known = WorkflowEvents.types[event], event != "repository_dispatch" else { return [] }
        return types.filter { !known.contains($0) }.map { .unknownActivity($0, of: event, known, at: source) }
    }

    private func check(_ filters: WorkflowTrigger.Filters) -> [Diagnostic] {
        let paths = filters.paths.patterns.filter { path in
            ["./", "../", "/", "!./", "!/"].contains { path.hasPrefix($0) }
        }
        return [filters.branches, filters.tags, filters.paths].flatMap(check)
            + paths.map { .pathNeverMatches($0, at: source) }
    }

    /// Exceptions take something away from what other patterns let in ("Workflow syntax for GitHub Actions").
    private func check(_ filter: EventFilter) -> [Diagnostic] {
        guard case .only(let patterns) = filter, !patterns.isEmpty, patterns.allSatisfy({ $0.hasPrefix("!") }) else {
            return []
        }
        return [.onlyExceptions(patterns, at: source)]
    }

    /// What no event of the workflow brings along is empty in every run. A called workflow has its caller's event.
    private func checkPayload() -> [Diagnostic] {
        let events = Set(triggers.map(\.name))
        if events.contains("workflow_call") { return [] }
        return placedExpressions.flatMap { placed in
            var found: [Diagnostic] = []
            placed.expression.forEachPart { part in
                guard case .context(let path) = part, let bringers = WorkflowEvents.bringing(path),
                    events.isDisjoint(with: bringers)
                else { return }
                found.append(.payloadOfOtherEvent(path.joined(separator: "."), bringers.sorted(), at: placed.source))
            }
            return found
        }
    }
}

extension EventFilter {
    fileprivate var patterns: [String] {
        switch self {
        case .any: []
        case .only(let patterns), .except(let patterns): patterns
        }
    }
}

extension WorkflowInput {
    /// Whether only somebody who fills in the form can answer it.
    fileprivate var isForPeople: Bool {
        switch kind {
        case .choice, .environment: true
        case .string, .boolean, .number: false
        }
    }
}

/// "Events that trigger workflows", GitHub Docs.
private enum WorkflowEvents {
    /// Each event, and the activities that it knows.
    static let types: [String: Set<String>] = [
        "branch_protection_rule": ["created", "edited", "deleted"],
        "check_run": ["created", "rerequested", "completed", "requested_action"],
        "check_suite": ["completed"],
        "create": [], "delete": [], "deployment": [], "deployment_status": [], "fork": [], "gollum": [],
        "image_version": [], "page_build": [], "public": [], "push": [], "repository_dispatch": [], "schedule": [],
        "status": [], "workflow_call": [], "workflow_dispatch": [],
        "discussion": [
            "created", "edited", "deleted", "transferred", "pinned", "unpinned", "labeled", "unlabeled", "locked",
            "unlocked", "category_changed", "answered", "unanswered",
        ],
        "discussion_comment": ["created", "edited", "deleted"],
        "issue_comment": ["created", "edited", "deleted"],
        "issues": [
            "opened", "edited", "deleted", "transferred", "pinned", "unpinned", "closed", "reopened", "assigned",
            "unassigned", "labeled", "unlabeled", "locked", "unlocked", "milestoned", "demilestoned", "typed",
            "untyped",
        ],
        "label": ["created", "edited", "deleted"],
        "merge_group": ["checks_requested", "destroyed"],
        "milestone": ["created", "closed", "opened", "edited", "deleted"],
        "pull_request": pullRequest, "pull_request_target": pullRequest,
        "pull_request_review": ["submitted", "edited", "dismissed"],
        "pull_request_review_comment": ["created", "edited", "deleted"],
        "registry_package": ["published", "updated"],
        "release": ["published", "unpublished", "created", "edited", "deleted", "prereleased", "released"],
        "watch": ["started"],
        "workflow_run": ["completed", "requested", "in_progress"],
    ]

    private static let pullRequest: Set<String> = [
        "assigned", "unassigned", "labeled", "unlabeled", "opened", "edited", "closed", "reopened", "synchronize",
        "converted_to_draft", "ready_for_review", "locked", "unlocked", "review_requested", "review_request_removed",
        "auto_merge_enabled", "auto_merge_disabled", "milestoned", "demilestoned", "enqueued", "dequeued",
    ]

    /// Those that can be limited to branches.
    static let withBranches: Set<String> = [
        "merge_group", "pull_request", "pull_request_target", "push", "workflow_run",
    ]

    /// The events that bring a member of `github` along; nil for what others may bring too ("Contexts reference", and
    /// "Webhook events and payloads", GitHub Docs).
    static func bringing(_ path: [String]) -> Set<String>? {
        guard path.first == "github", path.count > 1 else { return nil }
        if path[1] == "head_ref" || path[1] == "base_ref" { return ["pull_request", "pull_request_target"] }
        guard path[1] == "event", path.count > 2 else { return nil }
        return payloads[path[2]]
    }

    private static let payloads: [String: Set<String>] = [
        "pull_request": [
            "pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment",
        ],
        "issue": ["issues", "issue_comment"],
        "release": ["release"],
        "client_payload": ["repository_dispatch"],
        "workflow_run": ["workflow_run"],
        "head_commit": ["push"],
    ]
}

extension Diagnostic {
    fileprivate static func unknownEvent(_ event: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "GitHub has no event '\(event)'",
            help: suggestion(for: event, among: WorkflowEvents.types.keys.sorted())
                ?? "'Events that trigger workflows' lists them.", at: place)
    }

    fileprivate static func unknownActivity(
        _ activity: String, of event: String, _ known: Set<String>, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(event)' knows no activity '\(activity)'",
            help: suggestion(for: activity, among: known.sorted())
                ?? (known.isEmpty ? "It has no types." : "It knows \(known.sorted().joined(separator: ", "))."),
            at: place)
    }

    fileprivate static func eventWithoutBranches(_ event: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(event)' cannot be limited to branches", help: "Leave the filter out, or decide by `.if(…)` of a job.",
            at: place)
    }

    fileprivate static func onlyExceptions(_ patterns: [String], at place: SourceLocation) -> Diagnostic {
        .warning(
            "the filter has only exceptions, \(patterns.map { "'\($0)'" }.joined(separator: ", ")), so nothing passes it",
            help: "Write `.except([…])` without the '!', or add what they are exceptions to.", at: place)
    }

    fileprivate static func pathNeverMatches(_ path: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "no file of a repository has a path like '\(path)'",
            help: "Paths begin at the root of the repository, without '/' or './'.", at: place)
    }

    fileprivate static func tooManyInputs(_ count: Int, at place: SourceLocation) -> Diagnostic {
        .error(
            "the workflow asks for \(count) inputs, and GitHub takes 25", help: "Ask for some of them in one, as JSON.",
            at: place)
    }

    fileprivate static func inputForPeople(_ input: WorkflowInput, at place: SourceLocation) -> Diagnostic {
        .error(
            "the input '\(input.name)' of a called workflow is of the type '\(input.kind.name)'",
            help: "A workflow that others call takes strings, booleans and numbers.", at: place)
    }

    fileprivate static func payloadOfOtherEvent(
        _ path: String, _ events: [String], at place: SourceLocation
    ) -> Diagnostic {
        .warning(
            "'\(path)' is always empty: no event of the workflow brings it along",
            help: "It comes with \(events.joined(separator: ", ")).", at: place)
    }
}
