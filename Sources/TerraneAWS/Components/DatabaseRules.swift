import TerraneCore

/// What RDS asks of every database, whether it is an instance or a cluster ("CreateDBInstance" and "CreateDBCluster", Amazon
/// RDS API Reference).
struct DatabaseRules {
    let name: Name
    let network: Network
    let engine: DatabaseEngine
    /// Of the cluster, and of each instance.
    let identifiers: [String]
    let databaseName: String
    let user: String
    let backups: DatabaseBackups
    let maintenance: WeeklyWindow?
    let parameters: [RDS.Parameter]

    var problems: [Diagnostic] {
        identifierProblems + nameProblems + backupProblems + windowProblems + parameterProblems + zoneProblems
    }

    private var identifierProblems: [Diagnostic] {
        identifiers.filter { !DatabaseRules.isIdentifier($0) }.map { .databaseIdentifier(name, $0) }
    }

    private var nameProblems: [Diagnostic] {
        var problems: [Diagnostic] = []
        if !DatabaseRules.isWord(databaseName, upTo: engine.longestDatabaseName) {
            problems.append(.databaseName(name, databaseName))
        } else if engine.reservedDatabaseNames.contains(databaseName.lowercased()) {
            problems.append(.reservedDatabaseWord(name, databaseName))
        }
        if !DatabaseRules.isWord(user, upTo: engine.longestUserName) {
            problems.append(.databaseUser(name, user, longest: engine.longestUserName))
        } else if engine.reservedUserNames.contains(user.lowercased()) {
            problems.append(.reservedDatabaseWord(name, user))
        }
        return problems
    }

    private var backupProblems: [Diagnostic] {
        let days = backups.retention.inSeconds
        return (86400...35 * 86400).contains(days) && days % 86400 == 0 ? [] : [.databaseRetention(name)]
    }

    private var windowProblems: [Diagnostic] {
        let windows = [backups.window, maintenance?.time].compactMap { $0 }
        let wrong = windows.filter { !DatabaseRules.isWindow($0) }
        if !wrong.isEmpty { return wrong.map { .databaseWindow(name, $0) } }
        guard let backup = backups.window, let maintenance, backup.overlaps(maintenance.time) else { return [] }
        return [.databaseWindowsOverlap(name, backup, maintenance)]
    }

    private var parameterProblems: [Diagnostic] {
        Dictionary(grouping: parameters, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
            .map { .databaseParameterTwice(name, $0) }
    }

    /// A subnet group reaches over two zones, even when the database stands in one ("Working with a DB instance in a VPC",
    /// Amazon RDS User Guide).
    private var zoneProblems: [Diagnostic] {
        Set(network.zones.letters).count < 2 ? [.databaseInOneZone(name, network.name)] : []
    }

    private static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 63 else { return false }
        let isPlain = text.utf8.allSatisfy { isSmallLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
        return isSmallLetter(first) && isPlain && !text.hasSuffix("-") && !text.contains("--")
    }

    private static func isWord(_ text: String, upTo length: Int) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= length else { return false }
        let isPlain = text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
        return isLetter(first) && isPlain
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { isSmallLetter(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// A clock time, and half an hour to less than a day.
    private static func isWindow(_ window: DailyWindow) -> Bool {
        (0..<1440).contains(window.start) && (30..<1440).contains(window.length.inMinutes)
    }
}

extension DailyWindow {
    /// Whether both are open at the same time of the day. One that begins when the other ends does not overlap it.
    func overlaps(_ other: DailyWindow) -> Bool {
        DailyWindow.minutes(from: start, to: other.start) < length.inMinutes
            || DailyWindow.minutes(from: other.start, to: start) < other.length.inMinutes
    }

    private static func minutes(from start: Int, to end: Int) -> Int { (end - start + 1440) % 1440 }
}

extension DatabaseEngine {
    fileprivate var longestDatabaseName: Int {
        switch self {
        case .postgreSQL: 63
        case .mySQL: 64
        }
    }

    fileprivate var longestUserName: Int {
        switch self {
        case .postgreSQL: 63
        case .mySQL: 16
        }
    }

    fileprivate var reservedDatabaseNames: [String] {
        switch self {
        case .postgreSQL: ["rdsadmin", "template0", "template1"]
        case .mySQL: ["information_schema", "innodb", "mysql", "performance_schema", "sys"]
        }
    }

    fileprivate var reservedUserNames: [String] {
        switch self {
        case .postgreSQL: ["admin", "rdsadmin"]
        case .mySQL: ["rdsadmin", "root"]
        }
    }
}

extension Diagnostic {
    static func databaseIdentifier(_ database: Name, _ identifier: String) -> Diagnostic {
        .error(
            "database '\(database)' has the identifier '\(identifier)', which RDS does not take",
            help:
                "It has up to 63 small letters, digits and single hyphens, begins with a letter, and ends in no hyphen."
        )
    }

    static func databaseName(_ database: Name, _ text: String) -> Diagnostic {
        .error(
            "database '\(database)' cannot be created with the database name '\(text)'",
            help: "A letter comes first, then letters, digits and underscores: `databaseName: \"shop\"`.")
    }

    static func databaseUser(_ database: Name, _ user: String, longest: Int) -> Diagnostic {
        .error(
            "the first user of database '\(database)' cannot be called '\(user)'",
            help: "A letter comes first, then letters, digits and underscores, at most \(longest) in all.")
    }

    static func reservedDatabaseWord(_ database: Name, _ word: String) -> Diagnostic {
        .error(
            "database '\(database)' uses the name '\(word)', which its engine keeps for itself",
            help: "Choose another, such as 'shop' for a database or 'administrator' for a user.")
    }

    static func databaseRetention(_ database: Name) -> Diagnostic {
        .error(
            "database '\(database)' does not keep its backups for 1 to 35 whole days",
            help: "Write `.daily(keep: .days(7))`; AWS Backup keeps them for longer.")
    }

    static func databaseWindow(_ database: Name, _ window: DailyWindow) -> Diagnostic {
        .error(
            "the window \(window) of database '\(database)' cannot be",
            help: "It starts between 00:00 and 23:59 and lasts at least half an hour and less than a day.")
    }

    static func databaseWindowsOverlap(
        _ database: Name, _ backup: DailyWindow, _ maintenance: WeeklyWindow
    ) -> Diagnostic {
        .error(
            "database '\(database)' is backed up (\(backup)) while it is maintained (\(maintenance))",
            help: "Let one begin when the other is over.")
    }

    static func databaseParameterTwice(_ database: Name, _ parameter: String) -> Diagnostic {
        .error(
            "database '\(database)' sets the parameter '\(parameter)' twice",
            help: "Write it once. That which enforces TLS is set already.")
    }

    static func databaseInOneZone(_ database: Name, _ network: Name) -> Diagnostic {
        .error(
            "database '\(database)' is in the network '\(network)', which has one availability zone",
            help: "RDS asks for subnets in two zones or more, even for a database that stands in one.")
    }
}
