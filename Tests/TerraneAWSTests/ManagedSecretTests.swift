import TerraneCore
import Testing

@testable import TerraneAWS

struct ManagedSecretTests {
    private func secret(_ rotation: ManagedSecret.Rotation) -> ManagedSecret {
        ManagedSecret("jwt", secretName: "shop/jwt", description: "Signs", rotation: rotation)
    }

    @Test func aSecretThatAFunctionRotatesLetsItBeCalledFirst() {
        let rotated = secret(.every(.days(365), function: "arn:function"))
        #expect(listedNames(rotated) == ["jwt", "jwt/rotator", "jwt/rotation"])
        let rows = table(of: "jwt/rotation", in: rotated)
        #expect(rows?.terraform["rotation_rules/automatically_after_days"] == .integer(365))
        #expect(rows?.cloudFormation["RotationLambdaARN"] == .string("arn:function"))
        #expect(rows?.cloudFormation["RotateImmediatelyOnUpdate"] == .boolean(false))
        #expect(listedResources(rotated)[2].declaration.options.dependencies == ["jwt/rotator"])
        #expect(problems(of: rotated).isEmpty)
    }

    @Test func aContainerReadsIt() {
        let variable = Secret("JWT", from: secret(.byHand))
        #expect(variable.arn == secret(.byHand).arn)
    }

    @Test func aSecretThatPeopleChangeIsAlone() {
        #expect(listedNames(secret(.byHand)) == ["jwt"])
    }

    @Test func othersAreLetInByAPolicy() {
        let shared = ManagedSecret(
            "keys", description: "Keys",
            statements: [
                IAM.Statement(
                    .allow, principal: .accounts(["444455556666"]), actions: ["secretsmanager:GetSecretValue"],
                    resources: ["*"])
            ])
        #expect(listedNames(shared) == ["keys", "keys/policy"])
        #expect(table(of: "keys/policy", in: shared)?.cloudFormation["BlockPublicPolicy"] == .boolean(true))
    }

    @Test(arguments: [TimeSpan.days(1), .days(90), .days(1000)])
    func wholeDaysAreAnInterval(interval: TimeSpan) {
        #expect(problems(of: secret(.every(interval, function: "arn:f"))).isEmpty)
    }

    @Test(arguments: [TimeSpan.hours(12), .hours(36), .days(1001)])
    func anyOtherIntervalIsAnError(interval: TimeSpan) {
        #expect(
            problems(of: secret(.every(interval, function: "arn:f"))) == [.rotationInterval("jwt/rotation", interval)])
    }

    @Test func aWindowLastsAnHourToADay() {
        func rotation(_ window: TimeSpan) -> [Diagnostic] {
            SecretsManager.Rotation("r", of: "arn:s", every: .days(1), by: .owner, window: window).check()
        }
        #expect(rotation(.minutes(30)) == [.rotationWindow("r")])
        #expect(rotation(.hours(24)).isEmpty)
    }

    @Test func aParameterHasAValueThatFitsItsTier() {
        func parameter(_ length: Int, _ tier: SSM.Parameter.Tier?) -> [Diagnostic] {
            SSM.Parameter(
                "p", path: "/p", description: "d", value: Value(String(repeating: "a", count: length)), tier: tier
            ).check()
        }
        #expect(parameter(0, nil) == [.parameterWithoutValue("p")])
        #expect(parameter(4097, nil) == [.parameterTooLong("p", 4097, 4096)])
        #expect(parameter(8193, .advanced) == [.parameterTooLong("p", 8193, 8192)])
        #expect(parameter(4096, .standard).isEmpty && parameter(8192, .advanced).isEmpty)
    }

    @Test func aListKeepsItsReferences() {
        let cluster = ECS.Cluster("main", clusterName: "main")
        let list = SSM.Parameter("p", path: "/p", description: "d", values: ["a", "\(cluster.arn)"])
        #expect(DataTable(list).terraform["value"] == Value<String>("a,\(cluster.arn)").expression)
    }
}
