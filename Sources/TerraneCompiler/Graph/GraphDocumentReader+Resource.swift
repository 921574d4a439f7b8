import TerraneCore

// MARK: Resources

extension GraphDocumentReader {
    /// A resource, and the positions of those that it refers to.
    mutating func resource(_ outline: ResourceOutline) throws(UnreadableGraph) -> (ResourceNode, [Int]) {
        var properties = Properties()
        var options = Declaration.Options()
        var references: [Int] = []
        if outline.region != stack.region { options.region = outline.region }
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "properties": properties = try table()
            case "references": references = try referredPositions()
            case "formerNames":
                options.formerNames = try texts().map { FormerName(Name($0), source: outline.source) }
            case "refactoredNames": try readRefactored(into: &options)
            default: try readOption(key, into: &options)
            }
        }
        let node = ResourceNode(
            name: outline.name, type: outline.type, properties: properties, options: options, region: outline.region,
            owner: outline.owner, source: outline.source, madeAt: outline.source)
        return (node, references)
    }

    /// Those of the former names, which stand before them, after which the logical ID became another.
    private mutating func readRefactored(into options: inout Declaration.Options) throws(UnreadableGraph) {
        let refactored = try texts()
        options.formerNames = options.formerNames.map { former in
            guard refactored.contains(former.name.path) else { return former }
            return FormerName(former.name, logicalID: .refactored, source: former.source)
        }
    }

    private mutating func readOption(
        _ key: String, into options: inout Declaration.Options
    ) throws(UnreadableGraph) {
        switch key {
        case "protected": options.isProtected = try cursor.boolean()
        case "overrides": options.overrides = try table().rows
        case "tags": options.tags = try tags()
        case "after": options.dependencies = try texts().map { Name($0) }
        case "ignoredChanges": options.ignoredChanges = try texts()
        case "suppressions": options.suppressions = try suppressions()
        case "createBeforeDestroy": options.createsBeforeDestroying = try cursor.boolean()
        case "forEach": options.forEach = try value()
        default: try cursor.skip()
        }
    }

    private mutating func referredPositions() throws(UnreadableGraph) -> [Int] {
        var found: [Int] = []
        try cursor.open("[")
        while try cursor.item() {
            let name = Name(try cursor.text())
            guard let position = positions[name] else {
                throw cursor.failure("something refers to '\(name)', which is not there")
            }
            found.append(position)
        }
        return found
    }

    private mutating func suppressions() throws(UnreadableGraph) -> [Suppression] {
        var found: [Suppression] = []
        try cursor.open("[")
        while try cursor.item() {
            var (check, reason) = ("", "")
            try cursor.open("{")
            while let key = try cursor.key() {
                switch key {
                case "check": check = try cursor.text()
                case "reason": reason = try cursor.text()
                default: try cursor.skip()
                }
            }
            found.append(Suppression(check, because: reason))
        }
        return found
    }

    // MARK: Tables

    mutating func table() throws(UnreadableGraph) -> Properties {
        var rows: [Row] = []
        try cursor.open("[")
        while try cursor.item() { rows.append(try row()) }
        return Properties(rows)
    }

    private mutating func row() throws(UnreadableGraph) -> Row {
        var terraform: String?
        var cloudFormation: String?
        var content: Row.Content?
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "terraform": terraform = try cursor.text()
            case "cloudFormation": cloudFormation = try cursor.text()
            case "value": content = .value(try value())
            case "rows": content = .nested(try part())
            case "items": content = .repeated(try parts())
            default: try cursor.skip()
            }
        }
        guard let content, terraform != nil || cloudFormation != nil else {
            throw cursor.failure("a property has no name or no value")
        }
        return Row(terraform: terraform, cloudFormation: cloudFormation, content: content)
    }

    /// A part is written because it says something, if only by being there.
    private mutating func part() throws(UnreadableGraph) -> Properties {
        var part = try table()
        part.isMarker = part.rows.isEmpty
        return part
    }

    private mutating func parts() throws(UnreadableGraph) -> [Properties] {
        var parts: [Properties] = []
        try cursor.open("[")
        while try cursor.item() { parts.append(try table()) }
        return parts
    }
}
