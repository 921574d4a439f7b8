import Foundation
import TerraneCompiler
import TerraneTesting
import Testing

@testable import stacks

/// Facts of KOEMO's operations document, found in what the stack compiles to.
@Suite struct KoemoTests {
    private func json(_ text: String?) throws -> [String: Any] {
        let text = try #require(text)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func everyEnvironmentCompilesWithoutARemark() async {
        for stack in [Koemo.production, Koemo.staging, Koemo.standby] {
            #expect(await CompiledStack(stack).diagnostics.isEmpty)
        }
    }

    /// §3.2.2: every field and value of the document's own task definition.
    @Test func theTaskDefinitionIsTheDocuments() async throws {
        let compiled = await CompiledStack(Koemo.production)
        let task = try json(compiled.text("ecs/koemo-backend-task.task-definition.json"))
        let expected: [String: Any] = [
            "family": "koemo-backend-task", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
            "cpu": "1024",
            "memory": "2048", "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
            "taskRoleArn": "arn:aws:iam::111122223333:role/koemoTaskRole",
        ]
        for (key, value) in expected { #expect(task[key] as? NSObject == value as? NSObject, "\(key)") }
        let container = try #require((task["containerDefinitions"] as? [[String: Any]])?.first)
        let fields: [String: Any] = [
            "name": "koemo-backend",
            "image": "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/koemo-backend:latest",
            "portMappings": [["containerPort": 3000, "protocol": "tcp"]] as [[String: Any]],
            "environment": [["name": "NODE_ENV", "value": "production"], ["name": "PORT", "value": "3000"]],
            "logConfiguration": [
                "logDriver": "awslogs",
                "options": [
                    "awslogs-group": "/ecs/koemo-backend", "awslogs-region": "ap-northeast-1",
                    "awslogs-stream-prefix": "ecs",
                ],
            ] as [String: Any],
            "healthCheck": [
                "command": ["CMD-SHELL", "curl -f http://localhost:3000/health || exit 1"], "interval": 30,
                "timeout": 5,
                "retries": 3, "startPeriod": 60,
            ] as [String: Any],
        ]
        for (key, value) in fields { #expect(container[key] as? NSObject == value as? NSObject, "\(key)") }
        let secrets = try #require(container["secrets"] as? [[String: String]])
        for (name, path) in [("MONGODB_URI", "mongodb"), ("JWT_SECRET", "jwt")] {
            let arn = "arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:koemo/\(path)"
            #expect(secrets.contains(["name": name, "valueFrom": arn]))
        }
    }

    /// A fact, and the file and the text in which it shows.
    @Test(arguments: [
        ("two zones", "network.tf", #"availability_zone       = "ap-northeast-1c""#),
        ("a NAT gateway in each", "network.tf", #"resource "aws_nat_gateway" "koemo_nat_c""#),
        ("the health check", "edge.tf", "unhealthy_threshold = 5"),
        ("300 s of draining", "edge.tf", "deregistration_delay = 300"),
        ("TLS 1.2 and later", "edge.tf", "ELBSecurityPolicy-TLS13-1-2-2021-06"),
        ("a redirect from HTTP", "edge.tf", #"status_code = "HTTP_301""#),
        ("failover between regions", "edge.tf", #"type = "PRIMARY""#),
        ("3 to 10 tasks", "compute.tf", "max_capacity       = 10"),
        ("the grace period", "compute.tf", "health_check_grace_period_seconds  = 60"),
        ("the circuit breaker", "compute.tf", "rollback = true"),
        ("the image is the workflow's", "compute.tf", "ignore_changes = [task_definition, desired_count]"),
        ("CPU at 70 %", "compute.tf", "target_value       = 70"),
        ("memory at 80 %", "compute.tf", "ECSServiceAverageMemoryUtilization"),
        ("Redis", "cache.tf", #"node_type                  = "cache.t3.medium""#),
        ("two replicas", "cache.tf", "num_cache_clusters"),
        ("encrypted in transit", "cache.tf", "transit_encryption_enabled"),
        ("M30", "database.tf", #"instance_size = "M30""#),
        ("up to M40", "database.tf", #"compute_max_instance_size  = "M40""#),
        ("point in time recovery", "database.tf", "pit_enabled                    = true"),
        ("1000 requests in 5 minutes", "security.tf", "evaluation_window_sec = 300"),
        ("monthly budget", "cost.tf", #"limit_amount = "500""#),
        ("annual budget", "cost.tf", #"limit_amount = "5000""#),
        ("30 days of logs", "monitoring.tf", "retention_in_days = 30"),
        ("14 days of API logs", "monitoring.tf", "retention_in_days = 14"),
        ("the ERROR filter", "monitoring.tf", #"name           = "ERROR_FILTER""#),
        ("the queue's alarm", "monitoring.tf", "koemo.matching.queue.size"),
        ("state is locked", "backend.tf", "use_lockfile = true"),
        ("tags on everything", "providers.tf", "default_tags"),
    ])
    func productionSays(fact: String, file: String, text: String) async throws {
        let compiled = await CompiledStack(Koemo.production, targets: [.terraform])
        #expect(try #require(compiled.text("terraform/\(file)")).contains(text), "\(fact)")
    }

    @Test func stepScalingIsTheDocuments() async throws {
        let text = try #require(
            await CompiledStack(Koemo.production, targets: [.terraform]).text("terraform/monitoring.tf"))
        for (threshold, periods) in [(80, 2), (90, 1), (50, 5)] {
            let side = threshold == 50 ? "LessThanThreshold" : "GreaterThanThreshold"
            #expect(
                text.contains(
                    """
                      comparison_operator = "\(side)"
                      evaluation_periods  = \(periods)
                      threshold           = \(threshold)
                    """))
        }
    }

    @Test func stagingIsSmaller() async throws {
        let compiled = await CompiledStack(Koemo.staging, targets: [.terraform])
        #expect(compiled.text("terraform/network.tf")?.contains("nat_c") == false)
        #expect(compiled.text("terraform/database.tf")?.contains(#""M10""#) == true)
        #expect(compiled.text("terraform/compute.tf")?.contains("cron(0 20 ? * MON-FRI *)") == true)
        #expect(compiled.text("terraform/cost.tf") == nil)
    }

    @Test func theStandbyWaitsWithoutTasks() async throws {
        let compiled = await CompiledStack(Koemo.standby, targets: [.terraform])
        #expect(compiled.text("terraform/compute.tf")?.contains("desired_count                      = 0") == true)
        #expect(compiled.text("terraform/edge.tf")?.contains(#"type = "SECONDARY""#) == true)
        #expect(compiled.text("terraform/providers.tf")?.contains(#"region              = "us-west-2""#) == true)
    }

    @Test func noArtifactHoldsASecretOrALongLivedKey() async {
        for stack in [Koemo.production, Koemo.staging, Koemo.standby] {
            for artifact in await CompiledStack(stack).artifacts {
                let text = String(decoding: artifact.contents, as: UTF8.self)
                #expect(!text.contains("AWS_SECRET_ACCESS_KEY"), "\(artifact.path)")
                #expect(!text.contains("aws-access-key-id"), "\(artifact.path)")
                #expect(!text.contains("password ="), "\(artifact.path)")
            }
        }
    }
}
