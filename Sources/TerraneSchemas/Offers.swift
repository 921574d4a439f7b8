import Synchronization

/// Which machines RDS and ElastiCache offer in which region for which engine, and which versions the engines have, at the time
/// that `sources.json` says.
///
/// A list is nil where nothing is known of the region or the engine. Families that are missing everywhere may be newer than
/// the source.
public enum Offers {
    /// The machines of a database engine in a region, `db.r6g.large`.
    public static func databaseClasses(of engine: String, in region: String) -> Set<String>? {
        spelled("\(engine) \(region)") { entry(engine, of: "rds.\(region)").map { machines($0, "db") } }
    }

    /// The machines that any engine of this version has in any region; a version of three numbers is known by its first two.
    public static func databaseClasses(ofVersion version: String) -> Set<String>? {
        spelled(version) {
            let parts = version.split(separator: ".")
            let known = [version, parts.prefix(2).joined(separator: ".")].lazy
                .compactMap { entry($0, of: "rds.classes-of-versions") }.first
            return known.map { machines($0, "db") }
        }
    }

    /// The versions of a database engine, those that take no new databases among them.
    public static func databaseVersions(of engine: String) -> [String]? {
        entry(engine, of: "rds.versions")?.map(String.init)
    }

    /// The engines that have databases at all.
    public static var databaseEngines: [String] { strings("rds.versions").map { String($0.prefix { $0 != " " }) } }

    /// The nodes of caches in a region, `cache.r6g.large`.
    public static func cacheNodes(in region: String) -> Set<String>? {
        spelled(region) {
            let numbers = strings("elasticache.\(region)")
            return numbers.isEmpty ? nil : machines(numbers[...], "cache")
        }
    }

    /// The versions of `redis`, `valkey` or `memcached`.
    public static func cacheVersions(of engine: String) -> [String]? {
        entry(engine, of: "elasticache.versions")?.map(String.init)
    }

    /// The machines that were asked for before, for a list is long.
    private static let known = Mutex<[String: Set<String>]>([:])

    private static func spelled(_ question: String, _ find: () -> Set<String>?) -> Set<String>? {
        if let found = known.withLock({ $0[question] }) { return found }
        guard let found = find() else { return nil }
        known.withLock { $0[question] = found }
        return found
    }

    /// What follows a word in the line of a document that begins with it.
    private static func entry(_ word: String, of document: String) -> ArraySlice<Substring>? {
        strings(document).first { $0.utf8.starts(with: "\(word) ".utf8) }?.split(separator: " ").dropFirst()
    }

    /// Families by their numbers, spelled out.
    private static func machines(_ numbers: some Sequence<Substring>, _ prefix: String) -> Set<String> {
        var found: Set<String> = []
        for number in numbers.compactMap({ Int($0) }) where sizes.indices.contains(number) {
            let words = sizes[number].split(separator: " ")
            guard let family = words.first else { continue }
            if words.count == 1 { found.insert("\(prefix).\(family)") }
            for size in words.dropFirst() { found.insert("\(prefix).\(family).\(size)") }
        }
        return found
    }

    /// `r6g 2xlarge large xlarge`.
    private static let sizes = strings("sizes")

    /// The strings of a document, which is a list of plain ones.
    private static func strings(_ name: String) -> [Substring] {
        guard let document = SchemaLines.offers.document(of: name) else { return [] }
        let parts = String(decoding: document, as: UTF8.self).utf8
            .split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).map { Substring(parts[$0]) }
    }
}

extension Offers {
    /// Each machine that a database can have somewhere.
    public static let everyDatabaseClass: Set<String> = {
        let regions = SchemaLines.offers.types.filter {
            $0.hasPrefix("rds.") && $0.utf8.filter { $0 == 0x2D }.count > 1
        }
        return regions.reduce(into: []) { found, region in
            for line in strings(region) { found.formUnion(machines(line.split(separator: " ").dropFirst(), "db")) }
        }
    }()
}
