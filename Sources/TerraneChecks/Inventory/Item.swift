public import TerraneCore

extension Inventory {
    /// A resource of the stack.
    public struct Item: Sendable {
        public let node: ResourceNode
        private let literals: Literals

        init(_ node: ResourceNode, _ literals: Literals) {
            self.node = node
            self.literals = literals
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

        /// The rows of the table, with what the author overrides.
        private var rows: [Row] {
            let overrides = node.options.overrides
            guard !overrides.isEmpty else { return node.properties.rows }
            let names = Set(overrides.compactMap(\.terraform))
            return node.properties.rows.filter { !names.contains($0.terraform ?? "") } + overrides
        }
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
            visit(path[...]) { if case .value(let value) = $0, !value.isNull { found.append(value.terraformSide) } }
            return found
        }

        /// The blocks that stand at a path.
        public func parts(_ path: String) -> [Part] {
            var found: [Part] = []
            visit(path[...]) { content in
                switch content {
                case .value: break
                case .nested(let table): found.append(Part(rows: table.rows, literals: literals))
                case .repeated(let tables): found += tables.map { Part(rows: $0.rows, literals: literals) }
                }
            }
            return found
        }

        private func visit(_ path: Substring, _ found: (Row.Content) -> Void) {
            for row in rows where !row.isEmpty {
                guard let name = row.terraform, let rest = path.rest(after: name) else { continue }
                if rest.isEmpty, !name.isEmpty {
                    found(row.content)
                } else {
                    for part in Part(rows: [row], literals: literals).inner { part.visit(rest, found) }
                }
            }
        }

        /// The tables of the only row.
        private var inner: [Part] {
            switch rows.first?.content {
            case .nested(let table): [Part(rows: table.rows, literals: literals)]
            case .repeated(let tables): tables.map { Part(rows: $0.rows, literals: literals) }
            case .value, nil: []
            }
        }
    }
}

extension Substring {
    /// What of a path comes after a name that it begins with; an empty name stands for the table itself.
    fileprivate func rest(after name: String) -> Substring? {
        if name.isEmpty { return self }
        guard utf8.starts(with: name.utf8) else { return nil }
        let tail = self[utf8.index(startIndex, offsetBy: name.utf8.count)...]
        if tail.isEmpty { return tail }
        return tail.utf8.first == UInt8(ascii: "/") ? tail.dropFirst() : nil
    }
}
