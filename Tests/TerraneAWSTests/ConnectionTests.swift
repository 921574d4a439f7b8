import TerraneCore
import Testing

@testable import TerraneAWS

struct ConnectionTests {
    private let web = End(name: "web", peer: .securityGroup("sg-web"), listeningPorts: 3000)
    private let worker = End(name: "worker/queue", peer: .securityGroup("sg-worker"), listeningPorts: nil)

    @Test func aConnectionIsARuleOnEitherEnd() {
        let connection = Connection(from: worker, to: web)
        #expect(listedNames(connection) == ["worker/queue/to-web/out", "worker/queue/to-web/in"])
        #expect(
            listedResources(connection).map(bilingual) == [
                """
                security_group_id | GroupId = "sg-worker"
                description | Description = "To web"
                referenced_security_group_id | DestinationSecurityGroupId = "sg-web"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 3000
                to_port | ToPort = 3000
                """,
                """
                security_group_id | GroupId = "sg-web"
                description | Description = "From worker-queue"
                referenced_security_group_id | SourceSecurityGroupId = "sg-worker"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 3000
                to_port | ToPort = 3000
                """,
            ])
    }

    /// It is named after both ends, so it is called otherwise when the server is; unless that keeps its physical name.
    @Test func aConnectionIsRenamedWithItsServer() {
        let old = "rediss-sessions"
        let network = Network("web", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
        let cache = RedisCache("cache", in: network, node: .t4g(.small), replicas: 1).renamed(from: Name(old))
        #expect(
            Connection(from: web, to: cache).declaration.options.formerNames.map(\.name) == ["web/to-rediss-sessions"])
        let pinned = RedisCache(Name("cache", physical: old), in: network, node: .t4g(.small), replicas: 1)
            .renamed(from: Name(old))
        #expect(Connection(from: web, to: pinned).name == "web/to-rediss-sessions")
        #expect(Connection(from: web, to: pinned).declaration.options.formerNames.isEmpty)
    }

    @Test func theInternetHasNoSecurityGroup() {
        let out = Connection(from: web, to: Internet())
        #expect(listedNames(out) == ["web/to-internet/out"])
        #expect(table(of: "web/to-internet/out", in: out)?.cloudFormation["CidrIp"] == .string("0.0.0.0/0"))
        #expect(listedNames(Connection(from: Internet(), to: web)) == ["internet/to-web/in"])
    }

    @Test func otherPortsMayBeGiven() {
        let connection = Connection(from: web, to: worker, ports: PortRange(9000...9010))
        #expect(connection.check().isEmpty)
        #expect(table(of: "web/to-worker-queue/out", in: connection)?.terraform["to_port"] == .integer(9010))
    }

    @Test func aConnectionToWhatDoesNotListenIsAnError() {
        #expect(Connection(from: web, to: worker).check() == [.connectionWithoutPort("web", "worker/queue")])
        #expect(Connection(from: worker, to: web).check().isEmpty)
        #expect(listedNames(Connection(from: web, to: worker)).isEmpty)
    }

    @Test func addressesMayBeEitherEnd() {
        let office = AddressRange("office", "203.0.113.0/24", port: 8443)
        #expect(listedNames(Connection(from: office, to: web)) == ["office/to-web/in"])
        let out = Connection(from: web, to: office)
        #expect(
            listedResources(out).map(bilingual) == [
                """
                security_group_id | GroupId = "sg-web"
                description | Description = "To office"
                cidr_ipv4 | CidrIp = "203.0.113.0/24"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 8443
                to_port | ToPort = 8443
                """
            ])
    }

    @Test func aSecurityGroupOfOthersIsGivenARuleToo() {
        let warehouse = ExistingSecurityGroup("warehouse", id: "sg-warehouse", port: 5439)
        let connection = Connection(from: web, to: warehouse)
        #expect(listedNames(connection) == ["web/to-warehouse/out", "web/to-warehouse/in"])
        #expect(
            table(of: "web/to-warehouse/in", in: connection)?.terraform["security_group_id"] == .string("sg-warehouse"))
    }

    @Test func aGroupOfTheStackIsAnEnd() {
        let group = EC2.SecurityGroup("batch", in: "vpc-1", description: "Batch jobs")
        #expect(listedNames(Connection(from: group, to: web)) == ["batch/to-web/out", "batch/to-web/in"])
        #expect(Connection(from: web, to: group).check() == [.connectionWithoutPort("web", "batch")])
    }

    @Test func aServiceOfAWSIsAListOfAddresses() {
        let storage = ManagedAddresses("storage", listName: "com.amazonaws.\(Deployment.region).s3")
        let rule = table(of: "web/to-storage/out", in: Connection(from: web, to: storage))
        let list = "<data storage: id, parameter storage-id>"
        #expect(rule?.terraform["prefix_list_id"]?.shortText == list)
        #expect(rule?.cloudFormation["DestinationPrefixListId"]?.shortText == list)
    }

    @Test func aConnectionBetweenAddressesAloneIsAnError() {
        let office = AddressRange("office", "203.0.113.0/24")
        #expect(Connection(from: office, to: Internet()).check() == [.connectionWithoutGroup("office", "internet")])
        #expect(Connection(from: office, to: web).check().isEmpty)
    }

    @Test func aPortThatIsNoneIsMarked() {
        #expect(Port(65536).expression.shortText == "malformed 65536")
        #expect(Port(-1).expression.shortText == "malformed -1")
        #expect(Port(65535).expression == .integer(65535))
    }
}

private struct End: Connectable {
    let name: Name
    let peer: EC2.TrafficPeer
    let listeningPorts: PortRange?
}
