public import TerraneCore

/// AWS WAF.
public enum WAF {
    /// Where a web ACL or IP set is used.
    public enum Scope: String, Hashable, Sendable, ExpressionConvertible {
        case regional = "REGIONAL"
        /// Made in us-east-1.
        case cloudFront = "CLOUDFRONT"
    }

    /// What is wrong with the name of something of AWS WAF: letters, digits, hyphens and underscores, at most 128.
    static func check(_ kind: String, named text: String) -> [Diagnostic] {
        let isPlain = text.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || HostName.isLetterOrDigit($0)
        }
        return isPlain && (1...128).contains(text.utf8.count) ? [] : [.firewallName(kind, text)]
    }
}

extension Diagnostic {
    static func firewallName(_ kind: String, _ text: String) -> Diagnostic {
        .error(
            "the \(kind) name '\(text)' is not one that AWS WAF takes",
            help: "Use up to 128 letters, digits, hyphens and underscores.")
    }
}
