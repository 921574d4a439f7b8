/// A stack evaluated: every resource it makes, what they refer to, and the documents beside them.
public struct ResourceGraph: Sendable {
    public struct ExportNode: Sendable {
        public let name: String
        public let value: Expression
        public let description: String?
        public let source: SourceLocation

        public init(name: String, value: Expression, description: String?, source: SourceLocation) {
            self.name = name
            self.value = value
            self.description = description
            self.source = source
        }
    }

    public struct DocumentNode: Sendable {
        public let document: any Document
        /// The region of the resource that it belongs to, or of the stack.
        public let region: Region
        public let source: SourceLocation

        public init(document: any Document, region: Region, source: SourceLocation) {
            self.document = document
            self.region = region
            self.source = source
        }
    }

    public let stack: Name
    public let environment: DeploymentEnvironment
    public let region: Region
    public let account: AccountID?
    public let tags: [Tag]
    public let state: StateBackend
    /// In the order in which the bodies list them.
    public var nodes: [ResourceNode] = []
    public var exports: [ExportNode] = []
    public var documents: [DocumentNode] = []
    /// Every exemption that the stack, its components and its resources declare.
    public var exemptions: [Exemption] = []
    /// Who is declared to connect to whom.
    public var flows: [Flow] = []
    /// What its values are made of; filled in by the compiler when it resolves references.
    public var facts = GraphFacts()
    /// The position of each resource in `nodes`.
    public private(set) var index: [Name: Int] = [:]

    public init(of stack: any Stack) {
        self.stack = stack.name
        environment = stack.environment
        region = stack.region
        account = stack.account
        tags = stack.tags
        state = stack.state
    }

    /// Adds a resource; hands back the one that already has its name, if there is one.
    public mutating func insert(_ node: ResourceNode) -> ResourceNode? {
        if let position = index[node.name] { return nodes[position] }
        index[node.name] = nodes.count
        nodes.append(node)
        return nil
    }

    public subscript(name: Name) -> ResourceNode? {
        index[name].map { nodes[$0] }
    }

    /// Whether what `node` stores must survive its removal.
    public func protects(_ node: ResourceNode) -> Bool {
        node.options.isProtected ?? (environment.isProduction && node.type.persistence.isStateful)
    }
}
