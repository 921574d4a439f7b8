import TerraneAWS
import TerraneCore

/// Records are of their zone, each once, and say what their type can ("Supported DNS record types", "Choosing between alias and
/// non-alias records", Amazon Route 53 Developer Guide).
func checkRecords(_ inventory: Inventory) -> [Diagnostic] {
    let records = inventory.all(Route53.Record.self).compactMap { RecordReading($0, in: inventory) }
    return records.flatMap { checkZone($0) + checkValue($0) + checkAlias($0, in: inventory) } + checkNeighbours(records)
}

/// A record, if its name is known.
struct RecordReading: Sendable {
    let item: Inventory.Item
    let host: String
    let kind: String
    let zone: Inventory.Item?
    let domain: String?
    /// What tells the records of one name and type apart.
    let identifier: String?

    init?(_ item: Inventory.Item, in inventory: Inventory) {
        guard let name = item["name"].text, let kind = item["type"].text, !item["set_identifier"].isLate else {
            return nil
        }
        self.item = item
        self.kind = kind
        host = name.hostName
        zone = inventory.target(of: item, "zone_id")
        domain = zone?["name"].text?.hostName
        identifier = item["set_identifier"].text
    }

    /// Records with the same one answer for the same name.
    fileprivate var place: String? {
        let zone = item.values("zone_id").first.map {
            "\($0.terraformSide.referred.map { "\($0)" } ?? item.fact($0).text ?? "")"
        }
        return zone.flatMap { $0.isEmpty ? nil : "\($0) \(host)" }
    }
}

/// Terraform puts the name of the zone behind a name of one label; CloudFormation takes names as they are.
private func checkZone(_ record: RecordReading) -> [Diagnostic] {
    guard let domain = record.domain, !domain.isEmpty else { return [] }
    if !record.host.isHost(in: domain) {
        let isRelative = !record.host.contains(".") || record.item.node.type.cloudFormation.typeName == nil
        return isRelative ? [] : [.recordOutsideZone(record, domain)]
    }
    return record.kind == "CNAME" && record.host == domain ? [.cnameAtApex(record)] : []
}

// MARK: Values

private func checkValue(_ record: RecordReading) -> [Diagnostic] {
    let values = (record.item["records"].texts ?? []).filter { !fits($0, record.kind) }
    var problems: [Diagnostic] = values.map { .recordValue(record, $0) }
    if let ttl = record.item["ttl"].integer, !(0...2_147_483_647).contains(ttl) {
        problems.append(.recordLifetime(record, ttl))
    }
    return problems
}

private func fits(_ value: String, _ kind: String) -> Bool {
    switch kind {
    case "A": isIPv4(value)
    case "AAAA":
        value.contains(":")
            && value.utf8.allSatisfy { $0.isHexadecimal || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    case "CNAME": !isIPv4(value) && !value.contains("/") && !value.contains(" ")
    case "MX": value.split(separator: " ").count == 2 && value.split(separator: " ").first.flatMap { UInt16($0) } != nil
    default: true
    }
}

private func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
}

// MARK: Neighbours

private func checkNeighbours(_ records: [RecordReading]) -> [Diagnostic] {
    let neighbours = Dictionary(grouping: records.filter { $0.place != nil }) { $0.place ?? "" }.values
    return neighbours.filter { $0.count > 1 }.flatMap { records -> [Diagnostic] in
        if let cname = records.first(where: { $0.kind == "CNAME" }),
            let other = records.first(where: { $0.kind != "CNAME" })
        {
            return [.cnameBesideOthers(cname, other)]
        }
        return Dictionary(grouping: records, by: \.kind).values.flatMap(checkSiblings)
    }
}

/// Records of one name and type are told apart by identifiers, or there is one only.
private func checkSiblings(_ records: [RecordReading]) -> [Diagnostic] {
    guard let first = records.first else { return [] }
    var seen: [String?: RecordReading] = [first.identifier: first]
    return records.dropFirst().compactMap { record in
        if let other = seen.updateValue(record, forKey: record.identifier) { return .recordTwice(record, other) }
        return (record.identifier == nil) != (first.identifier == nil) ? .recordTwice(record, first) : nil
    }
}

// MARK: Aliases

/// Where an alias leads, the name is known.
private func checkAlias(_ record: RecordReading, in inventory: Inventory) -> [Diagnostic] {
    guard let target = inventory.target(of: record.item, "alias/name") else { return [] }
    if target.type == CloudFront.Distribution.type.terraform.typeName {
        guard !target["aliases"].isLate else { return [] }
        let names = CertificateReading(region: nil, hosts: target["aliases"].texts ?? [], item: nil)
        return names.covers(record.host) ? [] : [.recordNotAnAlias(record, target)]
    }
    guard target.type == ELB.ApplicationLoadBalancer.type.terraform.typeName else { return [] }
    let listeners = inventory.all(ELB.Listener.self, whose: "load_balancer_arn", is: target)
        .filter { $0["protocol"].text == "HTTPS" }
    let certificates = listeners.map { inventory.certificates(of: $0) }
    guard !listeners.isEmpty, !certificates.contains(where: { $0 == nil }) else { return [] }
    let isCovered = certificates.compactMap(\.self).joined().contains { $0.covers(record.host) }
    return isCovered ? [] : [.recordWithoutCertificate(record, target)]
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}

extension Diagnostic {
    fileprivate static func recordOutsideZone(_ record: RecordReading, _ domain: String) -> Diagnostic {
        .error(
            "record '\(record.item.name)' is for '\(record.host)', which is not in the zone '\(domain)'",
            help: "Write a name that ends in '.\(domain)', or put the record into the zone that it belongs to.",
            at: record.item.source,
            notes: record.zone.map { [Note("the zone is declared here", at: $0.source)] } ?? [])
    }

    fileprivate static func cnameAtApex(_ record: RecordReading) -> Diagnostic {
        .error(
            "record '\(record.item.name)' is a CNAME for '\(record.host)', the zone itself",
            help: "The name of a zone has other records, which a CNAME excludes: make it an alias, of type A.",
            at: record.item.source)
    }

    fileprivate static func cnameBesideOthers(_ record: RecordReading, _ other: RecordReading) -> Diagnostic {
        .error(
            "record '\(record.item.name)' is a CNAME for '\(record.host)', which has a record of type \(other.kind) too",
            help: "A name with a CNAME has no other records: leave one of the two out, or use an alias.",
            at: record.item.source, notes: [Note("the other record is declared here", at: other.item.source)])
    }

    fileprivate static func recordTwice(_ record: RecordReading, _ other: RecordReading) -> Diagnostic {
        .error(
            "record '\(record.item.name)' is of type \(record.kind) for '\(record.host)', as '\(other.item.name)' is",
            help: "Put the values into one record, or give both a routing policy and an identifier of its own.",
            at: record.item.source, notes: [Note("the other record is declared here", at: other.item.source)])
    }

    fileprivate static func recordValue(_ record: RecordReading, _ value: String) -> Diagnostic {
        .error(
            "record '\(record.item.name)' of type \(record.kind) has the value '\(value)'",
            help: "A holds IPv4 addresses, AAAA IPv6 addresses, CNAME a host name, MX a priority and a host name.",
            at: record.item.source)
    }

    fileprivate static func recordLifetime(_ record: RecordReading, _ ttl: Int) -> Diagnostic {
        .error(
            "record '\(record.item.name)' may be kept for \(ttl) seconds",
            help: "Route 53 takes 0 to 2,147,483,647.", at: record.item.source)
    }

    fileprivate static func recordNotAnAlias(_ record: RecordReading, _ distribution: Inventory.Item) -> Diagnostic {
        .error(
            "record '\(record.item.name)' leads '\(record.host)' to distribution '\(distribution.name)', which is not called so",
            help: "CloudFront answers requests for other names with an error: add the name to the distribution, and to "
                + "its certificate.", at: record.item.source,
            notes: [Note("the distribution is declared here", at: distribution.source)])
    }

    fileprivate static func recordWithoutCertificate(
        _ record: RecordReading, _ balancer: Inventory.Item
    ) -> Diagnostic {
        .warning(
            "record '\(record.item.name)' leads '\(record.host)' to load balancer '\(balancer.name)', which has no certificate for it",
            help:
                "Clients are shown a certificate for something else: add a further one, or the name to the one it has.",
            at: record.item.source, notes: [Note("the load balancer is declared here", at: balancer.source)])
    }
}
