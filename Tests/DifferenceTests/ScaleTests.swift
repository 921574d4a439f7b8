import Terrane
import TerraneCompiler
import Testing

/// Large stacks: the worst is still the first, and the cost grows with the number of resources alone.
@Suite struct ScaleTests {
    @Test func theRiskiestOfFiveThousandChangesComesFirst() async throws {
        let older = await Many(units: 1250, size: 30, database: "orders").graph
        let newer = await Many(units: 1250, size: 60, database: "other-orders").graph
        let read = try (readGraphDocument(bytes(of: older)), readGraphDocument(bytes(of: newer)))
        #expect(read.0.nodes.count == 5001)
        let clock = ContinuousClock()
        var difference = compare(older, older)
        #expect(difference.changes.isEmpty)
        let time = clock.measure { difference = compare(read.0, read.1) }
        #expect(difference.changes.count == 5001)
        #expect(difference.headline == "data-loss will: database")
        #expect(time < .seconds(60), "\(time)")
    }

    /// A network that a thousand groups are in.
    @Test func aCascadeIsComplete() async throws {
        let graph = await Crowded(groups: 1000).graph
        let difference = compare(graph, graph.setting("cidr_block", "10.0.0.0/20", of: "network"))
        #expect(difference.headline == "replacement will: network")
        #expect(difference.changes.count == 1001)
        #expect(difference["group-999"]?.consequences.first?.cause == "network")
    }

    private func bytes(of graph: ResourceGraph) -> [UInt8] {
        lowerToGraphDocument(graph).drafts[0].artifact.contents
    }
}

/// Queues, four a unit, and one database.
private struct Many: Stack {
    let name: Name = "many"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"
    let units: Int
    let size: Int
    let database: String

    var body: Content {
        for unit in 0..<(units * 4) {
            RawResource("queue-\(unit)", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {
                row("name", "QueueName", "queue-\(unit)")
                row("visibility_timeout_seconds", "VisibilityTimeout", size)
                row("message_retention_seconds", "MessageRetentionPeriod", 3600)
            }
        }
        RDS.DBCluster.sample("database", identifier: database)
    }
}

extension RDS.DBCluster {
    fileprivate static func sample(_ name: Name, identifier: String) -> RawResource {
        RawResource(name, type: RDS.DBCluster.type) {
            row("cluster_identifier", "DBClusterIdentifier", identifier)
            row("engine", "Engine", "aurora-mysql")
        }
    }
}

/// Security groups in one network.
private struct Crowded: Stack {
    let name: Name = "crowded"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"
    let groups: Int

    var network: EC2.VPC { EC2.VPC("network", cidr: "10.0.0.0/16") }

    var body: Content {
        network
        for number in 0..<groups {
            EC2.SecurityGroup(Name("group-\(number)"), in: network.id, description: "Group")
        }
    }
}
