/// Reads the words of JSON Schema, and those that CloudFormation adds to it.
struct SchemaNodeDecoder: Sendable {
    /// The pattern of each format, as the schema writes it.
    let formats: [String: SchemaJSON]

    func node(_ json: SchemaJSON) -> SchemaNode {
        SchemaNode(json, self)
    }

    func constraints(_ json: SchemaJSON) -> [SchemaConstraint] {
        if case .boolean(let allows) = json { return allows ? [] : [.never] }
        guard let words = json.object else { return [] }
        return scalars(words) + lists(words) + objects(words) + combinations(words)
    }

    func nodes(_ json: SchemaJSON?) -> [String: SchemaNode] {
        json?.object?.mapValues(node) ?? [:]
    }

    // MARK: Scalars

    private func scalars(_ words: [String: SchemaJSON]) -> [SchemaConstraint] {
        var found: [SchemaConstraint] = []
        if let name = words["$ref"]?.string { found.append(.definition(name)) }
        if let types = words["type"] { found.append(.types(SchemaTypes(types))) }
        if let enumeration = enumeration(words) { found.append(.enumeration(enumeration)) }
        if let pattern = words["pattern"]?.string.flatMap(SchemaPattern.init) { found.append(.pattern(pattern)) }
        if let name = words["format"]?.string, let pattern = formats[name]?.string.flatMap(SchemaPattern.init) {
            found.append(.format(name, pattern))
        }
        if let length = bounds(words, "minLength", "maxLength") { found.append(.length(length)) }
        if let range = SchemaRange(words) { found.append(.range(range)) }
        if let divisor = words["multipleOf"]?.number { found.append(.multiple(of: divisor)) }
        return found
    }

    private func enumeration(_ words: [String: SchemaJSON]) -> SchemaEnumeration? {
        let values = words["enum"]?.array ?? words["enumCaseInsensitive"]?.array ?? words["const"].map { [$0] }
        guard let texts = values?.map(\.scalarText), texts.allSatisfy({ $0 != nil }) else { return nil }
        return SchemaEnumeration(texts.compactMap(\.self), ignoresCase: words["enumCaseInsensitive"] != nil)
    }

    private func bounds(_ words: [String: SchemaJSON], _ low: String, _ high: String) -> ClosedRange<Int>? {
        let (least, most) = (words[low]?.number, words[high]?.number)
        guard least != nil || most != nil else { return nil }
        let minimum = Int(max(0, least ?? 0))
        return minimum...max(minimum, most.map { Int(min($0, Double(Int32.max))) } ?? Int.max)
    }

    // MARK: Lists

    private func lists(_ words: [String: SchemaJSON]) -> [SchemaConstraint] {
        var found: [SchemaConstraint] = []
        if let count = bounds(words, "minItems", "maxItems") { found.append(.itemCount(count)) }
        if words["uniqueItems"]?.boolean == true { found.append(.distinct) }
        if let keys = words["uniqueKeys"]?.strings { found.append(.distinctIn(keys)) }
        if let items = words["items"] { found.append(.items(node(items))) }
        if let items = words["prefixItems"]?.array { found.append(.firstItems(items.map(node))) }
        if let item = words["contains"] { found.append(.contains(node(item))) }
        return found
    }

    // MARK: Objects

    private func objects(_ words: [String: SchemaJSON]) -> [SchemaConstraint] {
        var found: [SchemaConstraint] = []
        if let members = members(words) { found.append(.members(members)) }
        if let names = words["required"]?.strings, !names.isEmpty { found.append(.required(names)) }
        if let names = words["requiredOr"]?.strings { found.append(.oneOrMore(names)) }
        if let names = words["requiredXor"]?.strings { found.append(.oneAlone(names)) }
        if let needs = words["dependentRequired"]?.object { found.append(.needs(needs.mapValues(\.strings))) }
        if let others = words["dependentExcluded"]?.object { found.append(.excludes(others.mapValues(\.strings))) }
        if let dependencies = words["dependencies"]?.object { found += dependent(dependencies) }
        if let count = bounds(words, "minProperties", "maxProperties") { found.append(.memberCount(count)) }
        if let names = words["propertyNames"] { found.append(.memberNames(node(names))) }
        return found
    }

    /// The older word for two things: names that must be there, or a schema of the whole.
    private func dependent(_ dependencies: [String: SchemaJSON]) -> [SchemaConstraint] {
        let names = dependencies.compactMapValues { $0.array == nil ? nil : $0.strings }
        let schemas = dependencies.compactMapValues { $0.array == nil ? node($0) : nil }
        return (names.isEmpty ? [] : [.needs(names)]) + (schemas.isEmpty ? [] : [.dependent(schemas)])
    }

    private func members(_ words: [String: SchemaJSON]) -> SchemaMembers? {
        let patterns = words["patternProperties"]?.object ?? [:]
        let others = words["additionalProperties"]
        guard words["properties"] != nil || !patterns.isEmpty || others != nil else { return nil }
        return SchemaMembers(
            named: nodes(words["properties"]),
            patterns: patterns.sorted { $0.key < $1.key }.compactMap { source, value in
                SchemaPattern(source).map { ($0, node(value)) }
            },
            others: others.map { $0.boolean == false ? .refused : .each(node($0)) } ?? .allowed)
    }

    // MARK: Combinations

    private func combinations(_ words: [String: SchemaJSON]) -> [SchemaConstraint] {
        var found: [SchemaConstraint] = []
        if let nodes = words["allOf"]?.array { found.append(.all(nodes.map(node))) }
        if let nodes = words["anyOf"]?.array { found.append(.any(nodes.map(node))) }
        if let nodes = words["oneOf"]?.array { found.append(.exactlyOne(nodes.map(node))) }
        if let inner = words["not"] { found.append(.not(node(inner))) }
        if let condition = words["if"] {
            found.append(
                .condition(node(condition), then: words["then"].map(node), otherwise: words["else"].map(node)))
        }
        return found
    }
}

extension SchemaTypes {
    fileprivate init(_ json: SchemaJSON) {
        let names = json.string.map { [$0] } ?? json.strings
        self = names.reduce(into: []) { $0.formUnion(SchemaTypes.named[$1] ?? []) }
    }

    private static let named: [String: SchemaTypes] = [
        "object": .object, "array": .list, "string": .text, "integer": .integer, "number": .number,
        "boolean": .boolean, "null": .null,
    ]
}

extension SchemaRange {
    fileprivate init?(_ words: [String: SchemaJSON]) {
        (minimum, maximum) = (words["minimum"]?.number, words["maximum"]?.number)
        (above, below) = (words["exclusiveMinimum"]?.number, words["exclusiveMaximum"]?.number)
        if minimum == nil, maximum == nil, above == nil, below == nil { return nil }
    }
}

extension SchemaJSON {
    /// A scalar as text.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): "\(number)"
        case .boolean(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// What comes of merging a patch into it (RFC 7386, "JSON Merge Patch").
    func merging(_ patch: SchemaJSON) -> SchemaJSON {
        guard case .object(let changes) = patch else { return patch }
        var members = object ?? [:]
        for (key, value) in changes {
            members[key] = value == .null ? nil : (members[key] ?? .null).merging(value)
        }
        return .object(members)
    }
}
