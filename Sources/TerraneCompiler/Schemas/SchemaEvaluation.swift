import TerraneSchemas

/// Holds a value of a template against a schema.
///
/// What CloudFormation knows only once it deploys (`Ref`, `Fn::…`, dynamic references) satisfies everything; whether such a value
/// would fit one of several forms is not known, and then nothing is said. Texts that read as numbers or truth values are those,
/// as they are to CloudFormation.
struct SchemaEvaluation {
    let definitions: [String: SchemaNode]
    private(set) var findings: [SchemaFinding] = []
    /// Whether more findings could come of values that are not known yet.
    private(set) var isUncertain = false
    private var path = ValuePath()

    init(definitions: [String: SchemaNode]) {
        self.definitions = definitions
    }

    mutating func check(_ value: JSON, _ node: SchemaNode) {
        guard !value.isLate else {
            isUncertain = true
            return
        }
        for constraint in node.constraints where !check(value, constraint) { return }
    }

    /// Checks the values at a path below this one: `BlockDeviceMappings/*`.
    mutating func check(_ value: JSON, at path: SchemaPath, _ node: SchemaNode) {
        visit(value, at: path.parts[...]) { $0.check($1, node) }
    }

    /// Reports what is set at a path that is not the author's to set.
    mutating func refuse(_ value: JSON, at path: SchemaPath) {
        visit(value, at: path.parts[...]) { evaluation, _ in evaluation.report(.readOnly) }
    }

    private mutating func visit(
        _ value: JSON, at steps: ArraySlice<String>, _ body: (inout SchemaEvaluation, JSON) -> Void
    ) {
        guard let step = steps.first else { return body(&self, value) }
        switch value {
        case .array(let items) where step == "*":
            for (index, item) in items.enumerated() {
                inside(.item(index)) { $0.visit(item, at: steps.dropFirst(), body) }
            }
        case .object(let members):
            for member in members where step == "*" || step == member.key {
                inside(.member(member.key)) { $0.visit(member.value, at: steps.dropFirst(), body) }
            }
        default: break
        }
    }

    /// False when the rest of the schema would only repeat what was found.
    private mutating func check(_ value: JSON, _ constraint: SchemaConstraint) -> Bool {
        switch constraint {
        case .never: report(.forbidden)
        case .types(let types):
            guard !value.isOf(types) else { return true }
            report(.wrongKind(types, found: value.kind))
            return false
        case .definition(let name): if let node = definitions[name] { check(value, node) }
        case .all(let nodes): for node in nodes { check(value, node) }
        case .any(let nodes): any(value, nodes)
        case .exactlyOne(let nodes): exactlyOne(value, nodes)
        case .not(let node): not(value, node)
        case .condition(let node, let then, let otherwise): condition(value, node, then, otherwise)
        case .pattern, .format, .enumeration, .length, .range, .multiple: scalar(value, constraint)
        case .items, .firstItems, .contains, .itemCount, .distinct, .distinctIn: list(value, constraint)
        default: object(value, constraint)
        }
        return true
    }

    mutating func report(_ problem: SchemaProblem, at name: String? = nil) {
        findings.append(
            SchemaFinding(path: name.map(path.appending) ?? path, problem: problem))
    }

    mutating func inside(_ part: ValuePath.Part, _ body: (inout SchemaEvaluation) -> Void) {
        path.parts.append(part)
        body(&self)
        path.parts.removeLast()
    }

    mutating func doubt() { isUncertain = true }
}

// MARK: Combinations

extension SchemaEvaluation {
    /// What a schema says of the value, by itself.
    private func attempt(_ value: JSON, _ node: SchemaNode) -> SchemaEvaluation {
        var attempt = self
        attempt.findings = []
        attempt.isUncertain = false
        attempt.check(value, node)
        return attempt
    }

    private mutating func any(_ value: JSON, _ nodes: [SchemaNode]) {
        var failed: [[SchemaFinding]] = []
        for node in nodes {
            let attempt = attempt(value, node)
            if attempt.findings.isEmpty {
                if attempt.isUncertain { isUncertain = true }
                return
            }
            failed.append(attempt.findings)
        }
        findings += explanation(of: failed)
    }

    private mutating func exactlyOne(_ value: JSON, _ nodes: [SchemaNode]) {
        let attempts = nodes.map { attempt(value, $0) }
        let fitting = attempts.filter(\.findings.isEmpty)
        let certain = attempts.indices.filter { attempts[$0].findings.isEmpty && !attempts[$0].isUncertain }
        if fitting.isEmpty {
            findings += explanation(of: attempts.map(\.findings))
        } else if certain.count > 1 {
            let names = certain.flatMap { nodes[$0].requirements }.filter { value[$0] != nil }
            report(.exclusive(Array(Set(names)).sorted()))
        } else if fitting.contains(where: \.isUncertain) {
            isUncertain = true
        }
    }

    /// Why no form fits: members that are missing in each; or what is wrong in the form that comes closest.
    private func explanation(of failed: [[SchemaFinding]]) -> [SchemaFinding] {
        let missing = failed.map { findings in
            findings.flatMap { finding -> [String] in
                if case .missing(let names) = finding.problem, finding.path == path { names } else { [] }
            }
        }
        if zip(missing, failed).allSatisfy({ !$0.isEmpty && $1.count == 1 }) {
            let names = missing.flatMap(\.self).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return [SchemaFinding(path: path, problem: .missing(names))]
        }
        let depths = failed.map { $0.map(\.path.parts.count).max() ?? 0 }
        guard let deepest = depths.max(), deepest > path.parts.count else {
            return failed.count == 1 ? failed[0] : [SchemaFinding(path: path, problem: .noForm)]
        }
        let closest = zip(failed, depths).filter { $0.1 == deepest }.map(\.0).min { $0.count < $1.count }
        return closest ?? []
    }

    private mutating func not(_ value: JSON, _ node: SchemaNode) {
        let attempt = attempt(value, node)
        guard attempt.findings.isEmpty else { return }
        if attempt.isUncertain {
            isUncertain = true
        } else {
            let names = node.requirements.filter { value[$0] != nil }
            report(names.isEmpty ? .forbidden : .exclusive(names))
        }
    }

    private mutating func condition(
        _ value: JSON, _ node: SchemaNode, _ then: SchemaNode?, _ otherwise: SchemaNode?
    ) {
        let attempt = attempt(value, node)
        if attempt.findings.isEmpty, attempt.isUncertain {
            isUncertain = true
            return
        }
        guard let branch = attempt.findings.isEmpty ? then : otherwise else { return }
        let known = findings.count
        check(value, branch)
        guard findings.count > known else { return }
        let because = node.members.keys.filter { value[$0] != nil }.sorted()
        for index in known..<findings.count where findings[index].because.isEmpty { findings[index].because = because }
    }
}

extension SchemaNode {
    /// The members that it requires, in any of its forms.
    fileprivate var requirements: [String] {
        constraints.flatMap { constraint -> [String] in
            switch constraint {
            case .required(let names): names
            case .any(let nodes), .all(let nodes), .exactlyOne(let nodes): nodes.flatMap(\.requirements)
            default: []
            }
        }
    }
}
