/// Whether a provider replaces a resource when one of its properties changes, and who says so.
public struct Replacement: Hashable, Sendable {
    public let rule: Rule
    /// `plan of hashicorp/aws 5.100.0`, `registry schema of AWS::RDS::DBInstance, createOnlyProperties`.
    public let authority: String
    /// What the property counts as where nothing is written: its default, as text.
    public let fallback: String?
    /// Of a property that has but some values: for each of them those to which it cannot be changed in place.
    let pairs: [String: [String]]

    public enum Rule: Hashable, Sendable {
        case always
        /// Depending on what kind of edit it is; those in neither set change the resource in place.
        case sometimes(will: Set<Edit>, may: Set<Edit>)
        case never
        /// Nobody said, or it depends on more than the property.
        case unknown
    }

    /// What an author does to a property. `change` is the kind of an edit of which nothing more is known.
    public enum Edit: String, CaseIterable, Hashable, Sendable {
        /// It was absent and is there, or the other way round.
        case set, unset
        /// There is another value.
        case change
        /// A number.
        case increase, decrease
        /// A boolean.
        case enable, disable
        /// A list, a set, a map or blocks: something was added and nothing removed, or the other way round.
        case grow, shrink

        /// Whether it is one of the ways to give something another value.
        public var isChange: Bool { self != .set && self != .unset }
    }

    /// How sure it is that the resource is replaced.
    public enum Verdict: String, Sendable {
        case will, may, no
    }

    /// What comes of an edit of the property.
    public func verdict(on edit: Edit) -> Verdict {
        switch rule {
        case .always: .will
        case .never: .no
        case .unknown: .may
        case .sometimes(let will, let may): will.contains(edit) ? .will : may.contains(edit) ? .may : .no
        }
    }

    /// What comes of giving a scalar another value; nil where none is written.
    public func verdict(from before: String?, to after: String?) -> Verdict {
        let (before, after) = (before ?? fallback, after ?? fallback)
        guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { return .no }
        if let before, let after, let replacing = pairs[before], pairs[after] != nil {
            return replacing.contains(after) ? .will : .no
        }
        return verdict(on: Edit(from: before, to: after))
    }

    init(
        _ rule: Rule, authority: String, fallback: String? = nil, pairs: [String: [String]] = [:]
    ) {
        self.rule = rule
        self.authority = authority
        self.fallback = fallback
        self.pairs = pairs
    }
}

extension Replacement.Edit {
    /// The kind of edit by which a scalar gets another value. Versions rise and fall as numbers do.
    public init(from before: String?, to after: String?) {
        guard let before else {
            self = .set
            return
        }
        guard let after else {
            self = .unset
            return
        }
        self =
            switch (before, after) {
            case ("false", "true"): .enable
            case ("true", "false"): .disable
            default: Self(fromNumbers: before, to: after)
            }
    }

    private init(fromNumbers before: String, to after: String) {
        let (old, new) = (before.split(separator: ".").map { Int($0) }, after.split(separator: ".").map { Int($0) })
        guard let first = zip(old, new).first(where: { $0 != $1 }) else {
            self =
                old.count == new.count || old.isEmpty || new.isEmpty
                ? .change : old.count < new.count ? .increase : .decrease
            return
        }
        guard let less = first.0, let more = first.1 else {
            self = .change
            return
        }
        self = less < more ? .increase : .decrease
    }
}
