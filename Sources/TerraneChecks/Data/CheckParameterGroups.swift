import TerraneAWS
import TerraneCore

extension Checks {
    /// A database, or a cache, takes settings made for its engine and version, each of them once ("Working with parameter groups",
    /// Amazon RDS User Guide; "Configuring engine parameters using ElastiCache parameter groups", Amazon ElastiCache User Guide).
    static func checkParameterGroups(_ inventory: Inventory) -> [Diagnostic] {
        let databases = inventory.databases.flatMap { database -> [Diagnostic] in
            guard let engine = database.engine, let version = database.version else { return [] }
            return checkFamily(
                of: database.item, database.parameterGroup, is: databaseFamily(of: engine, EngineVersion(version)),
                inventory)
        }
        let instances = inventory.all(RDS.DBClusterInstance.self).flatMap { instance -> [Diagnostic] in
            guard let engine = instance["engine"].text,
                let version = inventory.target(of: instance, "cluster_identifier")?["engine_version"].text
            else { return [] }
            return checkFamily(
                of: instance, "db_parameter_group_name", is: databaseFamily(of: engine, EngineVersion(version)),
                inventory)
        }
        let caches = inventory.all(ElastiCache.ReplicationGroup.self).flatMap { cache -> [Diagnostic] in
            guard let version = cache["engine_version"].text else { return [] }
            return checkFamily(
                of: cache, "parameter_group_name",
                is: cacheFamily(of: cache["engine"].text ?? "redis", EngineVersion(version)), inventory)
        }
        return databases + instances + caches + groups.flatMap(inventory.all).flatMap(checkRepetition)
    }

    private static let groups: [any Resource.Type] = [
        RDS.DBParameterGroup.self, RDS.DBClusterParameterGroup.self,
    ]

    private static func databaseFamily(of engine: String, _ version: EngineVersion) -> String? {
        let numbers = version.numbers
        guard let major = numbers.first else { return nil }
        switch engine {
        case "postgres", "aurora-postgresql":
            if major >= 10 { return "\(engine)\(major)" }
            return numbers.count > 1 ? "\(engine)\(major).\(numbers[1])" : nil
        case "mysql", "mariadb", "aurora-mysql": return numbers.count > 1 ? "\(engine)\(major).\(numbers[1])" : nil
        default: return nil
        }
    }

    private static func cacheFamily(of engine: String, _ version: EngineVersion) -> String? {
        switch (engine, version.numbers.first) {
        case ("redis", 6): "redis6.x"
        case ("redis", 7), ("valkey", 7), ("valkey", 8): version.numbers.first.map { "\(engine)\($0)" }
        default: nil
        }
    }

    private static func checkFamily(
        of item: Inventory.Item, _ path: String, is expected: String?, _ inventory: Inventory
    ) -> [Diagnostic] {
        guard let expected else { return [] }
        let group = inventory.target(of: item, path)
        let family = group?["family"].text ?? item[path].text.flatMap(familyOfDefault)
        guard let family, family != expected else { return [] }
        return [.parameterFamily(item, family, expected: expected, group)]
    }

    /// `postgres16` of `default.postgres16`, `redis7` of `default.redis7.cluster.on`: the groups that AWS brings along.
    private static func familyOfDefault(_ name: String) -> String? {
        guard name.hasPrefix("default.") else { return nil }
        let family = name.dropFirst("default.".count)
        return String(family.hasSuffix(".cluster.on") ? family.dropLast(".cluster.on".count) : family)
    }

    private static func checkRepetition(_ group: Inventory.Item) -> [Diagnostic] {
        var seen: Set<String> = []
        return group.values("parameter/name").compactMap { group.fact($0).text }
            .filter { !seen.insert($0).inserted }.map { .databaseParameterTwice(group, $0) }
    }
}

extension Diagnostic {
    static func parameterFamily(
        _ item: Inventory.Item, _ family: String, expected: String, _ group: Inventory.Item?
    ) -> Diagnostic {
        .error(
            "\(item.label) takes its settings from a parameter group of the family '\(family)'",
            help: "Its engine and version want one of the family '\(expected)'.", at: item.source,
            notes: group.map { [Note("the parameter group is declared here", at: $0.source)] } ?? [])
    }

    static func databaseParameterTwice(_ group: Inventory.Item, _ parameter: String) -> Diagnostic {
        .error(
            "\(group.label) sets the parameter '\(parameter)' twice",
            help: "Write it once. A database that Terrane makes sets that which enforces TLS already.", at: group.source
        )
    }
}
