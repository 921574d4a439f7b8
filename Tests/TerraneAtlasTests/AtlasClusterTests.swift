import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneAtlas

/// What the tests of Atlas stand on.
enum Fixture {
    static let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    static let project = AtlasProject("atlas", called: "koemo", in: "5f0000000000000000000000")
    static let link = AtlasPrivateLink("link", to: project, in: network)
    static let backups = AtlasBackupPlan.keeping(
        hourly: .days(1), daily: .days(7), weekly: .weeks(4), monthly: .months(12), anyPoint: .days(1),
        copiedTo: [.oregon, .osaka])

    static func cluster(
        nodes: Int = 3, analytics: Int = 0, storage: DataSize = .gibibytes(40), upTo largest: ClusterTier? = .m40,
        backups: AtlasBackupPlan = backups
    ) -> AtlasCluster {
        AtlasCluster(
            "koemo", in: project, through: link, tier: .m30, storage: storage, nodes: nodes, analyticsNodes: analytics,
            scalingUpTo: largest, backups: backups)
    }
}

struct AtlasClusterTests {
    private let terraform = "replication_specs[0]/region_configs[0]/"
    private let cloudFormation = "ReplicationSpecs[0]/AdvancedRegionConfigs[0]/"

    @Test func aClusterListsItselfAndItsBackups() {
        #expect(listedNames(Fixture.cluster()) == ["koemo", "koemo/backups"])
    }

    @Test func nodesAreSpeltInBothDialects() {
        let rows = table(of: "koemo", in: Fixture.cluster())
        #expect(rows?.terraform[terraform + "electable_specs/instance_size"] == .string("M30"))
        #expect(rows?.cloudFormation[cloudFormation + "ElectableSpecs/NodeCount"] == .integer(3))
        #expect(rows?.terraform[terraform + "region_name"] == .string("AP_NORTHEAST_1"))
        #expect(rows?.cloudFormation[cloudFormation + "Priority"] == .integer(7))
        #expect(rows?.terraform[terraform + "auto_scaling/compute_max_instance_size"] == .string("M40"))
        #expect(rows?.cloudFormation[cloudFormation + "AutoScaling/Compute/MaxInstanceSize"] == .string("M40"))
    }

    @Test func storageIsStatedForEachKindOfNodeOrOnceForTheCluster() {
        let rows = table(of: "koemo", in: Fixture.cluster(analytics: 1))
        #expect(rows?.terraform[terraform + "electable_specs/disk_size_gb"] == .integer(40))
        #expect(rows?.terraform[terraform + "analytics_specs/disk_size_gb"] == .integer(40))
        #expect(rows?.cloudFormation["DiskSizeGB"] == .integer(40))
    }

    @Test func analyticsNodesAreThereOnlyWhenAskedFor() {
        #expect(table(of: "koemo", in: Fixture.cluster())?.terraform[terraform + "analytics_specs/node_count"] == nil)
        let rows = table(of: "koemo", in: Fixture.cluster(analytics: 1))
        #expect(rows?.cloudFormation[cloudFormation + "AnalyticsSpecs/NodeCount"] == .integer(1))
    }

    @Test func aClusterWithoutALargestTierKeepsItsTier() {
        let rows = table(of: "koemo", in: Fixture.cluster(upTo: nil))
        #expect(rows?.terraform[terraform + "auto_scaling/compute_enabled"] == .boolean(false))
        #expect(rows?.cloudFormation[cloudFormation + "AutoScaling/DiskGB/Enabled"] == .boolean(true))
    }

    @Test func furtherRegionsTakeOverInTheirOrder() {
        let spread = Fixture.cluster().spreading(to: .init(.oregon, electable: 2))
        let rows = table(of: "koemo", in: spread)
        #expect(rows?.terraform["replication_specs[0]/region_configs[1]/region_name"] == .string("US_WEST_2"))
        #expect(rows?.terraform["replication_specs[0]/region_configs[1]/priority"] == .integer(6))
        #expect(spread.check().isEmpty)
    }

    @Test func aClusterComesAfterItsPrivateConnection() {
        #expect(listedResources(Fixture.cluster())[0].declaration.options.dependencies == ["link"])
    }

    @Test func clientsAreToldThePrivateAddress() {
        guard
            case .either(.reference(let left), .element(.reference(let right), 0)) =
                Fixture.cluster().connectionString.expression
        else {
            Issue.record("not a reference a side")
            return
        }
        #expect(left.attribute.terraform == "connection_strings.private_endpoint[0].srv_connection_string")
        #expect(right.attribute.cloudFormation == .attribute("ConnectionStrings.PrivateEndpointsSrv"))
    }

    @Test func protectionAndVersionCanBeChosen() {
        let staging = Fixture.cluster().terminationProtection(false).version(.v7_0).called("koemo-staging")
        let rows = table(of: "koemo", in: staging)
        #expect(rows?.terraform["termination_protection_enabled"] == .boolean(false))
        #expect(rows?.cloudFormation["MongoDBMajorVersion"] == .string("7.0"))
        #expect(rows?.cloudFormation["Name"] == .string("koemo-staging"))
    }

    @Test func aClusterThatAtlasTakesIsNoError() {
        #expect(Fixture.cluster().check().isEmpty)
        #expect(Fixture.cluster(nodes: 5, analytics: 1, upTo: nil).check().isEmpty)
    }

    @Test func anEvenNumberOfNodesIsAnError() {
        #expect(Fixture.cluster(nodes: 4).check() == [.atlasNodes("koemo", 4)])
    }

    @Test func fewerAnalyticsNodesThanNoneAreAnError() {
        #expect(Fixture.cluster(analytics: -1).check() == [.atlasAnalyticsNodes("koemo", -1)])
    }

    @Test func aRegionNamedTwiceIsAnError() {
        let twice = Fixture.cluster().spreading(to: .init(.tokyo, electable: 2))
        #expect(twice.check() == [.atlasRegionTwice("koemo")])
    }

    @Test func scalingUpToASmallerTierIsAnError() {
        #expect(Fixture.cluster(upTo: .m20).check() == [.atlasTiers("koemo", .m30, .m20)])
        #expect(Fixture.cluster(upTo: .m30).check().isEmpty)
    }

    @Test func storageUnderTenGibibytesIsAnError() {
        #expect(Fixture.cluster(storage: .gibibytes(9)).check() == [.atlasStorage("koemo")])
        #expect(Fixture.cluster(storage: .gibibytes(10)).check().isEmpty)
    }

    @Test func anUnderscoreInAClustersNameIsAnError() {
        #expect(Fixture.cluster().called("my_cluster").check() == [.atlasClusterName("koemo", "my_cluster")])
        #expect(Fixture.cluster().called("my-cluster").check().isEmpty)
    }
}
