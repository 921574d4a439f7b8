/// Whether a provider replaces a resource when one of its properties changes, and who says so.
public struct Replacement: Hashable, Sendable {
    public let rule: Rule
    /// `plan of hashicorp/aws 5.100.0`, `registry schema of AWS::RDS::DBInstance, createOnlyProperties`.
    public let authority: String
    /// What the property counts as where nothing is written: its default, as text.
    public let fallback: String?

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
        guard let edit = edit(from: before ?? fallback, to: after ?? fallback) else { return .no }
        return verdict(on: edit)
    }

    private func edit(from before: String?, to after: String?) -> Edit? {
        guard before != after else { return nil }
        guard let before else { return .set }
        guard let after else { return .unset }
        if let before = Double(before), let after = Double(after) { return before < after ? .increase : .decrease }
        return switch (before, after) {
        case ("false", "true"): .enable
        case ("true", "false"): .disable
        default: .change
        }
    }

    init(_ rule: Rule, authority: String, fallback: String? = nil) {
        self.rule = rule
        self.authority = authority
        self.fallback = fallback
    }
}
