import TerraneCore

// MARK: What stands beside the resources

extension GraphDocumentReader {
    mutating func readParameters() throws(UnreadableGraph) {
        guard try enter("parameters", "[") else { return }
        while try cursor.item() {
            let parameter = try parameter()
            parameters[parameter.name] = parameter
        }
    }

    private mutating func parameter() throws(UnreadableGraph) -> ParameterDeclaration {
        var name = ""
        var type = ParameterType.string
        var isSensitive = false
        var fallback: Expression?
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "name": name = try cursor.text()
            case "type": type = try word(ParameterType.init)
            case "sensitive": isSensitive = try cursor.boolean()
            case "default": fallback = try value()
            default: try cursor.skip()
            }
        }
        let given = fallback?.isNull == true ? nil : fallback
        return switch type {
        case .string: Parameter<String>(name, default: given.map { Value($0) }, sensitive: isSensitive).declaration
        case .number: Parameter<Int>(name, default: given.map { Value($0) }, sensitive: isSensitive).declaration
        case .boolean: Parameter<Bool>(name, default: given.map { Value($0) }, sensitive: isSensitive).declaration
        case .stringList:
            Parameter<[String]>(name, default: given.map { Value($0) }, sensitive: isSensitive).declaration
        }
    }

    /// What exists already and is looked up; what is needed to find another stands before it.
    mutating func readSources() throws(UnreadableGraph) {
        guard try enter("lookups", "[") else { return }
        while try cursor.item() {
            let source = try source()
            sources[source.name.path] = source
            order.append(source.name.path)
        }
    }

    private mutating func source() throws(UnreadableGraph) -> DataSource {
        var (name, type) = (Name(""), "")
        var region: Region?
        var place = SourceLocation(file: "", line: 0)
        var arguments = Properties()
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "name": name = try self.name()
            case "terraform": type = try dataAddress().type
            case "region": region = Region(rawValue: try cursor.text())
            case "source": place = try sourceLocation()
            case "arguments": arguments = try table()
            default: try cursor.skip()
            }
        }
        return DataSource(name, type: type, area: .other, arguments: arguments, region: region, declaredAt: place)
    }

    /// `data.aws_route53_zone.shop`: what is looked up, and under which name, or which of its attributes.
    mutating func dataAddress() throws(UnreadableGraph) -> (type: String, last: String) {
        let parts = try cursor.text().split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "data" else { throw cursor.failure("an address of Terraform is malformed") }
        return (String(parts[1]), String(parts[2]))
    }

    /// What is looked up, in the order of the sources; of those that only a document uses no attribute is known.
    var orderedLookups: [Lookup] {
        let byName = Dictionary(grouping: lookups, by: \.source.name.path)
        return order.flatMap { name -> [Lookup] in
            if let found = byName[name] { return found }
            return sources[name].map { [Lookup(of: $0, attribute: "id", type: .string, cloudFormationType: nil)] } ?? []
        }
    }

    mutating func exports() throws(UnreadableGraph) -> [ResourceGraph.ExportNode] {
        var exports: [ResourceGraph.ExportNode] = []
        guard try enter("exports", "[") else { return [] }
        while try cursor.item() {
            var name = ""
            var exported = Expression.null
            var place = SourceLocation(file: "", line: 0)
            try cursor.open("{")
            while let key = try cursor.key() {
                switch key {
                case "name": name = try cursor.text()
                case "value": exported = try value()
                case "source": place = try sourceLocation()
                default: try cursor.skip()
                }
            }
            exports.append(.init(name: name, value: exported, description: nil, source: place))
        }
        return exports
    }

    mutating func documents() throws(UnreadableGraph) -> [ResourceGraph.DocumentNode] {
        guard try enter("documents", "[") else { return [] }
        var documents: [ResourceGraph.DocumentNode] = []
        let nowhere = SourceLocation(file: "", line: 0)
        while try cursor.item() {
            let document = RecordedDocument(path: try cursor.text(), source: nowhere)
            documents.append(.init(document: document, region: stack.region, source: nowhere))
        }
        return documents
    }

    // MARK: Flows

    mutating func flows() throws(UnreadableGraph) -> [Flow] {
        guard try enter("flows", "[") else { return [] }
        var flows: [Flow] = []
        while try cursor.item() { flows.append(try flow()) }
        return flows
    }

    private mutating func flow() throws(UnreadableGraph) -> Flow {
        var (client, server) = (Name(""), Name(""))
        var (from, to) = (Flow.End.group(.null), Flow.End.group(.null))
        var ports = [0]
        var place = SourceLocation(file: "", line: 0)
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "client": client = Name(try cursor.text())
            case "server": server = Name(try cursor.text())
            case "from": from = try end()
            case "to": to = try end()
            case "ports": ports = try integers()
            case "source": place = try sourceLocation()
            default: try cursor.skip()
            }
        }
        guard let first = ports.first, let last = ports.last, first <= last else {
            throw cursor.failure("the ports of a flow are malformed")
        }
        return Flow(from: from, named: client, to: to, named: server, ports: first...last, source: place)
    }

    private mutating func end() throws(UnreadableGraph) -> Flow.End {
        var end: Flow.End?
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "group": end = .group(try value())
            case "range": end = .range(CIDR(try cursor.text()))
            case "list": end = .list(try value())
            default: try cursor.skip()
            }
        }
        guard let end else { throw cursor.failure("an end of a flow is malformed") }
        return end
    }
}
