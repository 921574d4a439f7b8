import TerraneSchemas

// Objects and lists.
extension SchemaEvaluation {
    mutating func object(_ value: JSON, _ constraint: SchemaConstraint) {
        guard case .object(let all) = value else { return }
        let members = all.contains(where: \.value.isNothing) ? all.filter { !$0.value.isNothing } : all
        switch constraint {
        case .members(let known): for member in members { check(member, known) }
        case .required(let names):
            for name in names where !members.has(name) { report(.missing([name])) }
        case .oneOrMore(let names): if !names.contains(where: members.has) { report(.missing(names)) }
        case .oneAlone(let names):
            let present = names.filter(members.has)
            if present.isEmpty { report(.missing(names)) }
            if present.count > 1 { report(.exclusive(present)) }
        case .needs(let needs): check(members, needs)
        case .excludes(let others): check(members, excludes: others)
        case .dependent(let nodes):
            for (name, node) in nodes.sorted(by: { $0.key < $1.key }) where members.has(name) { check(value, node) }
        case .memberCount(let bounds):
            if !bounds.contains(members.count) { report(.count(members.count, bounds, of: "members")) }
        case .memberNames(let node):
            for member in members { inside(.member(member.key)) { $0.check(.string(member.key), node) } }
        default: break
        }
    }

    private mutating func check(_ member: JSON.Member, _ known: SchemaMembers) {
        if let node = known.named[member.key] {
            inside(.member(member.key)) { $0.check(member.value, node) }
            return
        }
        var isKnown = false
        for (pattern, node) in known.patterns where pattern.matches(member.key) != false {
            isKnown = true
            inside(.member(member.key)) { $0.check(member.value, node) }
        }
        guard !isKnown else { return }
        switch known.others {
        case .allowed: break
        case .refused: report(.unknown(known: known.named), at: member.key)
        case .each(let node): inside(.member(member.key)) { $0.check(member.value, node) }
        }
    }

    private mutating func check(_ members: [JSON.Member], _ needs: [String: [String]]) {
        for member in members {
            for other in needs[member.key] ?? [] where !members.has(other) { report(.needs(other, by: member.key)) }
        }
    }

    private mutating func check(_ members: [JSON.Member], excludes others: [String: [String]]) {
        var said: Set<Set<String>> = []
        for member in members {
            for other in others[member.key] ?? [] where members.has(other) && said.insert([member.key, other]).inserted
            {
                report(.exclusive([member.key, other]))
            }
        }
    }

    mutating func list(_ value: JSON, _ constraint: SchemaConstraint) {
        guard case .array(let items) = value else { return }
        switch constraint {
        case .items(let node):
            for (index, item) in items.enumerated() { inside(.item(index)) { $0.check(item, node) } }
        case .firstItems(let nodes):
            for (index, pair) in zip(items, nodes).enumerated() { inside(.item(index)) { $0.check(pair.0, pair.1) } }
        case .contains(let node): contains(items, node)
        case .itemCount(let bounds):
            if !bounds.contains(items.count) { report(.count(items.count, bounds, of: "items")) }
        case .distinct: if Set(items).count < items.count { report(.repeated) }
        case .distinctIn(let keys):
            let known = items.map { item in keys.map { item[$0] } }.filter { !$0.contains(nil) }
            if Set(known).count < known.count { report(.repeated) }
        default: break
        }
    }

    private mutating func contains(_ items: [JSON], _ node: SchemaNode) {
        let found = items.contains { item in
            var trial = SchemaEvaluation(definitions: definitions)
            trial.check(item, node)
            return trial.findings.isEmpty
        }
        if !found { report(.noForm) }
    }
}

extension [JSON.Member] {
    fileprivate func has(_ name: String) -> Bool { contains { $0.key == name } }
}
