import TerraneCore
import TerraneWorkflows
import TerraneYAML

extension WorkflowLowering {
    mutating func lower(_ job: Job, in workflow: Workflow) -> Node {
        let place = job.source
        var fields = Fields()
        fields.add("name", job.name.map { lower($0, "name", place) })
        fields.add("needs", job.needs.isEmpty ? nil : .row(job.needs.map { .string($0.job) }))
        fields.add("if", job.condition.map { lower(condition: $0, place) })
        fields.add("runs-on", job.call == nil ? lower(job.runner) : nil)
        fields.add("environment", job.gate.map { lower($0, place) })
        fields.add("permissions", job.permissions.isEmpty ? nil : lower(job.permissions))
        fields.add("concurrency", job.concurrency(in: workflow).map { lower($0, place) })
        fields.add("timeout-minutes", job.call == nil ? .integer(job.timeout.inMinutes) : nil)
        fields.add("strategy", job.matrix.map { lower($0, place) })
        fields.add("container", job.container.map { lower($0, place) })
        fields.add("services", lower(job.services, place))
        fields.add("env", lower(job.environment, place))
        fields.add("defaults", job.workingDirectory.map { lower(directory: $0, place) })
        fields.add("outputs", lower(job.outputs, place))
        fields.add("steps", job.call == nil ? .spaced(job.steps.map { lower($0) }) : nil)
        if let call = job.call { lower(call, into: &fields, place) }
        return fields.node
    }

    private mutating func lower(_ call: WorkflowCall, into fields: inout Fields, _ place: SourceLocation) {
        fields.add("uses", .string(call.path))
        fields.add("with", lower(call.inputs, place))
        fields.add("secrets", lower(call.secrets, place))
    }

    private func lower(_ runner: Runner) -> Node {
        let labels = runner.labels.map { Node.string(texts.escaped($0)) }
        return labels.count == 1 ? labels[0] : .row(labels)
    }

    private mutating func lower(_ gate: EnvironmentGate, _ place: SourceLocation) -> Node {
        let name = lower(gate.name, "environment", place)
        guard let url = gate.url else { return name }
        return .fields(("name", name), ("url", lower(url, "url", place)))
    }

    private mutating func lower(directory: WorkflowText, _ place: SourceLocation) -> Node {
        .fields(("run", .fields(("working-directory", lower(directory, "working-directory", place)))))
    }

    private mutating func lower(_ matrix: Matrix, _ place: SourceLocation) -> Node {
        var axes = Fields()
        for axis in matrix.axes { axes.add(axis.name, .row(axis.values.map { lower($0, axis.name, place) })) }
        axes.add("include", lower(matrix.additions, place))
        axes.add("exclude", lower(matrix.exclusions, place))
        var fields = Fields()
        fields.add("fail-fast", matrix.failsFast.map(Node.boolean))
        fields.add("max-parallel", matrix.maxParallel.map(Node.integer))
        fields.add("matrix", axes.node)
        return fields.node
    }

    private mutating func lower(_ combinations: [WorkflowMap], _ place: SourceLocation) -> Node? {
        if combinations.isEmpty { return nil }
        return .sequence(combinations.compactMap { lower($0, place) })
    }

    private mutating func lower(_ services: [JobService], _ place: SourceLocation) -> Node? {
        if services.isEmpty { return nil }
        var fields = Fields()
        for service in services { fields.add(service.name, lower(service.container, place)) }
        return fields.node
    }

    private mutating func lower(_ container: JobContainer, _ place: SourceLocation) -> Node {
        var fields = Fields()
        fields.add("image", lower(container.image, "image", place))
        fields.add("env", lower(container.environment, place))
        fields.add(
            "ports", container.ports.isEmpty ? nil : .sequence(container.ports.map { .string(texts.escaped($0)) }))
        fields.add("options", container.options.map { lower($0, "options", place) })
        return fields.node
    }
}
