import Foundation
import TerraneCompiler
import TerraneTesting
import Testing

@testable import stacks

/// Facts of Rainbow Seeker's deployment design, found in what the stack compiles to.
@Suite struct RainbowSeekerTests {
    @Test func everyEnvironmentCompilesWithoutARemark() async {
        for stack in [RainbowSeeker.production, RainbowSeeker.staging] {
            let diagnostics = await CompiledStack(stack).diagnostics
            #expect(diagnostics.isEmpty, "\(stack.environment): \(diagnostics)")
        }
    }

    /// "ECS Task Definition", for the account and region of production.
    @Test func theTaskDefinitionIsTheDocuments() async throws {
        let compiled = await CompiledStack(RainbowSeeker.production, targets: [.ecs])
        let text = try #require(compiled.text("ecs/rainbow-seeker-api.task-definition.json"))
        let task = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let expected: [String: Any] = [
            "family": "rainbow-seeker-api", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
            "cpu": "512", "memory": "1024",
            "executionRoleArn": "arn:aws:iam::555566667777:role/ecsTaskExecutionRole",
            "taskRoleArn": "arn:aws:iam::555566667777:role/ecsTaskRole",
        ]
        for (key, value) in expected { #expect(task[key] as? NSObject == value as? NSObject, "\(key)") }
        let containers = try #require(task["containerDefinitions"] as? [[String: Any]])
        #expect(containers.count == 1)
        try expectTheDocumentsContainer(try #require(containers.first))
    }

    private func expectTheDocumentsContainer(_ container: [String: Any]) throws {
        let expected: [String: Any] = [
            "name": "api",
            "image": "555566667777.dkr.ecr.ap-northeast-1.amazonaws.com/rainbow-seeker-api:latest",
            "portMappings": [["containerPort": 3000, "protocol": "tcp"]] as [[String: Any]],
            "logConfiguration": [
                "logDriver": "awslogs",
                "options": [
                    "awslogs-group": "/ecs/rainbow-seeker-api", "awslogs-region": "ap-northeast-1",
                    "awslogs-stream-prefix": "ecs",
                ],
            ] as [String: Any],
        ]
        for (key, value) in expected { #expect(container[key] as? NSObject == value as? NSObject, "\(key)") }
        let environment = try #require(container["environment"] as? [[String: String]])
        #expect(environment.contains(["name": "NODE_ENV", "value": "production"]))
        let secrets = try #require(container["secrets"] as? [[String: String]])
        let password = "arn:aws:secretsmanager:ap-northeast-1:555566667777:secret:db-password"
        #expect(secrets.contains(["name": "DB_PASSWORD", "valueFrom": password]))
    }

    /// "ECS Service Definition", "ECS Cluster" and "Application Load Balancer".
    @Test func theServiceIsTheDocuments() async throws {
        let facts = try await GraphFacts(RainbowSeeker.production)
        let service = facts.differences(
            in: "rainbow-seeker-api",
            from: [
                "name | ServiceName": "rainbow-seeker-api", "cluster | Cluster": "{rainbow-seeker-cluster}",
                "desired_count": "3", "load_balancer.0.container_name | LoadBalancers.0.ContainerName": "api",
                "load_balancer.0.container_port | LoadBalancers.0.ContainerPort": "3000",
                "network_configuration.subnets": "[{rainbow-seeker/private-a}, {rainbow-seeker/private-c}]",
                "network_configuration.assign_public_ip": "false",
                "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp": "DISABLED",
            ])
        let cluster = facts.differences(
            in: "rainbow-seeker-cluster",
            from: [
                "name | ClusterName": "rainbow-seeker-cluster",
                "setting.0.name | ClusterSettings.0.Name": "containerInsights",
                "setting.0.value | ClusterSettings.0.Value": "enabled",
            ])
        let network = facts.differences(in: "rainbow-seeker/vpc", from: ["cidr_block | CidrBlock": "10.0.0.0/16"])
        #expect(service + cluster + network == [])
        #expect(facts.all("aws_nat_gateway").count == 2)
        #expect(facts.all("aws_vpn_gateway").count == 1)
    }

    /// "Security Group設定".
    @Test func onlyTheDocumentsPortsAreOpen() async throws {
        let facts = try await GraphFacts(RainbowSeeker.production)
        let balancer = entrances(of: "{rainbow-seeker-alb/security-group}", in: facts)
        #expect(balancer == ["tcp 443-443 from 0.0.0.0/0", "tcp 80-80 from 0.0.0.0/0"])
        let tasks = entrances(of: "{rainbow-seeker-api/security-group}", in: facts)
        #expect(tasks == ["tcp 3000-3000 from {rainbow-seeker-alb/security-group}"])
    }

    private func entrances(of group: String, in facts: GraphFacts) -> [String] {
        facts.all("aws_vpc_security_group_ingress_rule").filter { rule in
            rule["security_group_id"] == group && rule["GroupId"] == group
        }
        .map { rule in
            let source = rule["cidr_ipv4"] ?? rule["referenced_security_group_id"] ?? "?"
            #expect(source == rule["CidrIp"] ?? rule["SourceSecurityGroupId"])
            return "\(rule["ip_protocol"] ?? "?") \(rule["from_port"] ?? "?")-\(rule["to_port"] ?? "?") from \(source)"
        }
        .sorted()
    }

    /// The document lets everything out. Here a rule leads to one group, or to HTTPS, and to no other.
    @Test func noEgressIsOpen() async throws {
        let facts = try await GraphFacts(RainbowSeeker.production)
        for rule in facts.all("aws_vpc_security_group_egress_rule") {
            #expect(rule["ip_protocol"] == "tcp" && rule["IpProtocol"] == "tcp")
            #expect(rule["from_port"] == rule["to_port"])
            #expect(rule["referenced_security_group_id"] != nil || rule["to_port"] == "443", "\(rule)")
        }
        let groups = facts.all("aws_security_group")
        #expect(groups.count == 5)
        for group in groups {
            #expect(group["egress.0.protocol"] == nil)
            #expect(group["SecurityGroupEgress.0.CidrIp"] == "127.0.0.1/32")
            #expect(group["SecurityGroupEgress.1.CidrIp"] == nil)
        }
    }

    /// `aws_db_instance.postgres`.
    @Test func theDatabaseIsTheDocuments() async throws {
        let facts = try await GraphFacts(RainbowSeeker.production)
        let differences = facts.differences(
            in: "rainbow-seeker-db",
            from: [
                "identifier | DBInstanceIdentifier": "rainbow-seeker-db", "engine | Engine": "postgres",
                "engine_version": "14", "allocated_storage | AllocatedStorage": "20",
                "max_allocated_storage | MaxAllocatedStorage": "100", "storage_encrypted | StorageEncrypted": "true",
                "db_name | DBName": "shiojiri_rainbow", "username | MasterUsername": "postgres",
                "backup_retention_period | BackupRetentionPeriod": "7",
                "backup_window | PreferredBackupWindow": "03:00-04:00",
                "maintenance_window | PreferredMaintenanceWindow": "sun:04:00-sun:05:00",
                "vpc_security_group_ids | VPCSecurityGroups": "[{rainbow-seeker-db/traffic}]",
                "skip_final_snapshot": "false", "final_snapshot_identifier": "rainbow-seeker-db-final-snapshot",
            ])
        #expect(differences == [])
        #expect(facts.attribute("EngineVersion", of: "rainbow-seeker-db")?.hasPrefix("14.") == true)
    }

    /// "環境構成": r5.large in two zones for production, t3.micro in one for staging.
    @Test(arguments: [
        (RainbowSeeker.production, "db.r5.large", "true", "cache.r6g.large", "2"),
        (RainbowSeeker.staging, "db.t3.micro", "false", "cache.t3.micro", nil),
    ])
    func theClassIsTheEnvironments(
        stack: RainbowSeeker, instance: String, isMultiAZ: String, node: String, shards: String?
    ) async throws {
        let facts = try await GraphFacts(stack)
        let database = facts.differences(
            in: "rainbow-seeker-db",
            from: ["instance_class | DBInstanceClass": instance, "multi_az | MultiAZ": isMultiAZ])
        let cache = facts.differences(in: "rainbow-seeker-cache", from: ["node_type | CacheNodeType": node])
        #expect(database + cache == [])
        #expect(facts.attribute("num_node_groups", of: "rainbow-seeker-cache") == shards)
    }

    /// `alerts.tf`: both alarms, with threshold, statistic and two periods of 300 s.
    @Test func theAlarmsAreTheDocuments() async throws {
        let facts = try await GraphFacts(RainbowSeeker.production)
        for (name, namespace, metric) in [
            ("rainbow-seeker-high-cpu", "AWS/ECS", "CPUUtilization"),
            ("rainbow-seeker-db-connections", "AWS/RDS", "DatabaseConnections"),
        ] {
            let differences = facts.differences(
                in: name,
                from: [
                    "alarm_name | AlarmName": name, "namespace | Namespace": namespace,
                    "metric_name | MetricName": metric, "statistic | Statistic": "Average",
                    "comparison_operator | ComparisonOperator": "GreaterThanThreshold", "threshold | Threshold": "80",
                    "evaluation_periods | EvaluationPeriods": "2", "period | Period": "300",
                    "alarm_actions | AlarmActions": "[{rainbow-seeker-alerts}]",
                ])
            #expect(differences == [])
        }
        let dimensions =
            facts.differences(
                in: "rainbow-seeker-high-cpu",
                from: [
                    "dimensions.ClusterName": "{rainbow-seeker-cluster}",
                    "dimensions.ServiceName": "rainbow-seeker-api",
                ])
            + facts.differences(
                in: "rainbow-seeker-db-connections", from: ["dimensions.DBInstanceIdentifier": "{rainbow-seeker-db}"])
        #expect(dimensions == [])
    }
}
