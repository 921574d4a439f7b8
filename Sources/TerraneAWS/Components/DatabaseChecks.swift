public import TerraneCore

extension RelationalDatabase {
    public func check() -> [Diagnostic] {
        network.problems(ofSubnetsFor: name)
            + backupProblems(of: name, keptFor: backups.retention, in: [backups.window, maintenance?.time])
    }
}

extension DatabaseReplica {
    public func check() -> [Diagnostic] {
        network.problems(ofSubnetsFor: name)
            + backupProblems(
                of: name, keptFor: original.backups.retention, in: [original.backups.window])
    }
}

extension AuroraCluster {
    public func check() -> [Diagnostic] {
        network.problems(ofSubnetsFor: name) + readerProblems
            + backupProblems(of: name, keptFor: backups.retention, in: [backups.window, maintenance?.time])
            + logs.filter { !engine.availableLogs.contains($0) }.map { .databaseLog(name, $0, engine) }
    }

    private var readerProblems: [Diagnostic] {
        var problems: [Diagnostic] = []
        if readers.count > 15 { problems.append(.auroraReaders(name, readers.count)) }
        if readers.contains(where: { $0.key == "writer" }) || Set(readers.map(\.key)).count < readers.count {
            problems.append(.auroraReaderNames(name))
        }
        if let bounds = readerScaling?.bounds, bounds.lowerBound < 0 || bounds.upperBound > 15 {
            problems.append(.auroraScaling(name, bounds))
        }
        return problems
    }
}

extension Network {
    /// A subnet group reaches over two zones, even when the database stands in one ("Working with a DB instance in a VPC",
    /// Amazon RDS User Guide).
    fileprivate func problems(ofSubnetsFor database: Name) -> [Diagnostic] {
        Set(zones.letters).count < 2 ? [.databaseInOneZone(database, name)] : []
    }
}

extension Diagnostic {
    static func databaseInOneZone(_ database: Name, _ network: Name) -> Diagnostic {
        .error(
            "database '\(database)' is in the network '\(network)', which has one availability zone",
            help: "RDS asks for subnets in two zones or more, even for a database that stands in one.")
    }

    static func databaseLog(_ database: Name, _ log: AuroraEngine.Log, _ engine: AuroraEngine) -> Diagnostic {
        .error(
            "database '\(database)' exports the log '\(log.rawValue)', which \(engine.name) does not have",
            help: "It has \(engine.availableLogs.map { "'\($0.rawValue)'" }.joined(separator: ", ")).")
    }

    static func auroraReaders(_ database: Name, _ count: Int) -> Diagnostic {
        .error("Aurora database '\(database)' has \(count) readers", help: "A cluster has 0 to 15 readers.")
    }

    static func auroraReaderNames(_ database: Name) -> Diagnostic {
        .error(
            "two instances of Aurora database '\(database)' have the same name",
            help: "Each reader has a name of its own, and none is called 'writer'.")
    }

    static func auroraScaling(_ database: Name, _ bounds: ClosedRange<Int>) -> Diagnostic {
        .error(
            "Aurora database '\(database)' scales between \(bounds.lowerBound) and \(bounds.upperBound) readers",
            help: "A cluster has 0 to 15 readers.")
    }
}
