import TerraneCore

/// What comes of changing a property in place: a fact of the service, with its source.
struct EffectRule: Sendable {
    /// Which way a value goes.
    enum Movement: Hashable, Sendable {
        case anyway
        case appears, disappears
        /// By number, size of a machine, or range of addresses.
        case increases, decreases
        /// There is another value that is neither more nor less.
        case turns
        /// It has this value afterwards, and had another one.
        case becomes(String)
        /// It has another value than this one afterwards, and had this one.
        case leaves(String)
        /// Something of a list or of blocks is gone.
        case shrinks
    }

    let types: [String]
    /// In Terraform's terms; what stands inside a block is meant too.
    let path: [String]
    let movements: [Movement]
    let kind: Consequence.Kind
    let certainty: Consequence.Certainty
    let summary: String
    let rule: String
    let authority: String

    init(
        _ types: [String], _ path: String, _ movements: [Movement], _ kind: Consequence.Kind,
        _ certainty: Consequence.Certainty, _ summary: String, rule: String, authority: String
    ) {
        self.types = types
        self.path = RowPath.parts(of: path)
        self.movements = movements
        self.kind = kind
        self.certainty = certainty
        self.summary = summary
        self.rule = rule
        self.authority = authority
    }

    /// Whether it is about what stands at a path, in it or around it.
    func concerns(_ names: [String]) -> Bool { names.starts(with: path) || path.starts(with: names) }

    /// How sure its consequence is of a change; nil where it says nothing about it.
    func certainty(of change: ChangedValue) -> Consequence.Certainty? {
        let names = change.termNames
        var (before, after) = (change.before, change.after)
        if names.count < path.count {
            guard path.starts(with: names) else { return nil }
            let rest = path.dropFirst(names.count)
            (before, after) = (before?.member(at: rest), after?.member(at: rest))
            if before == nil, after == nil { return nil }
        } else {
            guard names.starts(with: path) else { return nil }
            if names.count > path.count, !movements.contains(.anyway), !movements.contains(.shrinks) { return nil }
        }
        let isLate = (before?.isLate == true || after?.isLate == true) && !change.isSure
        guard isLate || movements.contains(where: { $0.holds(from: before, to: after, change) }) else { return nil }
        return isLate ? certainty.and(.may) : certainty
    }
}

extension EffectRule.Movement {
    fileprivate func holds(from before: Expression?, to after: Expression?, _ change: ChangedValue) -> Bool {
        switch self {
        case .anyway: !change.isOrderOnly
        case .appears: before == nil
        case .disappears: after == nil
        case .increases: EffectRule.Movement.grows(from: before, to: after) == true
        case .decreases: EffectRule.Movement.grows(from: before, to: after) == false
        case .turns: before != nil && after != nil && EffectRule.Movement.grows(from: before, to: after) == nil
        case .becomes(let text): after?.scalarText == text && before?.scalarText != text
        case .leaves(let text): before?.scalarText == text && after?.scalarText != text
        case .shrinks: EffectRule.Movement.shrinks(from: before, to: after, change)
        }
    }

    /// Whether a number, or the size of a machine, is greater afterwards; nil where that is not known.
    static func grows(from before: Expression?, to after: Expression?) -> Bool? {
        guard let before = before?.scalarText, let after = after?.scalarText, before != after else { return nil }
        if let old = Double(before), let new = Double(after) { return old < new }
        if let old = Bool(before), let new = Bool(after) { return !old && new }
        let (range, other) = (CIDR(before), CIDR(after))
        if range.range != nil, other.range != nil {
            return other.contains(range) ? true : range.contains(other) ? false : nil
        }
        guard let old = MachineSize(before), let new = MachineSize(after), old.rank != new.rank else { return nil }
        return old.rank < new.rank
    }

    private static func shrinks(from before: Expression?, to after: Expression?, _ change: ChangedValue) -> Bool {
        guard before != nil else { return false }
        guard let after else { return true }
        guard case .list(let old)? = before, case .list(let new) = after else { return false }
        return !Set(ItemKeys.canonical(old)).isSubset(of: ItemKeys.canonical(new))
    }
}

extension Expression {
    /// What stands at a path inside objects; of lists, the first that has it.
    fileprivate func member(at path: ArraySlice<String>) -> Expression? {
        guard let name = path.first else { return self }
        switch self {
        case .object(let fields): return fields.first { $0.key == name }?.value.member(at: path.dropFirst())
        case .list(let items): return items.lazy.compactMap { $0.member(at: path) }.first
        default: return nil
        }
    }
}

/// How large a machine is among those of its family: `db.r6g.large`, `cache.t4g.micro`, `M30`.
struct MachineSize {
    let rank: Int

    init?(_ name: String) {
        if name.utf8.first == UInt8(ascii: "M"), let tier = Int(name.dropFirst()) {
            rank = tier
            return
        }
        let parts = name.split(separator: ".")
        guard parts.count >= 2, let size = parts.last else { return nil }
        if let position = MachineSize.words.firstIndex(of: String(size)) {
            rank = position
        } else if size.hasSuffix("xlarge"), let times = Int(size.dropLast("xlarge".count)) {
            rank = MachineSize.words.count + times
        } else {
            return nil
        }
    }

    /// "Amazon EC2 instance types" (Amazon EC2 User Guide), the smallest first.
    private static let words = ["nano", "micro", "small", "medium", "large", "xlarge"]
}
