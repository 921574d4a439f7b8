import TerraneCore

/// Finds what differs between two values in plain form, as deep down as they are of one shape.
struct ValueComparison {
    struct Found {
        let path: PropertyPath
        let before: Expression?
        let after: Expression?
        var isOrderOnly = false
    }

    /// Whether the order of the items at a path means nothing to the provider.
    let isSet: (PropertyPath) -> Bool
    private(set) var found: [Found] = []

    init(isSet: @escaping (PropertyPath) -> Bool) {
        self.isSet = isSet
    }

    mutating func compare(_ before: Expression, _ after: Expression, at path: PropertyPath) {
        switch (before, after) {
        case (.object(let old), .object(let new)): compare(old, new, at: path)
        case (.list(let old), .list(let new)): compare(old, new, at: path)
        case (.json(let old), .json(let new)): compare(old, new, at: path.insideText)
        // A policy may write a list of one without its brackets.
        case (.list(let items), _) where path.isInsideText && items.count == 1: compare(items[0], after, at: path)
        case (_, .list(let items)) where path.isInsideText && items.count == 1: compare(before, items[0], at: path)
        default: if !before.isSame(as: after) { found.append(Found(path: path, before: before, after: after)) }
        }
    }

    private mutating func compare(_ old: [Expression.Field], _ new: [Expression.Field], at path: PropertyPath) {
        let before = Dictionary(old.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        for field in old {
            if let value = after[field.key] {
                compare(field.value, value, at: path / field.key)
            } else {
                found.append(Found(path: path / field.key, before: field.value, after: nil))
            }
        }
        for field in new where before[field.key] == nil {
            found.append(Found(path: path / field.key, before: nil, after: field.value))
        }
    }

    // MARK: Lists

    private mutating func compare(_ old: [Expression], _ new: [Expression], at path: PropertyPath) {
        if old.count == new.count, zip(old, new).allSatisfy({ $0.isSame(as: $1) }) { return }
        guard (old + new).allSatisfy(\.isObject) else { return compareScalars(old, new, at: path) }
        if let keys = ItemKeys(old, new) {
            compare(old, new, by: keys, at: path)
        } else {
            compareInPlace(old, new, at: path)
        }
    }

    private mutating func compareScalars(_ old: [Expression], _ new: [Expression], at path: PropertyPath) {
        let isOrderOnly = old.count == new.count && ItemKeys.canonical(old).sorted() == ItemKeys.canonical(new).sorted()
        found.append(
            Found(
                path: path, before: .list(old), after: .list(new), isOrderOnly: isOrderOnly && isSet(path)))
    }

    private mutating func compare(
        _ old: [Expression], _ new: [Expression], by keys: ItemKeys, at path: PropertyPath
    ) {
        let after = Dictionary(uniqueKeysWithValues: zip(keys.new, new))
        let before = Set(keys.old)
        for (key, item) in zip(keys.old, old) {
            if let other = after[key] {
                compare(item, other, at: path.item(key))
            } else {
                found.append(Found(path: path.item(key), before: item, after: nil))
            }
        }
        for (key, item) in zip(keys.new, new) where !before.contains(key) {
            found.append(Found(path: path.item(key), before: nil, after: item))
        }
        let kept = (keys.old.filter { after[$0] != nil }, keys.new.filter(before.contains))
        if kept.0 != kept.1 {
            let lists = (kept.0.map { Expression.string($0) }, kept.1.map { Expression.string($0) })
            found.append(
                Found(path: path, before: .list(lists.0), after: .list(lists.1), isOrderOnly: isSet(path)))
        }
    }

    /// Items without a name: equal ones are taken away on both sides, and the rest is compared in its order.
    private mutating func compareInPlace(_ old: [Expression], _ new: [Expression], at path: PropertyPath) {
        var counts = Dictionary(grouping: ItemKeys.canonical(new), by: \.self).mapValues(\.count)
        let gone = zip(old, ItemKeys.canonical(old)).enumerated().filter { counts.take($0.element.1) == nil }
        var others = Dictionary(grouping: ItemKeys.canonical(old), by: \.self).mapValues(\.count)
        let come = zip(new, ItemKeys.canonical(new)).enumerated().filter { others.take($0.element.1) == nil }
        if gone.isEmpty, come.isEmpty {
            return found.append(Found(path: path, before: .list(old), after: .list(new), isOrderOnly: isSet(path)))
        }
        for (left, right) in zip(gone, come) {
            compare(left.element.0, right.element.0, at: path.item("\(right.offset)"))
        }
        for item in gone.dropFirst(come.count) {
            found.append(Found(path: path.item("\(item.offset)"), before: item.element.0, after: nil))
        }
        for item in come.dropFirst(gone.count) {
            found.append(Found(path: path.item("\(item.offset)"), before: nil, after: item.element.0))
        }
    }
}

extension Expression {
    fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}

extension [String: Int] {
    /// One of those that there are; nil when there are none left.
    fileprivate mutating func take(_ key: String) -> Int? {
        guard let count = self[key], count > 0 else { return nil }
        self[key] = count - 1
        return count
    }
}

/// What the items of two lists are called, so that each is compared with itself wherever it stands.
struct ItemKeys {
    let old: [String]
    let new: [String]

    /// Nil where no member names all of the items, each in its own way.
    init?(_ old: [Expression], _ new: [Expression]) {
        for member in ItemKeys.members {
            guard let before = ItemKeys.names(of: old, by: member), let after = ItemKeys.names(of: new, by: member)
            else {
                continue
            }
            (self.old, self.new) = (before, after)
            return
        }
        return nil
    }

    /// What providers name items by, the surest first.
    private static let members = [
        "name", "Name", "sid", "Sid", "key", "Key", "id", "Id", "origin_id", "OriginId", "rule_name", "RuleName",
        "device_name", "DeviceName", "path_pattern", "PathPattern", "domain_name", "DomainName", "priority", "Priority",
        "Effect", "region_name", "RegionName", "container_name", "ContainerName", "container_port", "ContainerPort",
        "cidr_block", "CidrBlock", "target_group_arn", "TargetGroupArn", "description", "Description",
    ]

    private static func names(of items: [Expression], by member: String) -> [String]? {
        var seen: Set<String> = []
        var names: [String] = []
        for item in items {
            guard case .object(let fields) = item, let value = fields.first(where: { $0.key == member })?.value,
                !value.isNull
            else { return nil }
            let name = value.readable()
            guard name.utf8.count <= 80, seen.insert(name).inserted else { return nil }
            names.append(name)
        }
        return names
    }

    /// A text for each item, the same for equal ones.
    static func canonical(_ items: [Expression]) -> [String] {
        items.map { $0.canonical }
    }
}

extension Expression {
    /// A text that equal values in plain form share, and others do not.
    var canonical: String {
        switch self {
        case .object(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }.map { "\($0.key.debugDescription):\($0.value.canonical)" }.joined(
                    separator: ",") + "}"
        case .list(let items): "[" + items.map(\.canonical).joined(separator: ",") + "]"
        case .json(let inner): "json(\(inner.canonical))"
        case .interpolation(let parts): "text(" + parts.map(\.canonical).joined(separator: ",") + ")"
        case .string, .integer, .number, .boolean: (scalarText ?? "").debugDescription
        default: "<\(readable())>"
        }
    }
}
