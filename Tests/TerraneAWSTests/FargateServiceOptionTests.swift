import TerraneCore
import Testing

@testable import TerraneAWS

/// What a service can be told besides its containers.
struct FargateServiceOptionTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let topic = AlertTopic("oncall", subscribers: ["ops": .email("ops@example.com")])

    private func service(@ContainerSettingsBuilder settings: () -> [ContainerSetting] = { [] }) -> FargateService {
        FargateService("api", in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
            Container("api", image: .named("nginx"), port: 3000, settings: settings)
        }
    }

    private func text(_ path: String, of name: String, in service: FargateService) -> String {
        table(of: name, in: service)?.cloudFormation[path]?.shortText ?? ""
    }

    // MARK: Shells

    @Test func peopleOpenAShellThroughSystemsManager() {
        let open = service().allowingExec()
        let rows = table(of: "api", in: open)
        #expect(rows?.terraform["enable_execute_command"] == .boolean(true))
        #expect(rows?.cloudFormation["EnableExecuteCommand"] == .boolean(true))
        #expect(text("PolicyDocument", of: "api/task-policy", in: open).contains("ssmmessages:OpenDataChannel"))
        #expect(!text("PolicyDocument", of: "api/execution-policy", in: open).contains("ssmmessages"))
    }

    @Test func nobodyOpensAShellUnlessAllowed() {
        #expect(table(of: "api", in: service())?.terraform["enable_execute_command"] == nil)
        #expect(!listedNames(service()).contains("api/task-policy"))
    }

    // MARK: Secrets

    private let store = SecretsManager.Secret(
        "keys", secretName: "shop/keys", description: "Keys", encryptedWith: "arn:key")

    @Test func aMemberOfASecretIsNamedAfterItsARN() {
        let told = service { Secret("TOKEN", from: store, key: "token") }
        let reference = "valueFrom: \"(\(store.arn.expression.shortText)):token::\""
        let rows = table(of: "api/task", in: told)
        #expect(rows?.terraform["container_definitions"]?.shortText.contains(reference) == true)
        #expect(rows?.cloudFormation["ContainerDefinitions"]?.shortText.contains("V" + reference.dropFirst()) == true)
    }

    @Test func theRoleReadsTheWholeSecretForAMember() {
        let told = service {
            Secret("TOKEN", from: store, key: "token")
            Secret("OTHER", from: store, key: "other")
        }
        let policy = text("PolicyDocument", of: "api/execution-policy", in: told)
        #expect(policy.contains("Resource: [<keys: arn, Ref>]"))
        #expect(policy.contains("Action: [\"kms:Decrypt\"], Resource: [\"arn:key\"]"))
        #expect(!policy.contains("token"))
    }

    @Test func aSecretWithoutAMemberIsReadWhole() {
        let told = service { Secret("KEYS", from: store) }
        let rows = table(of: "api/task", in: told)
        #expect(rows?.terraform["container_definitions"]?.shortText.contains("valueFrom: <keys: arn, Ref>") == true)
    }

    // MARK: Capacity

    @Test func aServiceSharesItsTasksBetweenRegularAndSpareMachines() {
        let shared = service().capacity(.spot(afterRegular: 1))
        #expect(shared.check().isEmpty)
        let rows = table(of: "api", in: shared)
        #expect(rows?.terraform["capacity_provider_strategy[0]/base"] == .integer(1))
        #expect(rows?.cloudFormation["CapacityProviderStrategy[1]/Weight"] == .integer(4))
        #expect(rows?.cloudFormation["CapacityProviderStrategy[1]/CapacityProvider"] == .string("FARGATE_SPOT"))
    }

    @Test func spareCapacityComesAfterRegularMachines() {
        #expect(
            CapacityStrategy.spot(afterRegular: 2).shares == [
                ECS.CapacityShare(.fargate, weight: 1, base: 2), ECS.CapacityShare(.fargateSpot, weight: 4),
            ])
        #expect(
            CapacityStrategy.mixed(regular: 1, spot: 2).shares == [
                ECS.CapacityShare(.fargate), ECS.CapacityShare(.fargateSpot, weight: 2),
            ])
        #expect(CapacityStrategy.regular.shares == [ECS.CapacityShare(.fargate)])
        #expect(CapacityStrategy.spot.shares == [ECS.CapacityShare(.fargateSpot)])
    }

    // MARK: Alarms of a deployment

    @Test func aRollingUpdateGoesByAlarms() {
        let full = Alarm("full", on: service().metrics.memory, above: .percent(90), notify: topic)
        let rows = table(of: "api", in: service().deployed(.rolling(rollingBackOn: [full])))
        #expect(rows?.terraform["alarms/alarm_names"] == .list([full.id.expression]))
        #expect(
            rows?.terraform["alarms/enable"] == .boolean(true) && rows?.terraform["alarms/rollback"] == .boolean(true))
        #expect(rows?.cloudFormation["DeploymentConfiguration/Alarms/AlarmNames"] == .list([full.id.expression]))
        #expect(rows?.cloudFormation["DeploymentConfiguration/Alarms/Rollback"] == .boolean(true))
    }

    @Test func withoutAlarmsNoneAreWritten() {
        let rows = table(of: "api", in: service().deployed(.rolling()))
        #expect(rows?.terraform.keys.contains { $0.hasPrefix("alarms") } == false)
        #expect(rows?.cloudFormation.keys.contains { $0.contains("/Alarms") } == false)
    }
}
