import TerraneCore
import TerraneSchemas

/// Whether a change of one property replaces its resource, for each back end, and who says so.
struct ReplacementVerdict {
    var terraform: Consequence.Certainty?
    var cloudFormation: Consequence.Certainty?
    var authorities: [String] = []

    init() {}

    init(of value: ChangedValue, from old: ResourceNode, to new: ResourceNode) {
        // What is said of a resource besides its properties changes in place.
        if value.isBeside { return }
        if let path = value.terraform, let type = old.type.terraform.typeName {
            terraform = new.ignores(path.schema) ? .no : terraformVerdict(of: value, path, type)
        }
        if let path = value.cloudFormation, let type = old.type.cloudFormation.typeOfProperties {
            let replacement = Replacements.cloudFormation(type, path.schema, in: new.region.rawValue)
            cloudFormation = take(replacement, replacement.edited(by: value))
        }
    }

    private mutating func terraformVerdict(
        of value: ChangedValue, _ path: PropertyPath, _ type: String
    ) -> Consequence.Certainty {
        let replacement = Replacements.terraform(type, path.schema)
        let own = take(replacement, replacement.edited(by: value))
        return min(own, blockVerdict(of: value, path, type))
    }

    /// A block that comes or goes brings its arguments with it, of which one may force a replacement.
    private func blockVerdict(of value: ChangedValue, _ path: PropertyPath, _ type: String) -> Consequence.Certainty {
        guard (value.before == nil) != (value.after == nil), case .object(let fields)? = value.before ?? value.after,
            !path.isInsideText
        else { return .no }
        let edit = value.before == nil ? Replacement.Edit.set : .unset
        let forces = fields.contains { field in
            Replacements.terraform(type, (path / field.key).schema).verdict(on: edit) == .will
        }
        return forces ? .may : .no
    }

    private mutating func take(_ replacement: Replacement, _ verdict: Consequence.Certainty) -> Consequence.Certainty {
        if verdict != .no, !authorities.contains(replacement.authority) { authorities.append(replacement.authority) }
        return verdict
    }

    /// Whether a back end may replace it.
    var replaces: Bool { [terraform, cloudFormation].contains { $0 == .will || $0 == .may } }

    var authority: String { authorities.joined(separator: "; ") }
}

extension Replacement {
    /// What comes of a change; of values that are known only once deployed, no more than that something may.
    fileprivate func edited(by value: ChangedValue) -> Consequence.Certainty {
        if value.isOrderOnly { return .no }
        let verdict =
            edit(of: value).map { self.verdict(on: $0) }
            ?? self.verdict(from: value.before?.scalarText, to: value.after?.scalarText)
        let certainty = Consequence.Certainty(verdict)
        return certainty == .will && !value.isSure ? .may : certainty
    }

    /// The kind of edit; nil for scalars, which tell it by themselves.
    private func edit(of value: ChangedValue) -> Edit? {
        if value.isLate { return value.before == nil ? .set : value.after == nil ? .unset : .change }
        let isItem = if case .item? = value.path.steps.last { true } else { false }
        switch (value.before, value.after) {
        case (nil, _) where isItem: return .grow
        case (_, nil) where isItem: return .shrink
        case (.list(let old)?, .list(let new)?): return listEdit(old, new)
        case (nil, let after?) where after.scalarText == nil: return .set
        case (let before?, nil) where before.scalarText == nil: return .unset
        case (let before?, let after?) where before.scalarText == nil || after.scalarText == nil: return .change
        default: return nil
        }
    }

    private func listEdit(_ old: [Expression], _ new: [Expression]) -> Edit {
        let (before, after) = (Set(ItemKeys.canonical(old)), Set(ItemKeys.canonical(new)))
        if before.isStrictSubset(of: after) { return .grow }
        return after.isStrictSubset(of: before) ? .shrink : .change
    }
}

extension Consequence.Certainty {
    init(_ verdict: Replacement.Verdict) {
        switch verdict {
        case .will: self = .will
        case .may: self = .may
        case .no: self = .no
        }
    }

    /// What holds when both must come about.
    func and(_ other: Consequence.Certainty) -> Consequence.Certainty { max(self, other) }
}

extension ResourceType.Form {
    /// The type in whose schema the properties are: its own, or that of which it is a part.
    fileprivate var typeOfProperties: String? {
        switch self {
        case .type(let name), .part(let name): name
        case .absent, .module, .ephemeral: nil
        }
    }
}
