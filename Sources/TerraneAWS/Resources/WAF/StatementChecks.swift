import TerraneCore

extension WAF.Statement {
    /// Whether it is a group of rules, which decides by itself what becomes of a request.
    var isGroup: Bool {
        if case .managedGroup = self { true } else { false }
    }

    /// The statements directly inside this one.
    private var parts: [WAF.Statement] {
        switch self {
        case .all(let parts), .any(let parts): parts
        case .not(let part): [part]
        case .rate(_, _, let inner): inner.map { [$0] } ?? []
        case .sqlInjection, .crossSiteScripting, .addresses, .countries, .text, .managedGroup: []
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
        case .rate(let limit, let window, _):
            ([60, 120, 300, 600].contains(window.inSeconds) ? [] : [.rateWindow(rule, window)])
                + ((10...2_000_000_000).contains(limit) ? [] : [.rateLimit(rule, limit)])
        case .all(let parts) where parts.count < 2, .any(let parts) where parts.count < 2:
            [.combinationOfOne(rule)]
        case .countries(let codes):
            codes.filter { !WAF.Statement.isCountry($0) }.map { .countryCode(rule, $0) }
                + (codes.isEmpty ? [.noCountry(rule)] : [])
        case .text(let text, _, let field): WAF.Statement.check(text, in: field, of: rule)
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
