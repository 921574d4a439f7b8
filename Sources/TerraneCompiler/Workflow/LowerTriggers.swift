import TerraneCore
import TerraneWorkflows
import TerraneYAML

extension WorkflowLowering {
    mutating func lower(_ triggers: [WorkflowTrigger], _ place: SourceLocation) -> Node {
        var fields = Fields()
        for trigger in triggers { fields.add(trigger.name, lower(trigger, place)) }
        return fields.node
    }

    private mutating func lower(_ trigger: WorkflowTrigger, _ place: SourceLocation) -> Node {
        var fields = Fields()
        switch trigger {
        case .push(let filters):
            fields.add(filters)
        case .pullRequest(let filters, let types):
            fields.add(filters)
            fields.add("types", types)
        case .workflowDispatch(let inputs):
            fields.add("inputs", lower(inputs, place))
        case .schedule(let crons):
            return .sequence(crons.map { .fields(("cron", .string($0.fields))) })
        case .workflowCall(let interface):
            fields.add("inputs", lower(interface.inputs, place))
            fields.add("secrets", lower(required: interface.secrets))
            fields.add("outputs", lower(offered: interface.outputs, place))
        case .event(_, let types, let branches):
            fields.add("branches", branches)
            fields.add("types", types)
        }
        return fields.node
    }

    private mutating func lower(_ inputs: [WorkflowInput], _ place: SourceLocation) -> Node? {
        if inputs.isEmpty { return nil }
        var fields = Fields()
        for input in inputs { fields.add(input.name, lower(input, place)) }
        return fields.node
    }

    private mutating func lower(_ input: WorkflowInput, _ place: SourceLocation) -> Node {
        var fields = Fields()
        fields.add("description", input.description.map(Node.string))
        fields.add("type", .string(input.kind.name))
        if case .choice(let choices) = input.kind { fields.add("options", choices) }
        fields.add("required", .boolean(input.isRequired))
        fields.add("default", input.fallback.map { lower($0, "default", place) })
        return fields.node
    }

    private func lower(required secrets: [String]) -> Node? {
        if secrets.isEmpty { return nil }
        var fields = Fields()
        for secret in secrets { fields.add(secret, .fields(("required", .boolean(true)))) }
        return fields.node
    }

    /// The outputs of a called workflow read its jobs by another name than the jobs themselves do.
    private mutating func lower(offered outputs: WorkflowMap, _ place: SourceLocation) -> Node? {
        if outputs.isEmpty { return nil }
        texts.jobs = "jobs"
        defer { texts.jobs = "needs" }
        var fields = Fields()
        for output in outputs.entries {
            fields.add(output.key, .fields(("value", lower(output.text, output.key, place))))
        }
        return fields.node
    }
}

extension Fields {
    fileprivate mutating func add(_ filters: WorkflowTrigger.Filters) {
        add("branches", filters.branches)
        add("tags", filters.tags)
        add("paths", filters.paths)
    }

    fileprivate mutating func add(_ key: String, _ filter: EventFilter) {
        switch filter {
        case .any: break
        case .only(let patterns): add(key, patterns)
        case .except(let patterns): add(key + "-ignore", patterns)
        }
    }

    /// A short list on one line; nothing when it is empty.
    mutating func add(_ key: String, _ words: [String]) {
        if !words.isEmpty { add(key, .row(words.map(Node.string))) }
    }
}
