import TerraneAWS
import TerraneCore

extension Checks {
    /// Identifiers, first users and first databases are called what RDS and the engine take ("CreateDBInstance",
    /// "CreateDBCluster", Amazon RDS API Reference).
    static func checkDatabaseNames(_ inventory: Inventory) -> [Diagnostic] {
        inventory.databases.flatMap { database in
            checkIdentifier(database.item, database.identifier) + checkUser(of: database) + checkName(of: database)
        } + inventory.all(RDS.DBClusterInstance.self).flatMap { checkIdentifier($0, $0["identifier"]) }
    }

    private static func checkIdentifier(_ item: Inventory.Item, _ fact: Fact) -> [Diagnostic] {
        guard let text = fact.text, !text.isDatabaseIdentifier else { return [] }
        return [.databaseIdentifier(item, text)]
    }

    private static func checkUser(of database: Database) -> [Diagnostic] {
        guard let user = database.userName.text, let rules = NamingRules(database) else { return [] }
        if !user.isWord(upTo: rules.longestUser) { return [.databaseUser(database.item, user, rules.longestUser)] }
        return rules.reservedUsers.contains(user.lowercased()) ? [.reservedDatabaseWord(database.item, user)] : []
    }

    private static func checkName(of database: Database) -> [Diagnostic] {
        guard let text = database.databaseName.text else { return [] }
        if database.engine?.hasPrefix("sqlserver") == true { return [.databaseNameOfSQLServer(database.item, text)] }
        guard let rules = NamingRules(database) else { return [] }
        if !text.isWord(upTo: rules.longestName) { return [.databaseName(database.item, text)] }
        return rules.reservedNames.contains(text.lowercased()) ? [.reservedDatabaseWord(database.item, text)] : []
    }
}

/// What an engine takes as names, and what it keeps for itself.
private struct NamingRules {
    let longestUser: Int
    let longestName: Int
    let reservedUsers: Set<String>
    let reservedNames: Set<String>

    init?(_ database: Database) {
        switch database.engine {
        case "postgres", "aurora-postgresql":
            longestUser = 63
            longestName = 63
            reservedUsers = ["admin", "rdsadmin"]
            reservedNames = ["rdsadmin", "template0", "template1"]
        case "mysql", "mariadb", "aurora-mysql":
            longestUser = 16
            longestName = 64
            reservedUsers = ["rdsadmin", "root"]
            reservedNames = ["information_schema", "innodb", "mysql", "performance_schema", "sys"]
        default: return nil
        }
    }
}

extension String {
    /// 1 to 63 small letters, digits and single hyphens, a letter first and no hyphen last.
    fileprivate var isDatabaseIdentifier: Bool {
        guard let first = utf8.first, first.isSmallLetter, utf8.count <= 63 else { return false }
        return utf8.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") } && !hasSuffix("-")
            && !contains("--")
    }

    /// A letter, then letters, digits and underscores.
    fileprivate func isWord(upTo length: Int) -> Bool {
        guard let first = utf8.first, (first | 0x20).isSmallLetter, utf8.count <= length else { return false }
        return utf8.allSatisfy { ($0 | 0x20).isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
}

extension UInt8 {
    var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension Diagnostic {
    static func databaseIdentifier(_ item: Inventory.Item, _ text: String) -> Diagnostic {
        .error(
            "database \(item.label) has the identifier '\(text)', which RDS does not take",
            help:
                "It has up to 63 small letters, digits and single hyphens, begins with a letter, and ends in no hyphen.",
            at: item.source)
    }

    static func databaseName(_ item: Inventory.Item, _ text: String) -> Diagnostic {
        .error(
            "database \(item.label) cannot be created with the database name '\(text)'",
            help: "A letter comes first, then letters, digits and underscores: 'shop'.", at: item.source)
    }

    static func databaseNameOfSQLServer(_ item: Inventory.Item, _ text: String) -> Diagnostic {
        .error(
            "database \(item.label) cannot be created with the database name '\(text)'",
            help: "RDS makes no first database for SQL Server: leave the name out.", at: item.source)
    }

    static func databaseUser(_ item: Inventory.Item, _ user: String, _ longest: Int) -> Diagnostic {
        .error(
            "the first user of database \(item.label) cannot be called '\(user)'",
            help: "A letter comes first, then letters, digits and underscores, at most \(longest) in all.",
            at: item.source)
    }

    static func reservedDatabaseWord(_ item: Inventory.Item, _ word: String) -> Diagnostic {
        .error(
            "database \(item.label) uses the name '\(word)', which its engine keeps for itself",
            help: "Choose another, such as 'shop' for a database or 'administrator' for a user.", at: item.source)
    }
}
