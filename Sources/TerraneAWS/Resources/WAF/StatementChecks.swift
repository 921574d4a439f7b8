import TerraneCore

extension WAF.Statement {
    /// Whether it is a group of rules, which decides by itself what becomes of a request.
    var isGroup: Bool {
        switch self {
        case .managedGroup, .ruleGroup: true
        default: false
        }
    }

    /// The statements directly inside this one.
    private var parts: [WAF.Statement] {
        switch self {
        case .all(let parts), .any(let parts): parts
        case .not(let part): [part]
        case .rate(_, _, _, let inner), .managedGroup(_, _, let inner): inner.map { [$0] } ?? []
        case .sqlInjection, .crossSiteScripting, .addresses, .countries, .text, .pattern, .patterns, .size, .label,
            .ruleGroup:
            []
        }
    }

    private var depth: Int { 1 + (parts.map(\.depth).max() ?? 0) }

    /// Everything that is wrong with it and its parts.
    func check(in rule: String) -> [Diagnostic] {
        (depth > 4 ? [.nestedStatements(rule)] : []) + problems(in: rule)
    }

    private func problems(in rule: String) -> [Diagnostic] {
        own(in: rule) + parts.filter(\.standsAlone).map { _ in .nestedAlone(rule) }
            + parts.flatMap { $0.problems(in: rule) }
    }

    private func own(in rule: String) -> [Diagnostic] {
        switch self {
        case .rate(let limit, let window, let key, let inner):
            ([60, 120, 300, 600].contains(window.inSeconds) ? [] : [.rateWindow(rule, window)])
                + ((10...2_000_000_000).contains(limit) ? [] : [.rateLimit(rule, limit)])
                + WAF.Statement.check(key, of: inner, in: rule)
        case .all(let parts) where parts.count < 2, .any(let parts) where parts.count < 2:
            [.combinationOfOne(rule)]
        case .countries(let codes, _):
            codes.filter { !WAF.Statement.isCountry($0) }.map { .countryCode(rule, $0) }
                + (codes.isEmpty ? [.noCountry(rule)] : [])
        case .text(let text, _, let field): WAF.Statement.check(text, in: field, of: rule)
        case .managedGroup(_, let overrides, _), .ruleGroup(_, let overrides):
            overrides.filter(\.action.isOfGroup).map { .overrideOfGroup(rule, $0.rule) }
        case .size(_, let size, .body) where size > 16384, .size(_, let size, .jsonBody) where size > 16384:
            [.sizeOfBody(rule, size)]
        case .pattern(let pattern, _) where !(1...512).contains(pattern.utf8.count): [.patternLength(rule)]
        default: []
        }
    }

    private static func check(_ key: WAF.RateKey, of inner: WAF.Statement?, in rule: String) -> [Diagnostic] {
        switch key {
        case .everything where inner == nil: [.rateOfEverything(rule)]
        case .parts(let parts) where !(1...5).contains(parts.count) || parts == [.address]: [.rateKeys(rule)]
        default: []
        }
    }

    /// Rate-based statements and rule groups are rules of their own, never a part of another.
    private var standsAlone: Bool {
        if case .rate = self { true } else { isGroup }
    }

    private static func isCountry(_ code: String) -> Bool {
        code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    private static func check(_ text: String, in field: WAF.Field, of rule: String) -> [Diagnostic] {
        if !(1...200).contains(text.utf8.count) { return [.searchText(rule, text)] }
        return field != .method && text != text.lowercased() ? [.searchCase(rule, text)] : []
    }
}

extension Diagnostic {
    static func rateWindow(_ rule: String, _ window: TimeSpan) -> Diagnostic {
        .error(
            "the rule '\(rule)' counts over \(window.inSeconds) seconds, which AWS WAF does not offer",
            help: "Choose 1, 2, 5 or 10 minutes.")
    }

    static func rateLimit(_ rule: String, _ limit: Int) -> Diagnostic {
        .error("the rule '\(rule)' has a limit of \(limit)", help: "AWS WAF takes limits from 10 to 2,000,000,000.")
    }

    static func rateOfEverything(_ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' counts all requests together, whatever they are",
            help: "AWS WAF takes that of a part of the requests alone: say which with `of:`.")
    }

    static func rateKeys(_ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' does not count by 1 to 5 parts of a request",
            help: "Name so many, or write `.address` for the address alone.")
    }

    static func overrideOfGroup(_ rule: String, _ inner: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' tells '\(inner)', a rule of its group, to act as a group",
            help: "Write `.count`, `.block`, `.allow`, `.captcha` or `.challenge`.")
    }

    static func sizeOfBody(_ rule: String, _ size: Int) -> Diagnostic {
        .error(
            "the rule '\(rule)' measures bodies of \(size) bytes, of which AWS WAF reads 16,384 at most",
            help: "Measure up to 8,192 before a load balancer; longer bodies are the application's business.")
    }

    static func patternLength(_ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' has a regular expression that is empty or over 512 characters",
            help: "Put several shorter ones into a `WAF.PatternSet`.")
    }

    static func nestedStatements(_ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' has statements more than four deep",
            help: "Terraform's provider takes four: divide it in two rules.")
    }

    static func nestedAlone(_ rule: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' has a rate limit or a rule group inside another statement",
            help: "AWS WAF takes those as rules of their own; a rate limit can hold a statement with `of:`.")
    }

    static func combinationOfOne(_ rule: String) -> Diagnostic {
        .error("the rule '\(rule)' combines fewer than two statements", help: "Write the one statement by itself.")
    }

    static func countryCode(_ rule: String, _ code: String) -> Diagnostic {
        .error("the rule '\(rule)' names the country '\(code)'", help: "Write its two capital letters, such as 'JP'.")
    }

    static func noCountry(_ rule: String) -> Diagnostic {
        .error("the rule '\(rule)' names no country", help: "Name one by its two capital letters, such as 'JP'.")
    }

    static func searchText(_ rule: String, _ text: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' looks for a text of \(text.utf8.count) bytes", help: "AWS WAF looks for 1 to 200 bytes."
        )
    }

    static func searchCase(_ rule: String, _ text: String) -> Diagnostic {
        .error(
            "the rule '\(rule)' looks for '\(text)', which it can never find",
            help: "Requests are compared in lower case: write '\(text.lowercased())'.")
    }
}
