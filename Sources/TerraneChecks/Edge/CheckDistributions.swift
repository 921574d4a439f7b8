import TerraneAWS
import TerraneCore

/// Distributions have a certificate that CloudFront takes, for all of their names, and answers from origins that there are
/// ("Requirements for using SSL/TLS certificates with CloudFront", "Requirements for using alternate domain names", Amazon
/// CloudFront Developer Guide).
func checkDistributions(_ inventory: Inventory) -> [Diagnostic] {
    let distributions = inventory.all(CloudFront.Distribution.self)
    return distributions.flatMap { distribution in
        checkCertificate(of: distribution, in: inventory) + checkCountries(distribution)
            + checkOrigins(of: distribution) + checkTimes(of: distribution)
    } + checkAliases(distributions)
}

private func checkCertificate(of distribution: Inventory.Item, in inventory: Inventory) -> [Diagnostic] {
    let aliases = distribution["aliases"].texts ?? []
    if distribution["viewer_certificate/cloudfront_default_certificate"].flag == true, let alias = aliases.first {
        return [.aliasWithoutCertificate(distribution, alias)]
    }
    guard let value = distribution.values("viewer_certificate/acm_certificate_arn").first,
        let certificate = inventory.certificate(value, of: distribution)
    else { return [] }
    var problems = aliases.filter { !certificate.covers($0) }
        .map { Diagnostic.aliasNotCovered(distribution, $0, certificate) }
    if let region = certificate.region, region.hasPrefix("cn-") == false, region != Region.virginia.rawValue {
        problems.append(.certificateRegion(distribution, region, certificate))
    }
    return problems
}

/// A name belongs to one distribution.
private func checkAliases(_ distributions: [Inventory.Item]) -> [Diagnostic] {
    var owners: [String: Inventory.Item] = [:]
    var problems: [Diagnostic] = []
    for distribution in distributions {
        for alias in distribution["aliases"].texts ?? [] {
            if let owner = owners.updateValue(distribution, forKey: alias.hostName) {
                problems.append(.aliasTwice(distribution, alias, owner))
            }
        }
    }
    return problems
}

/// "Restrict the geographic distribution of your content", Amazon CloudFront Developer Guide.
private func checkCountries(_ distribution: Inventory.Item) -> [Diagnostic] {
    guard let kind = distribution["restrictions/geo_restriction/restriction_type"].text else { return [] }
    let locations = distribution["restrictions/geo_restriction/locations"]
    let isEmpty = locations.isAbsent || locations.list?.isEmpty == true
    if kind == "none", !isEmpty, !locations.isLate { return [.countriesWithoutRestriction(distribution)] }
    return kind != "none" && isEmpty ? [.restrictionWithoutCountries(distribution)] : []
}

private func checkOrigins(of distribution: Inventory.Item) -> [Diagnostic] {
    let origins =
        distribution.parts("origin").map { $0["origin_id"] }
        + distribution.parts("origin_group").map { $0["origin_id"] }
    guard !origins.contains(where: \.isLate), !origins.isEmpty else { return [] }
    let known = Set(origins.compactMap(\.text))
    return behaviors(of: distribution).compactMap { $0["target_origin_id"].text }.filter { !known.contains($0) }
        .map { .unknownOrigin(distribution, $0, known) }
}

private func behaviors(of distribution: Inventory.Item) -> [Inventory.Part] {
    distribution.parts("default_cache_behavior") + distribution.parts("ordered_cache_behavior")
}

/// "Cache behavior settings", sections on the minimum, default and maximum TTL.
private func checkTimes(of distribution: Inventory.Item) -> [Diagnostic] {
    behaviors(of: distribution).compactMap { behavior in
        let times = ["min_ttl", "default_ttl", "max_ttl"].compactMap { behavior[$0].integer }
        return times == times.sorted() ? nil : .cacheTimes(distribution, times)
    }
}

extension Diagnostic {
    fileprivate static func aliasWithoutCertificate(_ distribution: Inventory.Item, _ alias: String) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' is called '\(alias)' and has CloudFront's own certificate",
            help: "That is for names under cloudfront.net alone: give it a certificate for '\(alias)' of us-east-1.",
            at: distribution.source)
    }

    fileprivate static func aliasNotCovered(
        _ distribution: Inventory.Item, _ alias: String, _ certificate: CertificateReading
    ) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' is called '\(alias)', which its certificate is not for",
            help: "The certificate is for '\(certificate.hosts?.joined(separator: "', '") ?? "")'; '*' stands for one "
                + "label. CloudFront refuses the name: add it to the certificate.", at: distribution.source,
            notes: certificate.item.map { [Note("the certificate is declared here", at: $0.source)] } ?? [])
    }

    fileprivate static func certificateRegion(
        _ distribution: Inventory.Item, _ region: String, _ certificate: CertificateReading
    ) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' has a certificate of \(region), and CloudFront takes those of us-east-1",
            help: "Make the certificate there: `.region(.virginia)`.", at: distribution.source,
            notes: certificate.item.map { [Note("the certificate is declared here", at: $0.source)] } ?? [])
    }

    fileprivate static func aliasTwice(
        _ distribution: Inventory.Item, _ alias: String, _ owner: Inventory.Item
    ) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' is called '\(alias)', as '\(owner.name)' is",
            help: "A name belongs to one distribution in all of CloudFront: take it from one of the two.",
            at: distribution.source, notes: [Note("the other distribution is declared here", at: owner.source)])
    }

    fileprivate static func countriesWithoutRestriction(_ distribution: Inventory.Item) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' names countries and restricts none",
            help: "Make the restriction a 'whitelist' or a 'blacklist', or leave the countries out.",
            at: distribution.source)
    }

    fileprivate static func restrictionWithoutCountries(_ distribution: Inventory.Item) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' is restricted to countries that it does not name",
            help: "Name some by the two letters of ISO 3166, or restrict none.", at: distribution.source)
    }

    fileprivate static func unknownOrigin(
        _ distribution: Inventory.Item, _ origin: String, _ known: Set<String>
    ) -> Diagnostic {
        .error(
            "a behavior of distribution '\(distribution.name)' leads to the origin '\(origin)', which there is not",
            help: "Its origins are '\(known.sorted().joined(separator: "', '"))'.", at: distribution.source)
    }

    fileprivate static func cacheTimes(_ distribution: Inventory.Item, _ times: [Int]) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' keeps objects for \(times.map(String.init).joined(separator: ", ")) seconds, "
                + "as minimum, default and maximum",
            help: "The minimum may not be over the default, nor that over the maximum.", at: distribution.source)
    }
}
