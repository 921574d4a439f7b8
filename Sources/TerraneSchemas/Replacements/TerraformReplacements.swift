import Synchronization

/// Which edits replace a resource.
public enum Replacements {
    /// What Terraform's provider does when a property of a type is edited. The path is written as rows write it,
    /// `health_check/path`; a block stands for its being there, and for how many of it there are.
    public static func terraform(_ type: String, _ path: String) -> Replacement {
        guard let type = TerraformReplacements.of(type) else {
            return Replacement(.unknown, authority: "no plan of \(type) was asked for")
        }
        return Replacement(type.rule(of: path), authority: type.authority, fallback: type.fallbacks[path])
    }
}

/// What a provider said of a type when it was asked to plan edits of its attributes, one at a time.
struct TerraformReplacements: Sendable {
    let authority: String
    /// By the path of an attribute, or of a block with a slash behind it. What is not here never replaces the resource.
    private let rules: [String: Replacement.Rule]
    /// What attributes count as where nothing is written.
    let fallbacks: [String: String]

    static func of(_ type: String) -> TerraformReplacements? {
        if let known = read.withLock({ $0[type] }) { return known }
        guard let document = SchemaLines.replacements.document(of: type) else { return nil }
        let replacements = TerraformReplacements(type, SchemaJSON(document))
        read.withLock { $0[type] = replacements }
        return replacements
    }

    func rule(of path: String) -> Replacement.Rule {
        if let rule = rules[path] ?? rules[path + "/"] { return rule }
        // What stands inside a map or an object is a part of its attribute.
        var outer = path[...]
        while let slash = outer.lastIndex(of: "/") {
            outer = outer[..<slash]
            if let rule = rules[String(outer)] { return rule.ofParts }
        }
        return .never
    }

    private init(_ type: String, _ json: SchemaJSON) {
        authority = TerraformReplacements.authorities[String(type.prefix { $0 != "_" })] ?? ""
        var rules: [String: Replacement.Rule] = [:]
        for (words, paths) in json.object ?? [:] {
            let rule = Replacement.Rule(words)
            for path in paths.strings { rules[path] = rule }
        }
        self.rules = rules
        fallbacks = json["="]?.object?.compactMapValues(\.string) ?? [:]
    }

    private static let authorities =
        SchemaLines.replacements.document(of: "authorities")
        .map { SchemaJSON($0).object?.compactMapValues(\.string) ?? [:] } ?? [:]

    private static let read = Mutex<[String: TerraformReplacements]>([:])
}

extension Replacement.Rule {
    /// Reads how `Refresh/replacements.py` writes a rule: `*`, `?`, or kinds of edits, each of which replaces the resource,
    /// may (`set?`) or does not although other changes do (`grow-`).
    init(_ words: String) {
        switch words {
        case "*": self = .always
        case "?": self = .unknown
        default: self.init(verdicts: Replacement.Rule.verdicts(words))
        }
    }

    private init(verdicts: [Replacement.Edit: Replacement.Verdict]) {
        func edits(_ verdict: Replacement.Verdict) -> Set<Replacement.Edit> {
            Set(Replacement.Edit.allCases.filter { Replacement.Rule.verdict(on: $0, verdicts) == verdict })
        }
        self = .sometimes(will: edits(.will), may: edits(.may))
    }

    /// A kind of change that is not listed is like any other; a change of an unknown kind may be one that is.
    private static func verdict(
        on edit: Replacement.Edit, _ verdicts: [Replacement.Edit: Replacement.Verdict]
    ) -> Replacement.Verdict {
        if edit == .change {
            let all = Set(verdicts.filter { $0.key.isChange }.values)
            return all.count == 1 && verdicts[.change] != nil ? all.first ?? .no : all.isEmpty ? .no : .may
        }
        return verdicts[edit] ?? (edit.isChange ? verdicts[.change] ?? .no : .no)
    }

    private static func verdicts(_ words: String) -> [Replacement.Edit: Replacement.Verdict] {
        words.split(separator: " ").reduce(into: [:]) { verdicts, word in
            let verdict: Replacement.Verdict = word.hasSuffix("?") ? .may : word.hasSuffix("-") ? .no : .will
            let name = verdict == .will ? word : word.dropLast()
            if let edit = Replacement.Edit(rawValue: String(name)) { verdicts[edit] = verdict }
        }
    }

    /// The rule of what stands inside: whatever is done to a part, the whole is changed.
    fileprivate var ofParts: Replacement.Rule {
        guard case .sometimes(let will, let may) = self else { return self }
        let edits: Set<Replacement.Edit> = [.change, .grow, .shrink]
        return will.isSuperset(of: edits) ? .always : will.union(may).isDisjoint(with: edits) ? .never : .unknown
    }
}
