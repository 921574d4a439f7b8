public import TerraneCore

extension RelationalDatabase {
    public func check() -> [Diagnostic] {
        rules.problems + storageProblems
    }

    private var rules: DatabaseRules {
        DatabaseRules(
            name: name, network: network, engine: engine, identifiers: [name.dashed], databaseName: databaseName,
            user: user, backups: backups, maintenance: maintenance, parameters: [engine.enforcesTLS] + parameters)
    }

    /// What disks there are ("Amazon RDS DB instance storage", and "Managing capacity automatically with Amazon RDS storage
    /// autoscaling", Amazon RDS User Guide).
    private var storageProblems: [Diagnostic] {
        let size = storage.size.inGibibytes
        let smallest = storage.operations == nil ? 20 : 100
        var problems: [Diagnostic] = []
        if !(smallest...65536).contains(size) { problems.append(.databaseStorage(name, size, smallest: smallest)) }
        if let limit = storage.limit?.inGibibytes, limit * 10 < size * 11 || limit > 65536 {
            problems.append(.databaseStorageLimit(name, size, limit: limit))
        }
        if let operations = storage.operations, !(1000...256_000).contains(operations) || operations > size * 1000 {
            problems.append(.databaseOperations(name, operations))
        }
        return problems
    }
}

extension AuroraCluster {
    public func check() -> [Diagnostic] {
        rules.problems + sizeProblems + readerProblems
            + logs.filter { !engine.availableLogs.contains($0) }.map { .databaseLog(name, $0, engine) }
    }

    private var rules: DatabaseRules {
        DatabaseRules(
            name: name, network: network, engine: engine.compatible,
            identifiers: [name.dashed] + (["writer"] + readers.map(\.key)).map { (name / $0).dashed },
            databaseName: databaseName, user: user, backups: backups, maintenance: maintenance,
            parameters: [engine.enforcesTLS] + parameters)
    }

    private var sizeProblems: [Diagnostic] {
        ([writer] + readers.map(\.value)).filter { !$0.isForAurora }.map { .auroraInstance(name, $0) }
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

extension DatabaseInstanceClass {
    /// Aurora has no general purpose machines, and no burstable ones but `medium` and `large` ("Supported DB engines for DB
    /// instance classes", Amazon Aurora User Guide).
    var isForAurora: Bool {
        family.hasPrefix("t") ? ["medium", "large"].contains(size) : family.hasPrefix("r")
    }
}

extension Diagnostic {
    static func databaseStorage(_ database: Name, _ size: Int, smallest: Int) -> Diagnostic {
        .error(
            "database '\(database)' has a disk of \(size) GiB", help: "This kind of disk has \(smallest) to 65536 GiB.")
    }

    static func databaseStorageLimit(_ database: Name, _ size: Int, limit: Int) -> Diagnostic {
        .error(
            "the disk of database '\(database)' cannot grow from \(size) to \(limit) GiB",
            help: "The limit is at least a tenth more than the size, and at most 65536 GiB.")
    }

    static func databaseOperations(_ database: Name, _ operations: Int) -> Diagnostic {
        .error(
            "the disk of database '\(database)' has \(operations) operations per second",
            help: "Such a disk has 1000 to 256000 of them, and at most 1000 for each GiB.")
    }

    static func databaseLog(_ database: Name, _ log: AuroraEngine.Log, _ engine: AuroraEngine) -> Diagnostic {
        .error(
            "database '\(database)' exports the log '\(log.rawValue)', which \(engine.name) does not have",
            help: "It has \(engine.availableLogs.map { "'\($0.rawValue)'" }.joined(separator: ", ")).")
    }

    static func auroraInstance(_ database: Name, _ instance: DatabaseInstanceClass) -> Diagnostic {
        .error(
            "Aurora database '\(database)' has an instance of class \(instance.typeName), which Aurora does not offer",
            help: "Choose a class of a family such as `.r6g`, or `.t4g(.medium)` to try things out.")
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
