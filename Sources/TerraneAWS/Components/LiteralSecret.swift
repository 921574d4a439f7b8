import TerraneCore

/// Recognises secrets that are written out where anybody may read them.
enum LiteralSecret {
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
        for (prefix, length, kind) in tokens where value.hasPrefix(prefix) && value.utf8.count >= length { return kind }
        return hasPassword(value) ? "an address with a password" : nil
    }

    private static let tokens: [(String, Int, String)] = [
        ("AKIA", 20, "an AWS access key"), ("ASIA", 20, "an AWS access key"), ("ghp_", 20, "a GitHub token"),
        ("github_pat_", 30, "a GitHub token"), ("xoxb-", 20, "a Slack token"), ("xoxp-", 20, "a Slack token"),
        ("sk_live_", 20, "a Stripe key"),
    ]

    /// `scheme://user:password@host`.
    private static func hasPassword(_ value: String) -> Bool {
        guard let scheme = value.firstRange(of: "://") else { return false }
        let authority = value[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return false
        }
        return authority.index(after: colon) < at
    }

    // MARK: By name

    /// The last words of a name say what it holds: `DB_PASSWORD` is a password, `PASSWORD_MIN_LENGTH` is a length.
    private static func holdsSecret(_ name: String) -> Bool {
        let words = name.uppercased().split { $0 == "_" || $0 == "-" || $0 == "." }.map(String.init)
        guard let last = words.last else { return false }
        let pair = words.suffix(2).joined(separator: "_")
        return ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "PASSPHRASE", "CREDENTIALS"].contains(last)
            || ["API_KEY", "PRIVATE_KEY", "SECRET_KEY", "ACCESS_KEY", "LICENSE_KEY", "SIGNING_KEY", "ENCRYPTION_KEY"]
                .contains(pair)
    }

    private static func isHarmless(_ value: String) -> Bool {
        ["true", "false", "none", "disabled", "enabled", "0", "1"].contains(value.lowercased())
    }
}

extension Variable {
    func check() -> [Diagnostic] {
        guard let text = value.text, let reason = LiteralSecret.reason(name: name, value: text) else { return [] }
        return [.literalSecret(name, reason).located(at: source)]
    }
}

extension Diagnostic {
    static func literalSecret(_ name: String, _ reason: String) -> Diagnostic {
        .error(
            "the variable '\(name)' seems to hold a secret: \(reason)",
            help: "Keep it in Secrets Manager and write `Secret(\"\(name)\", from: …)`; anybody who can read the task "
                + "definition can read a variable.")
    }
}
