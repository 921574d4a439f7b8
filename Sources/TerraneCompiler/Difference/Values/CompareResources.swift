import TerraneCore
import TerraneSchemas

/// What differs between two revisions of one resource: each property once, with its names in both dialects.
///
/// What says the same in another writing is not listed; where only the order of a set differs, it says so.
struct ResourceComparison {
    let older: ResourceGraph
    let newer: ResourceGraph
    /// The new names of resources that have another one.
    let renames: [Name: Name]

    func changes(from old: ResourceNode, to new: ResourceNode) -> [ChangedValue] {
        var changes = typeChanges(old, new)
        if !old.hasSameProperties(as: new) { changes += propertyChanges(old, new) }
        return changes + optionChanges(old, new) + protectionChanges(old, new)
    }

    // MARK: Properties

    private func propertyChanges(_ old: ResourceNode, _ new: ResourceNode) -> [ChangedValue] {
        var names = DialectNames()
        names.add(old)
        names.add(new)
        let terraform = old.type.terraform.addressPrefix == nil ? [] : found(old, new, in: .terraform)
        let cloudFormation = old.type.cloudFormation.isAbsent ? [] : found(old, new, in: .cloudFormation)
        return joined(terraform, cloudFormation, names)
    }

    private func found(
        _ old: ResourceNode, _ new: ResourceNode, in dialect: Properties.Dialect
    ) -> [ValueComparison.Found] {
        let before = PlainForm(dialect: dialect, region: old.region, account: older.account, renames: renames)
        let after = PlainForm(dialect: dialect, region: new.region, account: newer.account)
        var comparison = ValueComparison { path in dialect == .terraform && path.isSet(of: new.type) }
        comparison.compare(
            before(WrittenProperties.object(of: old, in: dialect)),
            after(WrittenProperties.object(of: new, in: dialect)), at: PropertyPath())
        return comparison.found
    }

    /// What the dialects say of one property is one change.
    private func joined(
        _ terraform: [ValueComparison.Found], _ cloudFormation: [ValueComparison.Found], _ names: DialectNames
    ) -> [ChangedValue] {
        var others = Dictionary(
            cloudFormation.enumerated().map { ($0.element.path.place, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var taken: Set<Int> = []
        var changes = terraform.map { found in
            var change = ChangedValue(
                terraform: found.path, before: found.before, after: found.after, isOrderOnly: found.isOrderOnly)
            if let place = names.cloudFormation(of: found.path.names).map({ found.path.place(named: $0) }),
                let other = others.removeValue(forKey: place)
            {
                taken.insert(other)
                change.cloudFormation = cloudFormation[other].path
            }
            return change
        }
        for (offset, found) in cloudFormation.enumerated() where !taken.contains(offset) {
            changes.append(
                ChangedValue(
                    cloudFormation: found.path, terms: names.terraform(of: found.path.names), before: found.before,
                    after: found.after))
        }
        return changes
    }

    // MARK: Beside the properties

    private func typeChanges(_ old: ResourceNode, _ new: ResourceNode) -> [ChangedValue] {
        var changes: [ChangedValue] = []
        if old.type.terraform.kind != new.type.terraform.kind
            || old.type.cloudFormation.kind != new.type.cloudFormation.kind
        {
            changes.append(.beside("type", "Type", old.type.displayName, new.type.displayName))
        }
        if old.region != new.region {
            changes.append(.beside("provider", "Region", old.region.rawValue, new.region.rawValue))
        }
        return changes
    }

    private func optionChanges(_ old: ResourceNode, _ new: ResourceNode) -> [ChangedValue] {
        let (before, after) = (old.options, new.options)
        var changes = ChangedValue.tags(from: before.tags, to: after.tags)
        if !(before.forEach ?? .null).isSame(as: after.forEach ?? .null) {
            changes.append(
                ChangedValue(
                    terraform: PropertyPath() / "for_each", before: before.forEach, after: after.forEach, isBeside: true
                ))
        }
        func compare(_ terraform: String, _ cloudFormation: String?, _ words: (Declaration.Options) -> [String]) {
            let (one, other) = (words(before), words(after))
            if one != other {
                changes.append(
                    .beside(
                        terraform, cloudFormation, one.joined(separator: ", "), other.joined(separator: ", ")))
            }
        }
        let dependencies = before.dependencies.map { renames[$0] ?? $0 }
        if Set(dependencies) != Set(after.dependencies) {
            compare("depends_on", "DependsOn") { $0.dependencies.map(\.path) }
        }
        compare("lifecycle/ignore_changes", nil, \.ignoredChanges)
        compare("lifecycle/create_before_destroy", nil) { $0.createsBeforeDestroying ? ["true"] : [] }
        compare("suppressions", nil) { $0.suppressions.map { "\($0.check): \($0.reason)" } }
        // What is renamed now says so by itself.
        if old.name == new.name { compare("moved", nil) { $0.formerNames.map(\.name.path) } }
        return changes
    }

    private func protectionChanges(_ old: ResourceNode, _ new: ResourceNode) -> [ChangedValue] {
        let (before, after) = (older.protects(old), newer.protects(new))
        guard before != after, new.type.persistence.isStateful else { return [] }
        return [.beside("lifecycle/prevent_destroy", "DeletionPolicy", "\(before)", "\(after)")]
    }
}

extension PropertyPath {
    /// What the two dialects' paths of one property have in common once the names are translated.
    fileprivate var place: String { place(named: names) }

    fileprivate func place(named names: [String]) -> String {
        names.joined(separator: "/") + "|" + items.joined(separator: "|")
    }

    /// Whether Terraform's provider takes the items at this path in any order.
    fileprivate func isSet(of type: ResourceType) -> Bool {
        if isInsideText { return isSetInText }
        guard let name = type.terraform.typeName, var block = TerraformSchema.of(name)?.block else { return false }
        for name in names.dropLast() {
            guard let inner = block.blocks[name] else { return false }
            block = inner.block
        }
        guard let last = names.last else { return false }
        if case .set = block.attributes[last]?.type { return true }
        return block.blocks[last]?.nesting == .set
    }

    /// Lists of policies and of container definitions whose order means nothing.
    private var isSetInText: Bool {
        root.contains("container_definitions")
            ? ["environment", "secrets", "portMappings", "mountPoints", "volumesFrom", "ulimits"].contains(names.last)
            : root.contains("policy")
    }
}

extension ResourceType.Form {
    /// What makes it another type: its name, or that there is none.
    fileprivate var kind: String {
        switch self {
        case .type(let name), .part(let name): name
        case .ephemeral(let name): "ephemeral.\(name)"
        case .module: "module"
        case .absent: ""
        }
    }

    var isAbsent: Bool { if case .absent = self { true } else { kind == "module" || kind.hasPrefix("ephemeral.") } }
}

// MARK: Whether anything differs at all

extension ResourceNode {
    /// Whether the tables are the same as they are written: true for almost all resources, and quickly found.
    fileprivate func hasSameProperties(as other: ResourceNode) -> Bool {
        properties.rows.areSame(as: other.properties.rows)
            && options.overrides.areSame(as: other.options.overrides) && region == other.region
    }
}

extension [Row] {
    fileprivate func areSame(as others: [Row]) -> Bool {
        var (left, right) = (makeIterator(), others.makeIterator())
        while true {
            switch (left.nextFull(), right.nextFull()) {
            case (nil, nil): return true
            case (let row?, let other?):
                guard row.terraform == other.terraform, row.cloudFormation == other.cloudFormation,
                    row.content.isSame(as: other.content)
                else { return false }
            default: return false
            }
        }
    }
}

extension IndexingIterator<[Row]> {
    /// The next row that has something to write.
    fileprivate mutating func nextFull() -> Row? {
        while let row = next() { if !row.isEmpty { return row } }
        return nil
    }
}

extension Row.Content {
    fileprivate func isSame(as other: Row.Content) -> Bool {
        switch (self, other) {
        case (.value(let left), .value(let right)): left.isSame(as: right)
        case (.nested(let left), .nested(let right)): left.rows.areSame(as: right.rows)
        case (.repeated(let left), .repeated(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.rows.areSame(as: $1.rows) }
        default: false
        }
    }
}
