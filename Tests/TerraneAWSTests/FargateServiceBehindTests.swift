import TerraneCore
import Testing

@testable import TerraneAWS

/// A service behind a load balancer, and what its task is told in both spellings.
struct FargateServiceBehindTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let images = ECR.Repository("images", repositoryName: "api")
    private let jwt = SecretsManager.Secret("jwt", secretName: "koemo/jwt", description: "JWT")

    private var cache: RedisCache { RedisCache("sessions", in: network, node: .t4g(.micro)) }

    private var service: FargateService {
        FargateService("api", in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
            Container("helper", image: .named("nginx"))
            Container("api", image: .ecr(images, tag: "v1"), port: 3000) {
                Variable("NODE_ENV", "production")
                Variable("REDIS_HOST", "\(cache.primaryEndpoint)")
                Secret("JWT_SECRET", from: jwt)
            }
        }
    }

    @Test func aServiceBehindALoadBalancerRegistersTheContainerThatListens() {
        let behind = service.behind(TrafficTarget(group: "arn:group", listener: "alb/https"), gracePeriod: .minutes(2))
        let lines = listedResources(behind).last.map(bilingual)?.split(separator: "\n") ?? []
        #expect(
            lines.filter { $0.contains("load_balancer[") || $0.contains("grace") } == [
                "health_check_grace_period_seconds | HealthCheckGracePeriodSeconds = 120",
                "load_balancer[0]/target_group_arn | LoadBalancers[0]/TargetGroupArn = \"arn:group\"",
                "load_balancer[0]/container_name | LoadBalancers[0]/ContainerName = \"api\"",
                "load_balancer[0]/container_port | LoadBalancers[0]/ContainerPort = 3000",
            ])
    }

    @Test func aServiceByItselfRegistersNothing() {
        #expect(listedResources(service).last.map(bilingual)?.contains("load_balancer") == false)
    }

    @Test func whatIsKnownOnlyOnceDeployedIsPublishedAndReadBack() {
        #expect(
            listedResources(service).first { $0.name == "api/redis-host" }.map(bilingual) == """
                name | Name = "/api/redis-host"
                description | Description = "REDIS_HOST of api"
                type | Type = "String"
                value | Value = "(\(cache.primaryEndpoint.expression.shortText))"
                """)
        let parameter = "\"arn:(<partition>):ssm:(<region>):(<account>):parameter(<api/redis-host: name, Ref>)\""
        let policy = table(of: "api/execution-policy", in: service)?.cloudFormation["PolicyDocument"]?.shortText ?? ""
        #expect(policy.contains("Action: [\"ssm:GetParameters\"], Resource: [\(parameter)]"))
        #expect(policy.contains("Action: [\"secretsmanager:GetSecretValue\"], Resource: [<jwt: arn, Ref>]"))
        #expect(!policy.contains("kms:Decrypt"))
    }

    @Test func bothSpellingsOfTheContainersSayTheSame() {
        let rows = table(of: "api/task", in: service)
        guard case .json(let camelCase) = rows?.terraform["container_definitions"],
            let pascalCase = rows?.cloudFormation["ContainerDefinitions"]
        else {
            Issue.record("no container definitions")
            return
        }
        #expect(camelCase != pascalCase)
        #expect(camelCase.inPascalCase == pascalCase)
        #expect(camelCase.shortText.contains("environment: [{name: \"NODE_ENV\", value: \"production\"}]"))
        #expect(camelCase.shortText.contains("{name: \"JWT_SECRET\", valueFrom: <jwt: arn, Ref>}"))
    }
}

extension Expression {
    /// With capital keys, but for the options of a log driver, whose keys are the driver's own.
    fileprivate var inPascalCase: Expression {
        switch self {
        case .list(let items): .list(items.map(\.inPascalCase))
        case .object(let fields):
            .object(
                fields.map { field in
                    let isOption = field.key.hasPrefix("awslogs-")
                    let key = isOption ? field.key : field.key.prefix(1).uppercased() + field.key.dropFirst()
                    return Field(key, field.value.inPascalCase)
                })
        default: self
        }
    }
}
