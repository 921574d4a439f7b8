import TerraneCore

// MARK: Values

extension GraphDocumentReader {
    mutating func value() throws(UnreadableGraph) -> Expression {
        switch cursor.peek() {
        case UInt8(ascii: "\""): return .string(try cursor.text())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return .list(try values())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try cursor.boolean())
        case UInt8(ascii: "n"):
            try cursor.null()
            return .null
        default:
            switch try cursor.number() {
            case .integer(let number): return .integer(number)
            case .decimal(let number): return .number(number)
            }
        }
    }

    private mutating func values() throws(UnreadableGraph) -> [Expression] {
        var values: [Expression] = []
        try cursor.open("[")
        while try cursor.item() { values.append(try value()) }
        return values
    }

    /// An object; with a first key that begins with `$`, a value that is known only once deployed.
    private mutating func object() throws(UnreadableGraph) -> Expression {
        try cursor.open("{")
        guard let first = try cursor.key() else { return .object([]) }
        if first.utf8.first == UInt8(ascii: "$") { return try lateBound(first) }
        var fields = [Expression.Field(first, try value())]
        while let key = try cursor.key() { fields.append(Expression.Field(key, try value())) }
        return .object(fields)
    }

    private mutating func lateBound(_ kind: String) throws(UnreadableGraph) -> Expression {
        switch kind {
        case "$reference": return try reference()
        case "$lookup": return try lookup()
        case "$comprehension": return try comprehension()
        default:
            let value = try simple(kind)
            try skipMembers()
            return value
        }
    }

    /// What is said by one member.
    private mutating func simple(_ kind: String) throws(UnreadableGraph) -> Expression {
        switch kind {
        case "$text": return .interpolation(try values())
        case "$parameter": return .parameter(try declaredParameter())
        case "$context":
            let context = try word(DeploymentContext.init)
            contexts.insert(context)
            return .context(context)
        case "$json": return .json(try value())
        case "$element": return try element()
        case "$either": return try either()
        case "$import": return try imported()
        case "$every": return .every(try value())
        case "$iteration":
            let path = try cursor.text()
            return .iteration(
                path.isEmpty ? [] : path.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
        case "$object": return .object(try fields())
        default: throw cursor.failure("values of the kind '\(kind)' are unknown to this program")
        }
    }

    private mutating func skipMembers() throws(UnreadableGraph) {
        while try cursor.key() != nil { try cursor.skip() }
    }

    private mutating func fields() throws(UnreadableGraph) -> [Expression.Field] {
        var fields: [Expression.Field] = []
        try cursor.open("{")
        while let key = try cursor.key() { fields.append(Expression.Field(key, try value())) }
        return fields
    }

    // MARK: Kinds

    private mutating func reference() throws(UnreadableGraph) -> Expression {
        let target = Name(try cursor.text())
        guard let position = positions[target] else {
            throw cursor.failure("something refers to '\(target)', which is not there")
        }
        var terraform = ""
        var cloudFormation = Attribute.CloudFormation.absent(because: "the other target has it alone")
        while let key = try cursor.key() {
            switch key {
            case "terraform": terraform = try cursor.text()
            case "cloudFormation":
                let name = try cursor.text()
                cloudFormation = name == "Ref" ? .ref : .attribute(name)
            default: try cursor.skip()
            }
        }
        let outline = outlines[position]
        return .reference(
            Reference(
                to: outline.name, type: outline.type, attribute: Attribute(terraform, cloudFormation),
                declaredAt: outline.source, foreseen: outline.foreseen[terraform]))
    }

    private mutating func declaredParameter() throws(UnreadableGraph) -> ParameterDeclaration {
        let name = try cursor.text()
        guard let parameter = parameters[name] else {
            throw cursor.failure("the parameter '\(name)' is used and not declared")
        }
        return parameter
    }

    private mutating func element() throws(UnreadableGraph) -> Expression {
        try cursor.open("[")
        guard try cursor.item() else { throw cursor.failure("an element of nothing") }
        let list = try value()
        guard try cursor.item() else { throw cursor.failure("an element without its number") }
        let index = try cursor.integer()
        guard try !cursor.item() else { throw cursor.failure("an element with two numbers") }
        return .element(list, index)
    }

    private mutating func either() throws(UnreadableGraph) -> Expression {
        var (terraform, cloudFormation) = (Expression.null, Expression.null)
        try cursor.open("{")
        while let key = try cursor.key() {
            switch key {
            case "terraform": terraform = try value()
            case "cloudFormation": cloudFormation = try value()
            default: try cursor.skip()
            }
        }
        return .either(terraform: terraform, cloudFormation: cloudFormation)
    }

    /// `<stack>/<environment>/<export>`; the name of a stack may have slashes of its own.
    private mutating func imported() throws(UnreadableGraph) -> Expression {
        let parts = try cursor.text().split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { throw cursor.failure("an import of another stack is malformed") }
        let stack = RecordedStack(
            name: Name(parts.dropLast(2).joined(separator: "/")),
            environment: DeploymentEnvironment(String(parts[parts.count - 2])), region: stack.region)
        let value = Export<String>(String(parts[parts.count - 1]), "").imported(from: stack).expression
        if case .imported(let imported) = value, !imports.contains(imported) { imports.append(imported) }
        return value
    }

    private mutating func lookup() throws(UnreadableGraph) -> Expression {
        let name = try cursor.text()
        var attribute = ""
        while let key = try cursor.key() {
            if key == "terraform" { attribute = try dataAddress().last } else { try cursor.skip() }
        }
        guard let source = sources[name] else {
            throw cursor.failure("'\(name)' is looked up, and nothing says how")
        }
        let lookup = Lookup(of: source, attribute: attribute, type: .string, cloudFormationType: nil)
        if seenLookups.insert(lookup).inserted { lookups.append(lookup) }
        return .lookup(lookup)
    }

    private mutating func comprehension() throws(UnreadableGraph) -> Expression {
        let parts = try values()
        guard parts.count == 3 else { throw cursor.failure("a comprehension is malformed") }
        var keys: [String]?
        while let key = try cursor.key() {
            if key == "keys" { keys = try texts() } else { try cursor.skip() }
        }
        return .comprehension(Comprehension(over: parts[0], as: "item", key: parts[1], value: parts[2], keys: keys))
    }
}

// MARK: Plain parts

extension GraphDocumentReader {
    mutating func optionalText() throws(UnreadableGraph) -> String? {
        guard cursor.peek() == UInt8(ascii: "n") else { return try cursor.text() }
        try cursor.null()
        return nil
    }

    /// A name that every target can spell: paths of files and addresses are made of it.
    mutating func name() throws(UnreadableGraph) -> Name {
        let name = Name(try cursor.text())
        if let problem = name.problem { throw cursor.failure("'\(name)' is no name: \(problem)") }
        return name
    }

    /// One of the words that the document may have here.
    mutating func word<Choice>(_ choice: (String) -> Choice?) throws(UnreadableGraph) -> Choice {
        let word = try cursor.text()
        guard let known = choice(word) else { throw cursor.failure("the word '\(word)' is unknown to this program") }
        return known
    }

    /// `stacks/Koemo.swift:95`.
    mutating func sourceLocation() throws(UnreadableGraph) -> SourceLocation {
        let text = try cursor.text()
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")),
            let line = Int(text[text.utf8.index(after: colon)...]), line >= 0
        else { throw cursor.failure("a source line is malformed") }
        return SourceLocation(file: String(text[..<colon]), line: line)
    }

    mutating func tags() throws(UnreadableGraph) -> [Tag] {
        var tags: [Tag] = []
        try cursor.open("{")
        while let key = try cursor.key() { tags.append(Tag(key, try cursor.text())) }
        return tags
    }

    mutating func texts() throws(UnreadableGraph) -> [String] {
        var texts: [String] = []
        try cursor.open("[")
        while try cursor.item() { texts.append(try cursor.text()) }
        return texts
    }

    mutating func integers() throws(UnreadableGraph) -> [Int] {
        var numbers: [Int] = []
        try cursor.open("[")
        while try cursor.item() { numbers.append(try cursor.integer()) }
        return numbers
    }
}
