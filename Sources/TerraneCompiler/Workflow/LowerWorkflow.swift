import TerraneCore
import TerraneWorkflows
import TerraneYAML

/// Turns a workflow into the tree of its file, with the keys in the order in which people write them.
struct WorkflowLowering {
    var texts: WorkflowTextPrinter

    mutating func lower(_ workflow: Workflow) -> Node {
        var file = Fields()
        file.add("name", .string(workflow.name))
        file.add("run-name", workflow.runName.map { lower($0, "run-name", workflow.source) })
        file.addApart(Node.string("on").bare, lower(workflow.triggers, workflow.source))
        file.addApart("permissions", lower(workflow.permissions))
        file.addApart("concurrency", workflow.concurrency.map { lower($0, workflow.source) })
        file.addApart("env", lower(workflow.environment, workflow.source))
        file.addApart("defaults", .fields(("run", .fields(("shell", .string(workflow.shell.rawValue))))))
        file.addApart("jobs", lower(workflow.jobs, in: workflow))
        return file.node
    }

    private mutating func lower(_ jobs: [Job], in workflow: Workflow) -> Node {
        var fields = Fields()
        for job in jobs { fields.addApart(.string(job.id), lower(job, in: workflow)) }
        return fields.node
    }

    func lower(_ permissions: [TokenPermission]) -> Node {
        var fields = Fields()
        for permission in permissions { fields.add(permission.scope, .string(permission.access.rawValue)) }
        return fields.node
    }
}

/// Parts that occur in several places.
extension WorkflowLowering {
    mutating func lower(_ concurrency: Concurrency, _ place: SourceLocation) -> Node {
        var fields = Fields()
        fields.add("group", lower(concurrency.group, "group", place))
        fields.add("cancel-in-progress", lower(concurrency.cancelsRunning, "cancel-in-progress", place))
        return fields.node
    }

    /// Nil when there is nothing in it.
    mutating func lower(_ map: WorkflowMap, _ place: SourceLocation) -> Node? {
        if map.isEmpty { return nil }
        var fields = Fields()
        for entry in map.entries { fields.add(entry.key, lower(entry.text, entry.key, place)) }
        return fields.node
    }

    /// A number or a flag that stands alone keeps its type; all else is text.
    mutating func lower(_ text: WorkflowText, _ what: String, _ place: SourceLocation) -> Node {
        if text.parts.count == 1 {
            switch text.parts[0] {
            case .integer(let number): return .integer(number)
            case .boolean(let flag): return .boolean(flag)
            case .literal, .expression, .model: break
            }
        }
        return .string(texts.print(text, of: what, at: place))
    }

    /// A condition needs no `${{ }}`, but for one that begins with `!`, which YAML would read as a tag, and one that
    /// holds `${{` as a text, which GitHub would read as the beginning of another.
    mutating func lower(condition: WorkflowExpression, _ place: SourceLocation) -> Node {
        let printed = texts.print(condition, of: "if", at: place)
        let needsBraces = printed.utf8.first == UInt8(ascii: "!") || printed.holds(mark: "${{")
        return .string(needsBraces ? "${{ \(printed) }}" : printed)
    }
}
