import TerraneAWS
import TerraneCore

extension Checks {
    /// The disk of a database is of a size and a speed that there is ("Amazon RDS DB instance storage", and "Managing capacity
    /// automatically with Amazon RDS storage autoscaling", Amazon RDS User Guide).
    static func checkDatabaseStorage(_ inventory: Inventory) -> [Diagnostic] {
        inventory.databases.flatMap { database in
            database.isAurora ? checkVolume(of: database) : checkDisk(of: database) + checkPlacement(of: database)
        }
    }

    private static func checkDisk(of database: Database) -> [Diagnostic] {
        let item = database.item
        guard let disk = Disk(database) else { return [] }
        var problems: [Diagnostic] = []
        if let range = disk.sizes, !range.contains(disk.size) {
            problems.append(.databaseStorage(item, disk.size, disk.kind, range))
        }
        if let limit = item["max_allocated_storage"].integer, limit > 0, limit * 10 < disk.size * 11 || limit > 65536 {
            problems.append(.databaseStorageLimit(item, disk.size, limit: limit))
        }
        return problems + checkOperations(disk, item)
    }

    private static func checkOperations(_ disk: Disk, _ item: Inventory.Item) -> [Diagnostic] {
        let operations = item["iops"]
        switch disk.kind {
        case "io1", "io2":
            if operations.isAbsent { return [.operationsMissing(item, disk.kind)] }
            guard disk.isOfKnownEngine, let count = operations.integer else { return [] }
            return disk.operations.contains(count) ? [] : [.databaseOperations(item, count, disk.operations)]
        case "gp3":
            guard let threshold = disk.threshold else { return [] }
            let isBought = !operations.isAbsent || !item["storage_throughput"].isAbsent
            if disk.size < threshold { return isBought ? [.operationsOfSmallDisk(item, disk.size, threshold)] : [] }
            guard let count = operations.integer, !(12000...64000).contains(count) else { return [] }
            return [.databaseOperations(item, count, 12000...64000)]
        default: return []
        }
    }

    /// Two zones are RDS's to choose ("CreateDBInstance", Amazon RDS API Reference).
    private static func checkPlacement(of database: Database) -> [Diagnostic] {
        guard !database.isCluster, database.item["multi_az"].flag == true, !database.item["availability_zone"].isAbsent
        else { return [] }
        return [.zoneOfTwo(database.item)]
    }

    /// An Aurora cluster has a volume that grows by itself ("CreateDBCluster", Amazon RDS API Reference).
    private static func checkVolume(of database: Database) -> [Diagnostic] {
        guard database.isCluster else { return [] }
        let disks = ["allocated_storage", "iops", "db_cluster_instance_class"]
            .filter { !database.item[$0].isAbsent }.map { Diagnostic.diskOfAurora(database.item, $0) }
        guard let kind = database.item["storage_type"].text, !["", "aurora", "aurora-iopt1"].contains(kind) else {
            return disks
        }
        return disks + [.diskOfAurora(database.item, "storage_type")]
    }
}

/// The disk of a new database.
private struct Disk {
    let size: Int
    let kind: String
    private let engine: String
    private let limit: Int

    init?(_ database: Database) {
        guard !database.isCluster, !database.isReplica, let engine = database.engine,
            let size = database.item["allocated_storage"].integer
        else { return nil }
        self.size = size
        self.engine = engine
        limit = max(size, database.item["max_allocated_storage"].integer ?? size)
        switch database.item["storage_type"] {
        case .absent: kind = database.item["iops"].isAbsent ? "gp2" : "io1"
        case .known(let literal): kind = literal.text ?? ""
        case .late: return nil
        }
    }

    /// SQL Server and Db2 have limits of their own.
    var isOfKnownEngine: Bool { ["mysql", "mariadb", "postgres"].contains(engine) }

    var sizes: ClosedRange<Int>? {
        guard isOfKnownEngine else { return nil }
        return switch kind {
        case "gp2", "gp3": 20...65536
        case "io1", "io2": 100...65536
        case "standard": 5...3072
        default: nil
        }
    }

    /// From this size on a gp3 disk is striped, and takes operations and throughput of one's own.
    var threshold: Int? {
        if isOfKnownEngine { return 400 }
        return engine.hasPrefix("oracle") ? 200 : nil
    }

    /// At least one for two gibibytes, at most 50 (io1) or 1000 (io2) for one.
    var operations: ClosedRange<Int> {
        let least = max(1000, (limit + 1) / 2)
        return least...max(least, min(256_000, size * (kind == "io1" ? 50 : 1000)))
    }
}

extension Diagnostic {
    static func databaseStorage(
        _ item: Inventory.Item, _ size: Int, _ kind: String, _ range: ClosedRange<Int>
    ) -> Diagnostic {
        .error(
            "database \(item.label) has a disk of \(size) GiB",
            help: "A disk of the kind \(kind) has \(range.lowerBound) to \(range.upperBound) GiB.", at: item.source)
    }

    static func databaseStorageLimit(_ item: Inventory.Item, _ size: Int, limit: Int) -> Diagnostic {
        .error(
            "the disk of database \(item.label) cannot grow from \(size) to \(limit) GiB",
            help: "The limit is at least a tenth more than the size, and at most 65536 GiB.", at: item.source)
    }

    static func operationsMissing(_ item: Inventory.Item, _ kind: String) -> Diagnostic {
        .error(
            "database \(item.label) has a disk of the kind \(kind) without a number of operations",
            help: "Say how many a second (`iops`), or take a disk of the kind gp3.", at: item.source)
    }

    static func databaseOperations(_ item: Inventory.Item, _ count: Int, _ range: ClosedRange<Int>) -> Diagnostic {
        .error(
            "the disk of database \(item.label) has \(count) operations per second",
            help: "One of its size has \(range.lowerBound) to \(range.upperBound) of them.", at: item.source)
    }

    static func operationsOfSmallDisk(_ item: Inventory.Item, _ size: Int, _ threshold: Int) -> Diagnostic {
        .error(
            "database \(item.label) buys operations or throughput for a gp3 disk of \(size) GiB",
            help: "RDS takes none under \(threshold) GiB, where the disk has 3000 operations and 125 MiB a second.",
            at: item.source)
    }

    static func zoneOfTwo(_ item: Inventory.Item) -> Diagnostic {
        .error(
            "database \(item.label) stands in two zones and names one",
            help: "RDS chooses the zones of a Multi-AZ database: leave `availability_zone` out.", at: item.source)
    }

    static func diskOfAurora(_ item: Inventory.Item, _ property: String) -> Diagnostic {
        .error(
            "Aurora database \(item.label) sets '\(property)', which only clusters of other engines have",
            help: "Aurora's volume grows by itself: leave it out, or set `storage_type` to 'aurora-iopt1'.",
            at: item.source)
    }
}
