import Terrane
import Testing

@testable import TerraneChecks

/// Tasks, services and their scaling: bounds, and silence about what is not known.
@Suite struct ComputeTests {
    private static func found(@ContentBuilder _ content: @escaping @Sendable () -> Content) -> [String] {
        Checks.compute(CheckedStack(content: content).inventory).map(\.rule)
    }

    private static func task(
        cpu: Value<String> = "256", memory: Value<String> = "512",
        role: Value<ARN>? = "arn:aws:iam::111122223333:role/a",
        _ containers: [Properties]
    ) -> RawResource {
        RawResource("task", type: ECS.TaskDefinition.type) {
            row("family", "Family", "api")
            row("network_mode", "NetworkMode", "awsvpc")
            row("requires_compatibilities", "RequiresCompatibilities", ["FARGATE"])
            row("cpu", "Cpu", cpu)
            row("memory", "Memory", memory)
            row("execution_role_arn", "ExecutionRoleArn", role)
            row(
                "container_definitions",
                terraform: Expression.json(.list(containers.map { $0.object(in: .terraform) })), "ContainerDefinitions",
                cloudFormation: Expression.list(containers.map { $0.object(in: .cloudFormation) }))
        }
    }

    private static func container(
        _ name: String = "api", @PropertiesBuilder _ more: () -> Properties = { Properties() }
    ) -> Properties {
        Properties {
            row("name", "Name", name)
            row("image", "Image", "nginx")
            more()
        }
    }

    @Test(arguments: [
        ("256", "2048"), ("512", "4096"), ("1024", "8192"), ("4096", "30720"), ("8192", "61440"), ("16384", "122880"),
        (".25 vCPU", "0.5 GB"), ("1 vcpu", "2GB"),
    ])
    func fargateHasTheseSizes(cpu: String, memory: String) {
        #expect(Self.found { Self.task(cpu: Value(cpu), memory: Value(memory), [Self.container()]) } == [])
    }

    @Test(arguments: [("256", "3072"), ("300", "512"), ("8192", "17408"), ("1 vCPU", "1 GB")])
    func fargateDoesNotHaveThese(cpu: String, memory: String) {
        #expect(
            Self.found { Self.task(cpu: Value(cpu), memory: Value(memory), [Self.container()]) } == ["fargate-size"])
    }

    @Test func aSizeThatIsAParameterIsNotGuessed() {
        let size = Parameter<String>("memory", default: "1")
        #expect(Self.found { Self.task(memory: size.value, [Self.container()]) } == [])
    }

    @Test func aTaskWithoutMemoryIsNotForFargate() {
        #expect(
            Self.found {
                RawResource("task", type: ECS.TaskDefinition.type) {
                    row("network_mode", "NetworkMode", "awsvpc")
                    row("requires_compatibilities", "RequiresCompatibilities", ["FARGATE"])
                    row("cpu", "Cpu", "256")
                }
            } == ["task-without-size"])
    }

    @Test func whatIsReservedIsCountedAndNotTheLimit() {
        let big = Self.container("a") {
            row("memory", "Memory", 512)
            row("memoryReservation", "MemoryReservation", 256)
        }
        let other = Self.container("b") { row("memoryReservation", "MemoryReservation", 256) }
        #expect(Self.found { Self.task([big, other]) } == [])
        let third = Self.container("c") { row("memoryReservation", "MemoryReservation", 1) }
        #expect(Self.found { Self.task([big, other, third]) } == ["containers-over-task"])
    }

    @Test func aReservationIsLessThanTheLimit() {
        let container = Self.container {
            row("memory", "Memory", 128)
            row("memoryReservation", "MemoryReservation", 129)
        }
        #expect(Self.found { Self.task([container]) } == ["reservation-over-limit"])
    }

    @Test func containersHaveNamesOfTheirOwnAndOneIsEssential() {
        #expect(Self.found { Self.task([Self.container("a"), Self.container("a")]) } == ["task-container-twice"])
        #expect(Self.found { Self.task([Self.container("a b")]) } == ["container-name"])
        let idle = Self.container { row("essential", "Essential", false) }
        #expect(Self.found { Self.task([idle]) } == ["no-essential-container"])
    }

    private static func port(_ number: Int, _ protocolName: String? = nil) -> Row {
        repeated("portMappings", "PortMappings", [number]) { number in
            row("containerPort", "ContainerPort", number)
            row("protocol", "Protocol", protocolName)
        }
    }

    @Test func aPortIsOneForEachProtocol() {
        let tcp = Self.container("a") { Self.port(53) }
        let udp = Self.container("b") { Self.port(53, "udp") }
        #expect(Self.found { Self.task([tcp, udp]) } == [])
        #expect(
            Self.found { Self.task([tcp, Self.container("b") { Self.port(53, "tcp") }]) } == ["container-port-twice"])
    }

    @Test func aContainerWaitsForTheHealthOfOneThatTellsIt() {
        func after(_ other: String) -> Row {
            repeated("dependsOn", "DependsOn", [other]) { other in
                row("containerName", "ContainerName", other)
                row("condition", "Condition", "HEALTHY")
            }
        }
        let waiting = Self.container("a") { after("b") }
        #expect(Self.found { Self.task([waiting, Self.container("b")]) } == ["dependency-without-health"])
        #expect(Self.found { Self.task([waiting]) } == ["unknown-dependency"])
    }

    // MARK: Execution roles

    private static let role = IAM.Role(
        "role", roleName: "starter", description: "Starts",
        trust: IAM.PolicyDocument(
            IAM.Statement(.allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"])))
    private static let secret = SecretsManager.Secret("secret", secretName: "shop/key", description: "Key")

    private static func told(_ value: Value<String>) -> Properties {
        container {
            repeated("secrets", "Secrets", [value]) { value in
                row("name", "Name", "KEY")
                row("valueFrom", "ValueFrom", value)
            }
        }
    }

    private static func policy(_ statement: IAM.Statement) -> IAM.RolePolicy {
        IAM.RolePolicy("policy", policyName: "p", of: role.id, IAM.PolicyDocument(statement))
    }

    private static func start(_ statement: IAM.Statement, reading value: Value<String> = secret.arn.as()) -> [String] {
        found {
            role
            secret
            policy(statement)
            task(role: role.arn, [told(value)])
        }
    }

    @Test func aRoleReadsWhatItsPolicyNames() {
        #expect(Self.start(.allow("secretsmanager:GetSecretValue", on: [Self.secret.arn])) == [])
        #expect(Self.start(.allow("secretsmanager:Get*", on: ["*"])) == [])
        #expect(Self.start(.allow("secretsmanager:getsecretvalue", on: ["\(Self.secret.arn)-??????"])) == [])
        #expect(Self.start(.allow("secretsmanager:DescribeSecret", on: ["*"])) == ["start-forbidden"])
        #expect(Self.start(.deny("secretsmanager:GetSecretValue", on: ["*"])) == ["start-forbidden"])
    }

    @Test func aMemberOfASecretIsTheSecret() {
        let member: Value<String> = "\(Self.secret.arn):password::"
        #expect(Self.start(.allow("secretsmanager:GetSecretValue", on: [Self.secret.arn]), reading: member) == [])
        #expect(Self.start(.allow("ssm:GetParameters", on: ["*"]), reading: member) == ["start-forbidden"])
    }

    @Test func aLiteralSecretIsMatchedWithItsPattern() {
        let arn: Value<String> = "arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:shop/key-aB3dE6"
        func allowing(_ pattern: Value<ARN>) -> [String] {
            Self.start(.allow("secretsmanager:GetSecretValue", on: [pattern]), reading: arn)
        }
        #expect(allowing("arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:shop/*") == [])
        #expect(allowing("arn:aws:secretsmanager:*:111122223333:secret:shop/key-??????") == [])
        #expect(allowing("arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:other/*") == ["start-forbidden"])
    }

    @Test func aPolicyOfSomebodyElseIsNotGuessed() {
        #expect(
            Self.found {
                Self.role
                Self.secret
                IAM.PolicyAttachment("more", of: "arn:aws:iam::111122223333:policy/theirs", to: Self.role)
                Self.task(role: Self.role.arn, [Self.told(Self.secret.arn.as())])
            } == [])
    }

    @Test func AWSsOwnPolicyReadsNoSecrets() {
        #expect(
            Self.found {
                Self.role
                Self.secret
                IAM.PolicyAttachment("more", of: IAM.AWSManagedPolicy.ecsTaskExecution.arn, to: Self.role)
                Self.task(role: Self.role.arn, [Self.told(Self.secret.arn.as())])
            } == ["start-forbidden"])
    }

    @Test func aRoleThatExistsAlreadyIsNotLookedInto() {
        #expect(Self.found { Self.task([Self.told("arn:aws:ssm:ap-northeast-1:111122223333:parameter/a")]) } == [])
    }

    @Test func theLibrarysOwnTasksMayStart() {
        let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
        let cluster = FargateCluster("cluster")
        let images = ImageRepository("images", repositoryName: "shop")
        let parameter = SSM.Parameter("mode", path: "/shop/mode", description: "Mode", value: "a")
        #expect(
            Self.found {
                network
                cluster
                images
                Self.secret
                parameter
                FargateService("api", in: network, cluster: cluster, size: .quarterCPU(.half)) {
                    Container("api", image: .ecr(images.repository, tag: "latest"), port: 80) {
                        Secret("KEY", from: Self.secret, key: "key")
                        Secret("MODE", from: parameter)
                        Secret(
                            "OLD",
                            from: .secretsManager("arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:old"))
                    }
                }
                .scaling(1...3) { TargetTracking(.cpu, at: .percent(70)) }
            } == [])
    }

    // MARK: Patterns

    @Test(arguments: [
        ("*", "", true), ("a*c", "abc", true), ("a*c", "abcd", false), ("a?c", "abc", true), ("a?c", "ac", false),
        ("*a*b", "xaayb", true), ("s3:Get*", "s3:GetObject", true), ("", "a", false),
    ])
    func aPatternStandsForTexts(pattern: String, text: String, matches: Bool) {
        #expect(Pattern(pattern).matches(text) == matches)
    }

    // MARK: Schedules

    @Test(arguments: [
        "cron(0 9 ? * MON-FRI *)", "cron(0/15 * * * ? *)", "cron(0 0 L * ? *)", "rate(1 day)", "rate(5 minutes)",
        "at(2030-01-01T00:00:00)",
    ])
    func theseAreTimes(text: String) {
        #expect(ScheduleExpression(text).problem == nil)
    }

    @Test(arguments: [
        "0 9 * * *", "cron(0 9 * * ?)", "cron(0 24 * * ? *)", "cron(61 9 * * ? *)", "cron(0 9 ? * ? *)", "rate(2 hour)",
        "rate(0 minutes)", "rate(five minutes)", "",
    ])
    func theseAreNot(text: String) {
        #expect(ScheduleExpression(text).problem != nil)
    }

    // MARK: Steps

    private static func steps(_ bounds: [(Int?, Int?)]) -> [String] {
        found {
            RawResource("policy", type: AutoScaling.ScalingPolicy.type) {
                nested("step_scaling_policy_configuration", "StepScalingPolicyConfiguration") {
                    repeated("step_adjustment", "StepAdjustments", bounds) { bound in
                        row("scaling_adjustment", "ScalingAdjustment", 1)
                        row("metric_interval_lower_bound", "MetricIntervalLowerBound", bound.0)
                        row("metric_interval_upper_bound", "MetricIntervalUpperBound", bound.1)
                    }
                }
            }
        }
    }

    @Test func stepsFollowEachOther() {
        #expect(Self.steps([(0, nil)]) == [])
        #expect(Self.steps([(nil, 0)]) == [])
        #expect(Self.steps([(10, nil), (0, 10)]) == [])
        #expect(Self.steps([(nil, -10), (-10, 0)]) == [])
        #expect(Self.steps([(0, 10), (5, nil)]) == ["steps-apart"])
        #expect(Self.steps([(0, 10)]) == ["steps-end"])
        #expect(Self.steps([(0, nil), (10, nil)]) == ["steps-apart"])
    }
}
