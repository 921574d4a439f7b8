public import TerraneCore

/// Reads a graph back that was written as data: a committed `graph.json`.
///
/// Afterwards it answers what a compiled one answers: resources by name, what they refer to, what is known of their values.
/// What older documents do not say is absent; what no reader may skip, and what is damaged, is an error. Such a file may be
/// anybody's: nothing in it is trusted.
public func readGraphDocument(_ bytes: [UInt8]) throws(UnreadableGraph) -> ResourceGraph {
    var reader = try GraphDocumentReader(bytes)
    return try reader.graph()
}

/// The stack that a document is of, as far as it says.
struct RecordedStack: Stack {
    var name: Name = ""
    var environment = DeploymentEnvironment("")
    var region: Region = ""
    var account: AccountID?
    var tags: [Tag] = []

    var body: Content { Content() }
}

/// A file of an older revision, of which no more than its path is known.
struct RecordedDocument: Document {
    let path: String
    let source: SourceLocation

    var expressions: [Expression] { [] }
}

/// Reads a document in two passes, because values name the types of resources that come later: the first finds out what
/// resources there are, the second reads them.
struct GraphDocumentReader {
    var cursor: JSONCursor
    var stack = RecordedStack()
    var outlines: [ResourceOutline] = []
    var positions: [Name: Int] = [:]
    /// Where the parts of the document begin that are read in the second pass.
    private var sections: [String: Int] = [:]
    var parameters: [String: ParameterDeclaration] = [:]
    var sources: [String: DataSource] = [:]
    /// What the values that were read are made of.
    var contexts: Set<DeploymentContext> = []
    var imports: [ImportedValue] = []
    var lookups: [Lookup] = []
    var seenLookups: Set<Lookup> = []
    /// The names of the sources, in the order of the document.
    var order: [String] = []

    init(_ bytes: [UInt8]) throws(UnreadableGraph) {
        cursor = JSONCursor(bytes)
        try readOutline()
    }

    // MARK: First pass

    private mutating func readOutline() throws(UnreadableGraph) {
        var version: Int?
        var (environment, isProduction) = ("", false)
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "formatVersion": version = try formatVersion()
            case "stack": stack.name = try name()
            case "environment": environment = try cursor.text()
            case "production": isProduction = try cursor.boolean()
            case "region": stack.region = Region(rawValue: try cursor.text())
            case "account": stack.account = try optionalText().map { AccountID(stringLiteral: $0) }
            case "tags": stack.tags = try tags()
            case "resources": try readOutlines()
            default:
                try begin(key)
                try cursor.skip()
            }
        }
        try cursor.finish()
        guard version != nil else { throw cursor.failure("it does not say its formatVersion") }
        stack.environment = DeploymentEnvironment(environment, isProduction: isProduction)
        guard !stack.name.path.isEmpty, !environment.isEmpty else {
            throw cursor.failure("it does not say of which stack and environment it is")
        }
    }

    private mutating func formatVersion() throws(UnreadableGraph) -> Int {
        let version = try cursor.integer()
        guard version == GraphDocument.formatVersion else {
            throw cursor.failure(
                "its formatVersion is \(version), and this program reads \(GraphDocument.formatVersion)")
        }
        return version
    }

    private mutating func begin(_ section: String) throws(UnreadableGraph) {
        guard sections.updateValue(cursor.position, forKey: section) == nil else {
            throw cursor.failure("'\(section)' stands there twice")
        }
    }

    private mutating func readOutlines() throws(UnreadableGraph) {
        try begin("resources")
        try cursor.open("[")
        while try cursor.item() {
            let outline = try resourceOutline()
            guard positions.updateValue(outlines.count, forKey: outline.name) == nil else {
                throw cursor.failure("two resources are called '\(outline.name)'")
            }
            outlines.append(outline)
        }
    }

    // MARK: Second pass

    mutating func graph() throws(UnreadableGraph) -> ResourceGraph {
        try readParameters()
        try readSources()
        try readForeseen()
        var graph = ResourceGraph(of: stack)
        graph.nodes.reserveCapacity(outlines.count)
        graph.facts.references.reserveCapacity(outlines.count)
        if try enter("resources", "[") {
            while try cursor.item() {
                let (node, references) = try resource(outlines[graph.nodes.count])
                _ = graph.insert(node)
                graph.facts.references.append(references)
            }
        }
        graph.exports = try exports()
        graph.documents = try documents()
        graph.flows = try flows()
        graph.facts.parameters = parameters.values.sorted { $0.name < $1.name }
        graph.facts.contexts = contexts
        graph.facts.imports = imports
        graph.facts.lookups = orderedLookups
        return graph
    }

    /// Goes to the beginning of a part of the document; false where it has no such part.
    mutating func enter(_ section: String, _ bracket: Unicode.Scalar) throws(UnreadableGraph) -> Bool {
        guard let position = sections[section] else { return false }
        cursor = cursor.moved(to: position)
        try cursor.open(bracket)
        return true
    }

    private mutating func readForeseen() throws(UnreadableGraph) {
        for position in outlines.indices {
            guard let start = outlines[position].foreseenAt else { continue }
            cursor = cursor.moved(to: start)
            try cursor.open("{")
            while let attribute = try cursor.key() { outlines[position].foreseen[attribute] = try value() }
        }
    }
}
