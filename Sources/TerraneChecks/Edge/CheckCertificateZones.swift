import TerraneAWS
import TerraneCore

/// Every name of a certificate is proved in the zone that it belongs to; a certificate with another one is never issued ("DNS
/// validation", AWS Certificate Manager User Guide).
func checkCertificateZones(_ inventory: Inventory) -> [Diagnostic] {
    inventory.all(ACM.Certificate.self).flatMap { certificate -> [Diagnostic] in
        let records = inventory.referrers(of: certificate).filter { $0.node.options.forEach != nil }
        let domains = records.map { inventory.target(of: $0, "zone_id")?["name"].text }
        guard !domains.isEmpty, !domains.contains(nil), let hosts = certificate["domain_name"].text.map({ [$0] })
        else { return [] }
        let all = hosts + (certificate["subject_alternative_names"].texts ?? [])
        return all.filter { host in !domains.contains { $0.map(host.withoutWildcard.isHost) ?? true } }
            .map { .certificateOutsideZone(certificate, $0, domains.compactMap(\.self)) }
    }
}

extension String {
    /// `example.com` of `*.example.com`.
    fileprivate var withoutWildcard: String { hasPrefix("*.") ? String(dropFirst(2)) : self }
}

extension Diagnostic {
    fileprivate static func certificateOutsideZone(
        _ certificate: Inventory.Item, _ host: String, _ domains: [String]
    ) -> Diagnostic {
        .error(
            "certificate '\(certificate.name)' is for '\(host)', and is proved in the zone "
                + "'\(domains.joined(separator: "', '"))'",
            help: "Whoever asks looks for the proof in the zone of the name, so the certificate would never be issued: "
                + "make a certificate for each zone.", at: certificate.source)
    }
}
