import TerraneCore
import Testing

@testable import TerraneAWS

/// Readers of an Aurora cluster that come and go with their load.
struct ReaderScalingTests {
    private var cluster: AuroraCluster {
        AuroraCluster(
            "db", in: Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)), engine: .mySQL(.v3_10),
            databaseName: "shop", writer: .r6g(.large), readers: ["reader": .r6g(.large)])
    }

    private var scaled: AuroraCluster { cluster.scalingReaders(1...5, at: .percent(60)) }

    @Test func theClusterIsWhatScales() {
        #expect(
            listedResources(scaled).first { $0.name == "db/readers" }.map(bilingual) == """
                service_namespace | ServiceNamespace = "rds"
                resource_id | ResourceId = "cluster:(<db: cluster_identifier, Ref>)"
                scalable_dimension | ScalableDimension = "rds:cluster:ReadReplicaCount"
                min_capacity | MinCapacity = 1
                max_capacity | MaxCapacity = 5
                """)
    }

    @Test func theReadersAreKeptAtAUseOfTheirCPU() {
        let rows = table(of: "db/readers-cpu", in: scaled)
        let left = "target_tracking_scaling_policy_configuration"
        let right = "TargetTrackingScalingPolicyConfiguration"
        #expect(
            rows?.terraform["\(left)/predefined_metric_specification/predefined_metric_type"]
                == .string("RDSReaderAverageCPUUtilization"))
        #expect(rows?.terraform["\(left)/target_value"] == .number(60))
        #expect(rows?.cloudFormation["\(right)/TargetValue"] == .number(60))
        #expect(rows?.terraform["service_namespace"] == .string("rds"))
        #expect(rows?.terraform["scalable_dimension"] == .string("rds:cluster:ReadReplicaCount"))
        #expect(rows?.terraform["\(left)/predefined_metric_specification/resource_label"] == nil)
        #expect(problems(of: scaled).isEmpty)
    }

    @Test func readersStayAsTheyAreUnlessTold() {
        #expect(!listedNames(cluster).contains { $0.hasPrefix("db/readers") })
    }

    @Test func aTargetOfTheClusterShowsWhatItScales() {
        expectEachChangeToShow(
            AutoScaling.ScalableTarget("target", resourceID: "cluster:db", between: 1...5),
            [
                Change("dimension") { $0.dimension = .readers }, Change("resourceID") { $0.resourceID = "cluster:b" },
                Change("bounds") { $0.bounds = 1...6 }, Change("bounds") { $0.bounds = 0...5 },
            ])
    }
}
