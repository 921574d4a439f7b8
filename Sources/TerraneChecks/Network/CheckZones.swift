import TerraneCore

extension Checks {
    /// Afterwards each subnet is in a zone that its region has.
    static func checkZones(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all("aws_subnet").compactMap { subnet in
            guard let zone = subnet["availability_zone"].text else { return nil }
            let region = subnet.region.rawValue
            guard zone.hasPrefix(region), let zones = zonesOfRegions[region],
                !zones.contains(where: { zone == region + $0 })
            else { return nil }
            // Local Zones and Wavelength Zones have longer names.
            return zone.count == region.count + 1 ? .zoneUnknown(subnet, zone, zones.map { region + $0 }) : nil
        }
    }

    /// The zones that some account has ("AWS Availability Zones", AWS Regions and Availability Zones).
    private static let zonesOfRegions = [
        "ap-northeast-1": ["a", "b", "c", "d"], "ap-northeast-3": ["a", "b", "c"], "ap-southeast-1": ["a", "b", "c"],
        "us-east-1": ["a", "b", "c", "d", "e", "f"], "us-west-2": ["a", "b", "c", "d"], "eu-west-1": ["a", "b", "c"],
        "eu-central-1": ["a", "b", "c"], "us-east-2": ["a", "b", "c"],
    ]
}

extension Diagnostic {
    fileprivate static func zoneUnknown(_ subnet: Inventory.Item, _ zone: String, _ zones: [String]) -> Diagnostic {
        .error(
            "subnet '\(subnet.name)' is in zone '\(zone)', which \(subnet.region) does not have",
            help: "It has \(zones.joined(separator: ", ")).", at: subnet.source)
    }
}
