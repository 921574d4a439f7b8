import Terrane

extension Mistake {
    static var policies: [Mistake] {
        [
            unencryptedDatabase, cacheInTheClear, listenerInTheClear, publicDatabase, openPort, openBucket,
            deletableDatabase, shortBackups, unloggedNetwork, everyAction, administrator, unloggedContainer,
        ]
    }

    private static func securityHub(_ page: String) -> String {
        "https://docs.aws.amazon.com/securityhub/latest/userguide/\(page)-controls.html"
    }

    /// A resource of one Terraform type, without the defaults of Terrane's own types.
    private static func raw(
        _ name: Name, _ type: String, file: String = #fileID, line: Int = #line,
        @PropertiesBuilder properties: () -> Properties
    ) -> RawResource {
        RawResource(
            name,
            type: ResourceType(
                terraform: .type(type), cloudFormation: .absent(because: "the mistake is made in Terraform"),
                area: .other),
            file: file, line: line, properties: properties)
    }

    private static func database(
        encrypted: Bool = true, isPublic: Bool = false, isProtected: Bool = true, keep days: Int = 7,
        file: String = #fileID, line: Int = #line
    ) -> RawResource {
        raw("shop-db", "aws_db_instance", file: file, line: line) {
            terraformOnly("identifier", "shop-db", because: "raw")
            terraformOnly("engine", "postgres", because: "raw")
            terraformOnly("instance_class", "db.t4g.medium", because: "raw")
            terraformOnly("allocated_storage", 20, because: "raw")
            terraformOnly("username", "shop", because: "raw")
            terraformOnly("manage_master_user_password", true, because: "raw")
            terraformOnly("storage_encrypted", encrypted, because: "raw")
            terraformOnly("publicly_accessible", isPublic, because: "raw")
            terraformOnly("deletion_protection", isProtected, because: "raw")
            terraformOnly("backup_retention_period", days, because: "raw")
        }
    }

    private static var unencryptedDatabase: Mistake {
        Mistake(
            "Security Hub RDS.3: storage is not encrypted", securityHub("rds"), .policy, caughtBy: "encryption-at-rest",
            in: .production
        ) {
            database(encrypted: false)  // mistake
        } legal: {
            database()
        }
    }

    private static var publicDatabase: Mistake {
        Mistake(
            "Security Hub RDS.2: the instance is public", securityHub("rds"), .policy, caughtBy: "public-exposure",
            in: .production
        ) {
            database(isPublic: true)  // mistake
        } legal: {
            database()
        }
    }

    private static var deletableDatabase: Mistake {
        Mistake(
            "Security Hub RDS.8: deletion protection is off", securityHub("rds"), .policy,
            caughtBy: "deletion-protection", in: .production
        ) {
            database(isProtected: false)  // mistake
        } legal: {
            database()
        }
    }

    private static var shortBackups: Mistake {
        Mistake(
            "Security Hub RDS.11: backups are kept for too short", securityHub("rds"), .policy, caughtBy: "backups",
            in: .production
        ) {
            database(keep: 1)  // mistake
        } legal: {
            database()
        }
    }

    private static func cache(transit: Bool, file: String = #fileID, line: Int = #line) -> RawResource {
        raw("shop-cache", "aws_elasticache_replication_group", file: file, line: line) {
            terraformOnly("replication_group_id", "shop-cache", because: "raw")
            terraformOnly("description", "Sessions", because: "raw")
            terraformOnly("node_type", "cache.t4g.small", because: "raw")
            terraformOnly("at_rest_encryption_enabled", true, because: "raw")
            terraformOnly("transit_encryption_enabled", transit, because: "raw")
        }
    }

    private static var cacheInTheClear: Mistake {
        Mistake(
            "Security Hub ElastiCache.5: no encryption in transit", securityHub("elasticache"), .policy,
            caughtBy: "encryption-in-transit", in: .production
        ) {
            cache(transit: false)  // mistake
        } legal: {
            cache(transit: true)
        }
    }

    private static let home = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single)
        .flowLogs(.cloudWatch(keep: .oneMonth))

    private static func group(opening port: Port, file: String = #fileID, line: Int = #line) -> [any Element] {
        let group = EC2.SecurityGroup("door", in: home.vpc, description: "The door")
        return [
            group,
            EC2.IngressRule(
                "door/in", into: group.id, from: .range("0.0.0.0/0"), ports: PortRange(port), description: "Everybody",
                file: file, line: line),
        ]
    }

    private static var openPort: Mistake {
        Mistake(
            "Security Hub EC2.19: a group lets everybody reach a port of high risk", securityHub("ec2"), .policy,
            caughtBy: "public-exposure", in: .production
        ) {
            home
            group(opening: 22)  // mistake
        } legal: {
            home
            group(opening: 443)
        }
    }

    private static var openBucket: Mistake {
        Mistake(
            "Security Hub S3.8: public access is not blocked", securityHub("s3"), .policy, caughtBy: "public-exposure",
            in: .production
        ) {
            bucketLock(closed: false)  // mistake
        } legal: {
            bucketLock(closed: true)
        }
    }

    private static func bucketLock(closed: Bool, file: String = #fileID, line: Int = #line) -> RawResource {
        raw("files", "aws_s3_bucket_public_access_block", file: file, line: line) {
            terraformOnly("bucket", Parameter<String>("bucket"), because: "raw")
            terraformOnly("block_public_acls", true, because: "raw")
            terraformOnly("block_public_policy", closed, because: "raw")
            terraformOnly("ignore_public_acls", true, because: "raw")
            terraformOnly("restrict_public_buckets", true, because: "raw")
        }
    }

    private static func listener(_ action: String, file: String = #fileID, line: Int = #line) -> RawResource {
        raw("http", "aws_lb_listener", file: file, line: line) {
            terraformOnly("load_balancer_arn", Parameter<String>("balancer"), because: "raw")
            terraformOnly("port", 80, because: "raw")
            terraformOnly("protocol", "HTTP", because: "raw")
            terraformOnly("default_action", because: "raw") {
                terraformOnly("type", action, because: "raw")
                if action == "forward" {
                    terraformOnly("target_group_arn", Parameter<String>("targets"), because: "raw")
                } else {
                    terraformOnly("redirect", because: "raw") {
                        terraformOnly("status_code", "HTTP_301", because: "raw")
                        terraformOnly("protocol", "HTTPS", because: "raw")
                        terraformOnly("port", "443", because: "raw")
                    }
                }
            }
        }
    }

    private static var listenerInTheClear: Mistake {
        Mistake(
            "Security Hub ELB.1: HTTP is not redirected", securityHub("elb"), .policy,
            caughtBy: "encryption-in-transit", in: .production
        ) {
            listener("forward")  // mistake
        } legal: {
            listener("redirect")
        }
    }

    private static var unloggedNetwork: Mistake {
        Mistake(
            "Security Hub EC2.6: the VPC has no flow log", securityHub("ec2"), .policy, caughtBy: "logging",
            in: .production
        ) {
            EC2.VPC("bare", cidr: "10.1.0.0/16")  // mistake
        } legal: {
            home
        }
    }

    private static func role(
        _ actions: String, on resource: Value<ARN>, file: String = #fileID, line: Int = #line
    ) -> [any Element] {
        let role = IAM.Role(
            "worker", roleName: "shop-worker", description: "Works",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"])))
        return [
            role,
            IAM.RolePolicy(
                "worker/files", policyName: "files", of: role.id,
                IAM.PolicyDocument(.allow(actions, on: [resource])), file: file, line: line),
        ]
    }

    private static var everyAction: Mistake {
        Mistake(
            "Security Hub IAM.21: a policy allows every action of a service", securityHub("iam"), .policy,
            caughtBy: "least-privilege", in: .production
        ) {
            role("s3:*", on: "*")  // mistake
        } legal: {
            role("s3:GetObject", on: "arn:aws:s3:::shop-files/*")
        }
    }

    private static var administrator: Mistake {
        Mistake(
            "Security Hub IAM.1: full administrative privileges", securityHub("iam"), .policy,
            caughtBy: "least-privilege", in: .production
        ) {
            role("*", on: "*")  // mistake
        } legal: {
            role("s3:ListBucket", on: "arn:aws:s3:::shop-files")
        }
    }

    private static func task(logged: Bool, file: String = #fileID, line: Int = #line) -> RawResource {
        raw("job", "aws_ecs_task_definition", file: file, line: line) {
            terraformOnly("family", "job", because: "raw")
            terraformOnly(
                "container_definitions",
                Expression.json(
                    .list([
                        .object([
                            .init("name", .string("job")), .init("image", .string("busybox:1")),
                            .init("essential", .boolean(true)), .init("memory", .integer(128)),
                            .init(
                                "logConfiguration",
                                logged
                                    ? .object([
                                        .init("logDriver", .string("awslogs")),
                                        .init(
                                            "options",
                                            .object([
                                                .init("awslogs-group", .string("/shop/job")),
                                                .init("awslogs-region", .string("ap-northeast-1")),
                                                .init("awslogs-stream-prefix", .string("job")),
                                            ])),
                                    ]) : .null),
                        ])
                    ])), because: "raw")
        }
    }

    private static var unloggedContainer: Mistake {
        Mistake(
            "Security Hub ECS.9: a container has no logging", securityHub("ecs"), .policy, caughtBy: "logging",
            in: .production
        ) {
            task(logged: false)  // mistake
        } legal: {
            task(logged: true)
        }
    }
}
