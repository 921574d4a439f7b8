import TerraneAWS
import TerraneCore

/// What a certificate says: where it is, and which hosts it is for.
struct CertificateReading: Sendable {
    let region: String?
    /// Nil where they are not known.
    let hosts: [String]?
    /// The certificate, if the stack makes it.
    let item: Inventory.Item?

    /// Whether a client that asks for a host is shown a certificate for it: by its name, or by `*` for the first label of it
    /// ("ACM certificate characteristics", AWS Certificate Manager User Guide).
    func covers(_ host: String) -> Bool {
        guard let hosts else { return true }
        let wanted = host.hostName
        return hosts.map(\.hostName).contains { name in
            name == wanted
                || name.hasPrefix("*.") && wanted.firstIndex(of: ".").map { wanted[$0...] == name.dropFirst() } ?? false
        }
    }
}

extension Inventory {
    /// The certificate that a value is the ARN of; nil where nothing is known of it.
    func certificate(_ value: Expression, of item: Item) -> CertificateReading? {
        if var target = target(of: value) {
            if target.type == "aws_acm_certificate_validation" {
                guard let certificate = self.target(of: target, "certificate_arn") else { return nil }
                target = certificate
            }
            guard target.type == "aws_acm_certificate" else { return nil }
            return CertificateReading(region: target.region.rawValue, hosts: hosts(of: target), item: target)
        }
        guard let arn = item.fact(value).text else { return nil }
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[2] == "acm" else { return nil }
        return CertificateReading(region: String(parts[3]), hosts: nil, item: nil)
    }

    /// Nil where one of them is known only once deployed.
    private func hosts(of certificate: Item) -> [String]? {
        guard let domain = certificate["domain_name"].text else { return nil }
        let others = certificate["subject_alternative_names"]
        if others.isLate { return nil }
        return [domain] + (others.texts ?? [])
    }

    /// The certificates of a listener, its own and the further ones; nil where one is not known.
    func certificates(of listener: Item) -> [CertificateReading]? {
        let own = listener.values("certificate_arn").map { certificate($0, of: listener) }
        let further = all(ELB.ListenerCertificate.self, whose: "listener_arn", is: listener).flatMap { item in
            item.values("certificate_arn").map { certificate($0, of: item) }
        }
        let known = (own + further).compactMap(\.self)
        return known.count == own.count + further.count && known.allSatisfy { $0.hosts != nil } ? known : nil
    }
}

extension String {
    /// As host names are compared: in small letters, without the dot at the end.
    var hostName: String {
        let small = lowercased()
        return small.hasSuffix(".") ? String(small.dropLast()) : small
    }

    /// Whether it is a host of a domain, or the domain itself.
    func isHost(in domain: String) -> Bool {
        hostName == domain.hostName || hostName.hasSuffix("." + domain.hostName)
    }
}
