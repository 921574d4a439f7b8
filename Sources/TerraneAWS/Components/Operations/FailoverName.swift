import TerraneCore

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

extension Diagnostic {
    fileprivate static func elsewhere(_ host: String, _ zone: String) -> Diagnostic {
        .error("the host '\(host)' is not in the zone '\(zone)'", help: "Its name ends with the zone's.")
    }
}
