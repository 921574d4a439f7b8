public import TerraneCore

extension Inventory {
    /// A resource of the stack.
    public struct Item: Sendable {
        public let node: ResourceNode
        /// The rows of the table, with what the author overrides.
        private let rows: [Row]
        private let literals: Literals

        init(_ node: ResourceNode, _ literals: Literals) {
            self.node = node
            self.literals = literals
            rows = node.properties.rows.overridden(by: node.options.overrides)
        }

        public var name: Name { node.name }
        /// The author's line that is answerable for it.
        public var source: SourceLocation { node.source }
        public var region: Region { node.region }
        /// `aws_subnet`.
        public var type: String { node.type.terraform.typeName ?? "" }

        /// What is known of the property at a path, `scaling/minimum`. Where blocks repeat it is that of the first.
        public subscript(path: String) -> Fact {
            values(path).first.map(literals.fact) ?? .absent
        }

        /// What is known of an expression that stands in this resource.
        public func fact(_ expression: Expression) -> Fact { literals.fact(expression) }

        /// The values that stand at a path, one for each of the blocks that repeat on the way.
        public func values(_ path: String) -> [Expression] { whole.values(path) }

        /// The blocks that stand at a path.
        public func parts(_ path: String) -> [Part] { whole.parts(path) }

        /// All of it, as a block is read.
        public var whole: Part { Part(rows: rows, literals: literals) }
    }

    /// A block of a resource: a table within its table.
    public struct Part: Sendable {
        let rows: [Row]
        let literals: Literals

        /// What is known of the property at a path.
        public subscript(path: String) -> Fact {
            values(path).first.map(literals.fact) ?? .absent
        }

        /// What is known of an expression that stands in this block.
        public func fact(_ expression: Expression) -> Fact { literals.fact(expression) }

        /// The values that stand at a path, one for each of the blocks that repeat on the way.
        public func values(_ path: String) -> [Expression] {
            var found: [Expression] = []
            visit(path) { if case .value(let value) = $0, !value.isNull { found.append(value.terraformSide) } }
            return found
        }

        /// The blocks that stand at a path.
        public func parts(_ path: String) -> [Part] {
            var found: [Part] = []
            visit(path) { content in
                switch content {
                case .value: break
                case .nested(let table): found.append(Part(rows: table.rows, literals: literals))
                case .repeated(let tables): found += tables.map { Part(rows: $0.rows, literals: literals) }
                }
            }
            return found
        }

        private func visit(_ path: String, _ found: (Row.Content) -> Void) {
            let length = path.utf8.count
            for row in rows {
                guard let name = row.terraform else { continue }
                if name.utf8.count == length {
                    if name == path, !row.isEmpty { found(row.content) }
                } else if let rest = path.rest(after: name), !row.isEmpty {
                    for table in row.content.tables { Part(rows: table.rows, literals: literals).visit(rest, found) }
                }
            }
        }
    }
}

extension [Row] {
    fileprivate func overridden(by overrides: [Row]) -> [Row] {
        guard !overrides.isEmpty else { return self }
        let names = Set(overrides.compactMap(\.terraform))
        return filter { !names.contains($0.terraform ?? "") } + overrides
    }
}

extension Row.Content {
    fileprivate var tables: [Properties] {
        switch self {
        case .value: []
        case .nested(let table): [table]
        case .repeated(let tables): tables
        }
    }
}

extension String {
    /// What of a path comes after a name and the stroke behind it; an empty name stands for the table itself.
    fileprivate func rest(after name: String) -> String? {
        let count = name.utf8.count
        if count == 0 { return self }
        guard count < utf8.count else { return nil }
        let stroke = utf8.index(startIndex, offsetBy: count)
        guard utf8[stroke] == UInt8(ascii: "/"), utf8.starts(with: name.utf8) else { return nil }
        return String(self[utf8.index(after: stroke)...])
    }
}
