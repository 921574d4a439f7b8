import Testing

@testable import TerraneSchemas

/// What databases and caches are offered, as embedded.
@Suite struct OffersTests {
    @Test func aMachineIsOfferedForAnEngineInARegion() throws {
        let classes = try #require(Offers.databaseClasses(of: "aurora-mysql", in: "ap-northeast-1"))
        #expect(classes.contains("db.r6g.large"))
        #expect(classes.contains("db.t4g.medium"))
        #expect(!classes.contains("db.m6g.large"))
        #expect(Offers.databaseClasses(of: "postgres", in: "ap-northeast-1")?.contains("db.m6g.large") == true)
    }

    @Test func aVersionKnowsItsMachines() throws {
        let old = try #require(Offers.databaseClasses(ofVersion: "5.7.44"))
        #expect(old.contains("db.m5.large"))
        #expect(!old.contains("db.m7g.large"))
        #expect(Offers.databaseClasses(ofVersion: "99.1") == nil)
    }

    @Test func anEngineHasVersions() {
        #expect(Offers.databaseVersions(of: "postgres")?.contains("16.13") == true)
        #expect(Offers.databaseVersions(of: "aurora-mysql")?.contains("8.0.mysql_aurora.3.10.4") == true)
        #expect(Offers.cacheVersions(of: "redis")?.contains("7.1") == true)
        #expect(Offers.databaseEngines.contains("sqlserver-ee"))
    }

    @Test func aRegionHasNodes() {
        #expect(Offers.cacheNodes(in: "ap-northeast-1")?.contains("cache.r7g.large") == true)
        #expect(Offers.cacheNodes(in: "nowhere") == nil)
    }
}
