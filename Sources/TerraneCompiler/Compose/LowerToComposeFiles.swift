import TerraneAWS
import TerraneCore
import TerraneYAML

/// Writes the compose files of a stack.
func lowerToComposeFiles(_ graph: ResourceGraph) -> LoweredTarget {
    var lowered = LoweredTarget()
    for node in graph.documents {
        guard let file = node.document as? ComposeFile else { continue }
        var lowering = ComposeLowering(values: StaticValues(of: graph, in: node.region), source: node.source)
        let tree = lowering.lower(file)
        lowered.diagnostics += lowering.diagnostics
        do throws(YAMLError) {
            let bytes = try Emitter.emit(tree, header: graph.systemNotice, indentsSequences: true)
            lowered.drafts.append(Draft(path: graph.path(of: file), contents: bytes))
        } catch {
            lowered.diagnostics.append(.unwritable(file.path, "\(error)", at: node.source))
        }
    }
    return lowered
}

/// Turns a compose file into its tree, with the keys in the order in which people write them.
private struct ComposeLowering {
    let values: StaticValues
    let source: SourceLocation
    var diagnostics: [Diagnostic] = []

    mutating func lower(_ file: ComposeFile) -> Node {
        var fields = Fields()
        fields.add("name", .string(file.project))
        var services = Fields()
        for service in file.services { services.addApart(.string(service.name), lower(service, in: file)) }
        fields.addApart("services", services.node)
        if !file.volumes.isEmpty {
            fields.addApart("volumes", .mapping(file.volumes.map { Node.Pair(.string($0), Node.mapping([]).flow) }))
        }
        return fields.node
    }

    private mutating func lower(_ service: ComposeService, in file: ComposeFile) -> Node {
        var fields = Fields()
        switch service.origin {
        case .image(let image): fields.add("image", .string(escaped(image)))
        case .build(let context, let stage):
            var build = Fields()
            build.add("context", .string(escaped(context)))
            build.add("target", stage.map { .string(escaped($0)) })
            fields.add("build", build.node)
        }
        fields.add("command", row(service.command))
        fields.add("environment", settings(of: service))
        fields.add("ports", items(service.ports.map { "127.0.0.1:\($0.onHost):\($0.inContainer)" }))
        fields.add("volumes", items(service.volumes.map { escaped($0.spelling) }))
        fields.add("healthcheck", service.health.map(lower))
        fields.add("depends_on", dependencies(of: service, in: file))
        return fields.node
    }

    private mutating func settings(of service: ComposeService) -> Node? {
        if service.settings.isEmpty { return nil }
        var fields = Fields()
        for setting in service.settings {
            fields.add(setting.name, .string(text(setting.text, of: setting.name, at: service.source)))
        }
        return fields.node
    }

    /// Compose reads a dollar as the beginning of a variable, two as one ("Interpolation", Docker documentation).
    private mutating func text(_ text: ComposeText, of name: String, at place: SourceLocation) -> String {
        var whole = ""
        for part in text.parts {
            switch part {
            case .setting(let variable, nil): whole += "${\(variable):?say it in .env}"
            case .setting(let variable, .some(let fallback)): whole += "${\(variable):-\(escaped(fallback))}"
            case .model(let expression):
                if let known = values.text(expression) {
                    whole += escaped(known)
                } else if !expression.isMalformed {
                    diagnostics.append(.unknownInDocument(name, expression, at: place))
                }
            }
        }
        return whole
    }

    private func escaped(_ text: String) -> String {
        text.replacing(mark: "$", with: "$$")
    }

    private func lower(_ health: ECS.ContainerDefinition.HealthCheck) -> Node {
        var fields = Fields()
        fields.add("test", row(health.command))
        fields.add("interval", .string("\(health.interval.inSeconds)s"))
        fields.add("timeout", .string("\(health.timeout.inSeconds)s"))
        fields.add("retries", .integer(health.retries))
        fields.add("start_period", health.startPeriod.map { .string("\($0.inSeconds)s") })
        return fields.node
    }

    private func dependencies(of service: ComposeService, in file: ComposeFile) -> Node? {
        if service.dependencies.isEmpty { return nil }
        var fields = Fields()
        for name in service.dependencies {
            let isAsked = file.services.contains { $0.name == name && $0.health != nil }
            fields.add(name, .fields(("condition", .string(isAsked ? "service_healthy" : "service_started"))))
        }
        return fields.node
    }

    private func row(_ words: [String]) -> Node? {
        words.isEmpty ? nil : .row(words.map { .string(escaped($0)) })
    }

    private func items(_ texts: [String]) -> Node? {
        texts.isEmpty ? nil : .sequence(texts.map { Node.string($0) })
    }
}

extension ComposeService.Volume {
    fileprivate var spelling: String {
        switch origin {
        case .named(let name): "\(name):\(path)"
        case .folder(let folder): "\(folder):\(path)"
        }
    }
}
