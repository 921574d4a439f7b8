import TerraneCore
import TerraneWorkflows
import TerraneYAML

extension WorkflowLowering {
    mutating func lower(_ step: StepDefinition) -> Node {
        let place = step.source
        var fields = Fields()
        fields.add("name", step.name.map { lower($0, "name", place) })
        fields.add("id", step.id.map(Node.string))
        fields.add("if", step.condition.map { lower(condition: $0, place) })
        fields.add("continue-on-error", step.continuesOnError.map { lower($0, "continue-on-error", place) })
        fields.add("timeout-minutes", step.timeout.map { .integer($0.inMinutes) })
        switch step.work {
        case .action(let call):
            fields.add("uses", pinned(call.action))
            fields.add("env", lower(step.environment, place))
            fields.add("with", lower(call.inputs, place))
        case .script(let script):
            fields.add("shell", script.shell.map { .string($0.rawValue) })
            fields.add("working-directory", script.workingDirectory.map { lower($0, "working-directory", place) })
            fields.add("env", lower(step.environment, place))
            fields.add("run", .string(script.lines))
        }
        return fields.node
    }

    /// `actions/checkout@<commit> # v7.0.1`. The check has reported an action that is not in the lock.
    private func pinned(_ action: String) -> Node {
        guard let locked = ActionLock[action] else { return .string(action) }
        return Node.string("\(action)@\(locked.commit)").commented(locked.version)
    }
}

extension Script {
    /// The script; one of several lines ends its last, as a literal block does.
    fileprivate var lines: String {
        text.utf8.contains(UInt8(ascii: "\n")) && text.utf8.last != UInt8(ascii: "\n") ? text + "\n" : text
    }
}
