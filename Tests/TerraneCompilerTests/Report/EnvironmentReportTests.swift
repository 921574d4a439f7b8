import TerraneAWS
import TerraneChecks
import TerraneCore
import Testing

@testable import TerraneCompiler

/// What a report tells beside alarms.
@Suite struct EnvironmentReportTests {
    @Test func aSecretThatNothingRotatesIsSaidToBeChangedByHand() async throws {
        let report = try await report(of: TestStack { ManagedSecret("key", description: "A key") })
        let secret = try #require(report.secrets.first)
        #expect(secret.rotation == .byHand("Not by itself: its value is put in by hand"))
        #expect(secret.readers.isEmpty)
    }

    @Test func aRotationIsSaidWithItsDaysAndItsFunction() async throws {
        let secret = ManagedSecret("key", description: "A key")
        let report = try await report(
            of: TestStack {
                secret
                RawResource(
                    "rotation", terraform: "aws_secretsmanager_secret_rotation",
                    cloudFormation: "AWS::SecretsManager::RotationSchedule"
                ) {
                    row("secret_id", "SecretId", secret.arn)
                    row("rotation_lambda_arn", "RotationLambdaARN", Parameter<ARN>("function"))
                    nested("rotation_rules", "RotationRules") {
                        row("automatically_after_days", "AutomaticallyAfterDays", 90)
                    }
                }
            })
        #expect(
            report.secrets.first?.rotation == .automatic("Every 90 days, by the function set at deployment: function"))
    }

    @Test func aSensitiveParameterIsASecretAndAnotherIsNot() async throws {
        let report = try await report(
            of: TestStack {
                Thing("a", Parameter<String>("password", sensitive: true).value)
                Thing("b", Parameter<String>("colour").value)
            })
        #expect(report.secrets.map(\.name) == ["password"])
        #expect(report.secrets.first?.readers.count == 1)
    }

    @Test func whatContainersReadFromElsewhereIsASecretToo() async throws {
        let own = ManagedSecret("key", description: "A key")
        let report = try await report(
            of: TestStack {
                own
                RawResource("task", terraform: "aws_ecs_task_definition", cloudFormation: "AWS::ECS::TaskDefinition") {
                    row("family", "Family", "task")
                    terraformOnly(
                        "container_definitions",
                        Value<String>(
                            .json(
                                .list([
                                    .object([
                                        .init("name", .string("web")),
                                        .init(
                                            "secrets",
                                            .list([
                                                secret("KEY", own.arn.expression),
                                                secret("TOKEN", .string("arn:aws:ssm:eu-west-1:1:parameter/token")),
                                            ])),
                                    ])
                                ]))), because: "a test")
                }
            })
        let foreign = report.secrets.filter { $0.rotation == .elsewhere }
        #expect(foreign.map(\.name) == ["arn:aws:ssm:eu-west-1:1:parameter/token"])
        #expect(foreign.first?.readers == ["container web of task, as TOKEN"])
    }

    private func secret(_ name: String, _ place: Expression) -> Expression {
        .object([.init("name", .string(name)), .init("valueFrom", place)])
    }

    @Test func aRuleThatLetsEverybodyInIsAnEntranceAndOneForAGroupIsNot() async throws {
        let network = EC2.VPC("net", cidr: "10.0.0.0/16")
        let group = EC2.SecurityGroup("group", in: network.id, description: "A group")
        let report = try await report(
            of: TestStack {
                network
                group
                EC2.IngressRule(
                    "open", into: group.id, from: .range(.anywhere), ports: 443, description: "Everybody")
                EC2.IngressRule(
                    "inner", into: group.id, from: .securityGroup(group.id), ports: 5432, description: "Itself")
            })
        let entrance = try #require(report.entrances.first)
        #expect(report.entrances.count == 1)
        #expect(entrance.isInternet)
        #expect(entrance.ports == "443")
        #expect(entrance.reason == "Everybody")
    }

    @Test(arguments: [true, false])
    func whatNoPacketReachesIsNotSaidToBeReached(isInternal: Bool) async throws {
        let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single)
        let group = EC2.SecurityGroup("group", in: network.vpc, description: "A group")
        let report = try await report(
            of: TestStack {
                network
                group
                EC2.IngressRule("open", into: group.id, from: .range(.anywhere), ports: 443, description: "Everybody")
                RawResource(
                    "balancer", terraform: "aws_lb", cloudFormation: "AWS::ElasticLoadBalancingV2::LoadBalancer"
                ) {
                    row("internal", isInternal)
                    row("subnets", "Subnets", network.publicSubnets)
                    row("security_groups", "SecurityGroups", [group.id])
                }
            })
        let entrance = try #require(report.entrances.first)
        #expect(entrance.reaches == (isInternal ? [] : ["balancer"]))
        #expect(entrance.sealed == (isInternal ? ["balancer"] : []))
    }

    @Test(arguments: [DeploymentEnvironment.production, .staging])
    func aPolicyOfProductionIsNotSaidToBeKeptElsewhere(_ environment: DeploymentEnvironment) async throws {
        let report = try await report(
            of: TestStack(environment: environment) { Thing("a") }, policies: [.deletionProtection, .encryptionAtRest])
        #expect(report.policies.map(\.isAsked) == [environment.isProduction, true])
    }

    @Test func whatRunsByTheHourIsNamedWithItsNumber() async throws {
        let report = try await report(
            of: TestStack { Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .perZone) })
        #expect(report.costs.filter { $0.basis == .hourly && $0.kind == "NAT gateway" }.count == 2)
    }

    @Test func productionComesFirstAndTheOthersAreComparedWithIt() {
        let stacks = [TestStack(environment: .staging) {}, TestStack(environment: .production) {}]
        let report = SystemReport(of: stacks.map { evaluate($0).graph }, policies: [])
        #expect(report.environments.map(\.name) == ["production", "staging"])
        #expect(report.differences.map(\.environment) == ["staging"])
        #expect(report.differences.map(\.reference) == ["production"])
    }

    @Test func aDifferenceThatFollowsFromTheEnvironmentIsCountedAndLeftOut() async throws {
        func stack(_ environment: DeploymentEnvironment, nodes: Int) -> TestStack {
            TestStack(environment: environment) {
                RawResource(
                    "cache", terraform: "aws_elasticache_replication_group",
                    cloudFormation: "AWS::ElastiCache::ReplicationGroup"
                ) {
                    row("description", "ReplicationGroupDescription", "cache-\(environment.name)")
                    row("num_cache_clusters", "NumCacheClusters", nodes)
                }
            }
        }
        let graphs = await Compiler(targets: []).compile([stack(.production, nodes: 3), stack(.staging, nodes: 1)])
            .graphs
        let difference = try #require(SystemReport(of: graphs, policies: []).differences.first)
        #expect(difference.expected == 1)
        #expect(
            difference.changed.flatMap(\.properties) == [
                ReportedDifference.Property(path: "num_cache_clusters", reference: "3", value: "1")
            ])
    }

    @Test func whatKeepsDataComesFirstAmongWhatIsMissing() async throws {
        let graphs = await Compiler(targets: []).compile([
            TestStack(environment: .production) {
                RawResource("queue", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {}
                Thing("store")
            }, TestStack(environment: .staging) {},
        ]).graphs
        let difference = try #require(SystemReport(of: graphs, policies: []).differences.first)
        #expect(difference.missing.map(\.name) == ["store", "queue"])
    }
}
