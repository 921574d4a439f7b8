public import TerraneCore

extension Route53 {
    /// A name and what it stands for ("Supported DNS record types", Amazon Route 53 Developer Guide).
    public struct Record: Resource {
        public enum Kind: String, Hashable, Sendable, ExpressionConvertible {
            case a = "A"
            case aaaa = "AAAA"
            case cname = "CNAME"
            case txt = "TXT"
            case mx = "MX"
            case caa = "CAA"
            case ns = "NS"
            case srv = "SRV"
        }

        /// What a record answers with.
        public enum Answer: Hashable, Sendable {
            /// What an AWS resource's own name stands for at that moment.
            case alias(AliasTarget)
            /// These, which resolvers may keep for as long as `ttl` says. The text of a TXT record has no quotes.
            case values([Value<String>], ttl: TimeSpan)
        }

        public static let type = ResourceType(
            terraform: "aws_route53_record", cloudFormation: "AWS::Route53::RecordSet", area: .edge)

        public var declaration: Declaration
        public var zone: Value<HostedZoneID>
        public var recordName: String
        public var kind: Kind
        public var answer: Answer
        public var routing: Routing
        public var healthCheck: Value<String>?

        public init(
            _ name: Name, _ recordName: String, _ kind: Kind = .a, in zone: Value<HostedZoneID>, to alias: AliasTarget,
            routing: Routing = .simple, healthCheck: Value<String>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.init(
                name, recordName, kind, in: zone, answer: .alias(alias), routing: routing, healthCheck: healthCheck,
                file: file, line: line)
        }

        public init(
            _ name: Name, _ recordName: String, _ kind: Kind, in zone: Value<HostedZoneID>, answer: Answer,
            routing: Routing = .simple, healthCheck: Value<String>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.zone = zone
            self.recordName = recordName
            self.kind = kind
            self.answer = answer
            self.routing = routing
            self.healthCheck = healthCheck
        }

        public var properties: Properties {
            row("zone_id", "HostedZoneId", zone)
            row("name", "Name", recordName)
            row("type", "Type", kind)
            row("set_identifier", "SetIdentifier", routing.identifier)
            row("health_check_id", "HealthCheckId", healthCheck)
            switch answer {
            case .alias(let alias):
                nested("alias", "AliasTarget") {
                    row("name", "DNSName", alias.host)
                    row("zone_id", "HostedZoneId", alias.zone)
                    row("evaluate_target_health", "EvaluateTargetHealth", alias.evaluatesHealth)
                }
            case .values(let values, let ttl):
                row("ttl", terraform: ttl.inSeconds, "TTL", cloudFormation: String(ttl.inSeconds))
                if kind == .txt {
                    let texts = values.map(RecordText.init)
                    row(
                        "records", terraform: texts.map(\.terraform), "ResourceRecords",
                        cloudFormation: texts.map(\.cloudFormation))
                } else {
                    row("records", "ResourceRecords", values)
                }
            }
            switch routing {
            case .simple: Properties()
            case .failover(let duty): row("failover_routing_policy/type", "Failover", duty)
            case .weighted(let weight, _): row("weighted_routing_policy/weight", "Weight", weight)
            case .latency(let region): row("latency_routing_policy/region", "Region", region)
            }
        }

        public func check() -> [Diagnostic] {
            var problems = HostName.check(recordName)
            switch answer {
            case .alias where ![.a, .aaaa].contains(kind): problems.append(.aliasKind(name, kind))
            case .values(let values, _) where values.isEmpty: problems.append(.recordWithoutValue(name))
            case .values(let values, _) where kind == .cname && values.count > 1:
                problems.append(.recordWithSeveralNames(name, values.count))
            case .values(let values, _) where kind == .txt:
                problems += values.compactMap(\.text).filter { $0.contains("\"") }.map { .quotedText(name, $0) }
            default: break
            }
            if case .weighted(let weight, _) = routing, !(0...255).contains(weight) {
                problems.append(.outOfRange("the weight", of: name, weight, 0...255))
            }
            return problems
        }
    }
}

/// The text of a TXT record: strings of up to 255 bytes in quotes ("TXT record type", Amazon Route 53 Developer Guide).
///
/// Terraform puts the outer quotes itself; CloudFormation passes on what it is given.
struct RecordText {
    let strings: [Value<String>]

    init(_ value: Value<String>) {
        strings = value.text.map(RecordText.divided) ?? [value]
    }

    var terraform: Value<String> { joined("\"\"") }
    var cloudFormation: Value<String> { "\"\(joined("\" \""))\"" }

    private func joined(_ separator: String) -> Value<String> {
        strings.dropFirst().reduce(strings.first ?? "") { "\($0)\(separator)\($1)" }
    }

    private static func divided(_ text: String) -> [Value<String>] {
        var strings = [""]
        for character in text {
            let piece = String(character)
            if strings[strings.count - 1].utf8.count + piece.utf8.count > 255 { strings.append("") }
            strings[strings.count - 1] += piece
        }
        return strings.map { Value($0) }
    }
}

extension Diagnostic {
    static func aliasKind(_ name: Name, _ kind: Route53.Record.Kind) -> Diagnostic {
        .error(
            "the alias record '\(name)' is of type \(kind.rawValue)",
            help: "What an AWS resource's name stands for are addresses: use A or AAAA.")
    }

    static func recordWithoutValue(_ name: Name) -> Diagnostic {
        .error("the record '\(name)' has no value", help: "Give it one, or leave the record out.")
    }

    static func recordWithSeveralNames(_ name: Name, _ count: Int) -> Diagnostic {
        .error(
            "the CNAME record '\(name)' has \(count) values", help: "A name can be another name for one name alone.")
    }

    static func quotedText(_ name: Name, _ text: String) -> Diagnostic {
        .error(
            "the text '\(text)' of the record '\(name)' has quotes in it",
            help: "Write the text itself; the quotes around it are put there for each target.")
    }
}
