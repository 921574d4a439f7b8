public import TerraneCore
import TerraneTemplates

/// A host name with a primary and a secondary record, and the zone that they are in.
public struct FailoverName: Sendable {
    public let host: String
    /// The zone's own name: `example.com`.
    public let zone: String

    public init(_ host: String, in zone: String) {
        self.host = host
        self.zone = zone
    }

    var facts: [ScriptFact] { [ScriptFact("host", host), ScriptFact("zone_name", zone)] }

    func check() -> [Diagnostic] {
        host == zone || host.hasSuffix(".\(zone)") ? [] : [.elsewhere(host, zone)]
    }
}

/// Has a name answered with its secondary even while the primary seems well, and with the primary again.
///
/// The records stay as the stack has them; the health check on which they hang is overruled.
public struct DNSFailoverScript: OperationsScript {
    public var scriptName = "dns-failover"
    public let record: FailoverName
    public let source: SourceLocation

    public init(_ record: FailoverName, file: String = #fileID, line: Int = #line) {
        self.record = record
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.dnsFailover.text }
    public var facts: [ScriptFact] { record.facts }
    public func check() -> [Diagnostic] { record.check() }
}

extension Diagnostic {
    fileprivate static func elsewhere(_ host: String, _ zone: String) -> Diagnostic {
        .error("the host '\(host)' is not in the zone '\(zone)'", help: "Its name ends with the zone's.")
    }
}
