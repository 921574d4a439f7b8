import TerraneAWS
import TerraneCore
import TerraneSchemas

extension Checks {
    /// RDS has the engine, the version, and the machine for both in the region.
    static func checkDatabaseOffers(_ inventory: Inventory) -> [Diagnostic] {
        let databases = inventory.databases.flatMap { database -> [Diagnostic] in
            let item = database.item
            guard let engine = database.engine else { return [] }
            return checkEngine(item, engine, database.version)
                + checkClass(item, item["instance_class"].text, engine, database.version)
        }
        return databases
            + inventory.all(RDS.DBClusterInstance.self).flatMap { item -> [Diagnostic] in
                guard let engine = item["engine"].text else { return [] }
                let version = inventory.target(of: item, "cluster_identifier")?["engine_version"].text
                return checkClass(item, item["instance_class"].text, engine, version)
            }
    }

    /// Engines that other services have clusters of.
    private static let foreign: Set<String> = ["aurora", "docdb", "neptune"]

    private static func checkEngine(_ item: Inventory.Item, _ engine: String, _ version: String?) -> [Diagnostic] {
        guard let known = Offers.databaseVersions(of: engine) else {
            let engines = Offers.databaseEngines
            return foreign.contains(engine) || engines.contains(engine) ? [] : [.unknownEngine(item, engine, engines)]
        }
        guard let version, !EngineVersion(version).isKnown(among: known) else { return [] }
        let owner = Offers.databaseEngines.first {
            $0 != engine && Offers.databaseVersions(of: $0)?.contains(version) == true
        }
        return EngineVersion(version).mayBeNewer(than: known) && owner == nil
            ? [] : [.unknownEngineVersion(item, engine, version, of: owner)]
    }

    private static func checkClass(
        _ item: Inventory.Item, _ machine: String?, _ engine: String, _ version: String?
    ) -> [Diagnostic] {
        guard let machine, let offered = Offers.databaseClasses(of: engine, in: item.region.rawValue) else { return [] }
        if !offered.contains(machine) {
            return isSurelyMissing(machine, among: offered)
                ? [.instanceClassNotOffered(item, machine, "\(engine) in \(item.region)", offered)] : []
        }
        guard let version, let fitting = Offers.databaseClasses(ofVersion: version), !fitting.contains(machine) else {
            return []
        }
        return [.instanceClassNotOffered(item, machine, "\(engine) \(version)", offered.intersection(fitting))]
    }

    /// Whether it is a machine that is offered elsewhere, or one of a family whose sizes are known. Any other may be newer than
    /// the lists.
    private static func isSurelyMissing(_ machine: String, among offered: Set<String>) -> Bool {
        guard machine.hasPrefix("db.") else { return true }
        let family = machine.split(separator: ".").prefix(2).joined(separator: ".") + "."
        return Offers.everyDatabaseClass.contains(machine) || offered.contains { $0.hasPrefix(family) }
    }
}

extension Diagnostic {
    static func unknownEngine(_ item: Inventory.Item, _ engine: String, _ known: [String]) -> Diagnostic {
        .error(
            "database \(item.label) is of the engine '\(engine)', which RDS does not have",
            help: Suggestion.nearest(to: engine, among: known).map { "Did you mean '\($0)'?" }
                ?? "It has \(known.joined(separator: ", ")).", at: item.source)
    }

    static func unknownEngineVersion(
        _ item: Inventory.Item, _ engine: String, _ version: String, of owner: String?
    ) -> Diagnostic {
        .error(
            "database \(item.label) is of version '\(version)', which \(engine) does not have",
            help: owner.map { "It is a version of \($0)." }
                ?? "Name a major version alone, and RDS chooses the newest minor one.", at: item.source)
    }

    static func instanceClassNotOffered(
        _ item: Inventory.Item, _ machine: String, _ place: String, _ offered: Set<String>
    ) -> Diagnostic {
        .error(
            "database \(item.label) is of the class '\(machine)', which RDS does not offer for \(place)",
            help: Suggestion.nearest(to: machine, among: offered.sorted()).map { "It offers '\($0)', for instance." }
                ?? "`aws rds describe-orderable-db-instance-options` lists what it offers.", at: item.source)
    }
}
