public import TerraneCore

extension WAF {
    /// What a rule looks for. Statements hold statements, four deep ("Rule statements list", AWS WAF Developer Guide).
    public indirect enum Statement: Hashable, Sendable {
        /// More requests with one key than this in the window: 60, 120, 300 or 600 seconds. Of those that the inner
        /// statement matches, if there is one.
        case rate(limit: Int, window: TimeSpan, by: RateKey = .address, of: Statement? = nil)
        /// SQL. The higher sensitivity finds more, also where there is none.
        case sqlInjection(in: Field, sensitivity: Sensitivity? = nil)
        case crossSiteScripting(in: Field)
        case addresses(in: Value<ARN>, forwarded: ForwardedAddress? = nil)
        /// Countries by their two letters (ISO 3166).
        case countries([String], forwarded: ForwardedAddress? = nil)
        /// A part of a request that is, or begins with, such a text in lower case.
        case text(String, Position = .exactly, in: Field)
        /// A part of a request in which this regular expression is found.
        case pattern(String, in: Field)
        /// A part of a request in which one of a set of regular expressions is found.
        case patterns(in: Value<ARN>, of: Field)
        /// A part of a request of such a length in bytes. Of a body AWS WAF reads 8 KB before a load balancer and 16 KB before a
        /// distribution; what is longer than that counts as longer than any length.
        case size(Comparison, Int, of: Field)
        /// A label that an earlier rule put on the request: `awswaf:managed:aws:bot-control:bot:verified`.
        case label(String)
        /// A group of rules that somebody else keeps, on those requests that the inner statement matches.
        case managedGroup(ManagedRuleGroup, overrides: [RuleOverride] = [], of: Statement? = nil)
        /// A group of rules of one's own.
        case ruleGroup(Value<ARN>, overrides: [RuleOverride] = [])
        case all([Statement])
        case any([Statement])
        case not(Statement)

        public enum Position: String, Hashable, Sendable, ExpressionConvertible {
            case exactly = "EXACTLY"
            case atStart = "STARTS_WITH"
            case atEnd = "ENDS_WITH"
            case anywhere = "CONTAINS"
        }

        public enum Sensitivity: String, Hashable, Sendable, ExpressionConvertible {
            case low = "LOW"
            case high = "HIGH"
        }

        public enum Comparison: String, Hashable, Sendable, ExpressionConvertible {
            case equal = "EQ"
            case notEqual = "NE"
            case less = "LT"
            case atMost = "LE"
            case greater = "GT"
            case atLeast = "GE"
        }
    }

    /// What one rule of a group does instead of what the group says.
    public struct RuleOverride: Hashable, Sendable {
        public let rule: String
        public let action: Action

        public init(_ rule: String, _ action: Action) {
            self.rule = rule
            self.action = action
        }

        /// The rule blocks nothing.
        public static func count(_ rule: String) -> RuleOverride { RuleOverride(rule, .count) }
    }
}
