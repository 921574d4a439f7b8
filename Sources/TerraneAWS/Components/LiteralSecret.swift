import TerraneCore

/// Recognises secrets that are written out where anybody may read them.
enum LiteralSecret {
    /// Stands for the parts of a value that are known only once deployed.
    static let unknown: Character = "\u{FFFC}"

    /// Why a variable of a container looks like a secret, if it does.
    static func reason(name: String, value: String) -> String? {
        guard !value.isEmpty else { return nil }
        if let kind = kind(ofValue: value) { return "its value looks like \(kind)" }
        guard holdsSecret(name), !isHarmless(value) else { return nil }
        return "its name says that it holds one"
    }

    // MARK: By value

    private static func kind(ofValue value: String) -> String? {
        if value.contains("-----BEGIN"), value.contains("PRIVATE KEY") { return "a private key" }
        let words = value.unicodeScalars.split { !isTokenScalar($0) }.map { String($0) }
        for (prefix, length, kind) in tokens
        where words.contains(where: { $0.hasPrefix(prefix) && $0.utf8.count >= length }) {
            return kind
        }
        return hasPassword(value) ? "an address with a password" : nil
    }

    /// How the tokens of some services begin, and how long they are at least.
    private static let tokens: [(String, Int, String)] = [
        ("AKIA", 20, "an AWS access key"), ("ASIA", 20, "an AWS access key"),
        ("ghp_", 20, "a GitHub token"), ("gho_", 20, "a GitHub token"), ("ghs_", 20, "a GitHub token"),
        ("ghu_", 20, "a GitHub token"), ("github_pat_", 30, "a GitHub token"), ("glpat-", 20, "a GitLab token"),
        ("xoxa-", 20, "a Slack token"), ("xoxb-", 20, "a Slack token"), ("xoxp-", 20, "a Slack token"),
        ("xapp-", 20, "a Slack token"), ("sk_live_", 20, "a Stripe key"), ("rk_live_", 20, "a Stripe key"),
        ("npm_", 36, "an npm token"), ("AIza", 39, "a Google API key"),
    ]

    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }

    /// `scheme://user:password@host`, anywhere in the value, where part of the password is written out.
    private static func hasPassword(_ value: String) -> Bool {
        value.ranges(of: "://").contains { scheme in
            let authority = value[scheme.upperBound...].prefix { !"/?#, ".contains($0) }
            guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
                return false
            }
            let password = authority[authority.index(after: colon)..<at]
            return !password.isEmpty && password.first != "$" && !password.allSatisfy { $0 == unknown || $0 == "*" }
        }
    }

    // MARK: By name

    /// The last words of a name say what it holds: `DB_PASSWORD` is a password, `PASSWORD_MIN_LENGTH` is a length.
    private static func holdsSecret(_ name: String) -> Bool {
        var words = words(of: name)
        if let last = words.last, isVersion(last) { words.removeLast() }
        guard var last = words.last, !words.contains("PUBLIC") else { return false }
        let pair = words.suffix(2).joined(separator: "_")
        if last.hasSuffix("S"), !last.hasSuffix("SS") { last.removeLast() }
        return secretWords.contains(where: last.hasSuffix) || ["CREDENTIAL", "PASS"].contains(last)
            || secretPairs.contains(pair)
    }

    /// `2` or `V2`.
    private static func isVersion(_ word: String) -> Bool {
        let digits = word.hasPrefix("V") ? word.dropFirst() : word[...]
        return !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }

    private static let secretWords = ["PASSWORD", "PASSWD", "PWD", "SECRET", "TOKEN", "APIKEY", "PASSPHRASE"]
    private static let secretPairs: Set<String> = [
        "API_KEY", "PRIVATE_KEY", "SECRET_KEY", "ACCESS_KEY", "LICENSE_KEY", "SIGNING_KEY", "ENCRYPTION_KEY",
        "AUTH_KEY", "KEY_BASE",
    ]

    /// `dbPassword` and `DB_PASSWORD` are the same words.
    private static func words(of name: String) -> [String] {
        var words = [""]
        var wasLower = false
        for character in name {
            if "_-.".contains(character) || (wasLower && character.isUppercase) { words.append("") }
            if !"_-.".contains(character) { words[words.count - 1] += character.uppercased() }
            wasLower = character.isLowercase
        }
        return words.filter { !$0.isEmpty }
    }

    /// What a secret is hardly ever: a switch, the place of a secret, something not yet known.
    private static func isHarmless(_ value: String) -> Bool {
        let switches = [
            "true", "false", "none", "disabled", "enabled", "required", "optional", "include", "omit", "0", "1",
        ]
        return switches.contains(value.lowercased()) || value.hasPrefix("arn:") || value.contains(unknown)
            || isPath(value)
    }

    private static func isPath(_ value: String) -> Bool {
        (value.hasPrefix("/") || value.hasPrefix("./"))
            && value.unicodeScalars.allSatisfy { isTokenScalar($0) || $0 == "/" || $0 == "." }
    }
}

extension Variable {
    func check() -> [Diagnostic] {
        let isSensitive = value.expression.hasPart {
            if case .parameter(let parameter) = $0 { parameter.isSensitive } else { false }
        }
        if isSensitive { return [.sensitiveVariable(name).located(at: source)] }
        guard let reason = LiteralSecret.reason(name: name, value: value.expression.knownText) else { return [] }
        return [.literalSecret(name, reason).located(at: source)]
    }
}

extension Expression {
    /// The text as far as it is written in the stack, a parameter's default included.
    fileprivate var knownText: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .interpolation(let parts): parts.map(\.knownText).joined()
        case .parameter(let parameter): parameter.fallback?.knownText ?? String(LiteralSecret.unknown)
        default: String(LiteralSecret.unknown)
        }
    }
}

extension Diagnostic {
    static func literalSecret(_ name: String, _ reason: String) -> Diagnostic {
        .error(
            "the variable '\(name)' seems to hold a secret: \(reason)",
            help: "Keep it in Secrets Manager and write `Secret(\"\(name)\", from: …)`; anybody who can read the task "
                + "definition can read a variable.")
    }

    static func sensitiveVariable(_ name: String) -> Diagnostic {
        .error(
            "the variable '\(name)' holds a sensitive parameter",
            help:
                "It would reach the container through the task definition or a plain SSM parameter. Keep it in Secrets "
                + "Manager and write `Secret(\"\(name)\", from: …)`.")
    }
}
