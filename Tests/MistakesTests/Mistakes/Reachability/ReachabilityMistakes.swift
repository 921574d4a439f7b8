import Terrane

extension Mistake {
    static var reachability: [Mistake] {
        [noWayOut, noNAT, deafLogs, missingSecrets, deniedAnswers, unconnectedTargets, closedDoor, openDatabase]
    }

    private static let home = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single)
    private static let closed = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .none)
    private static let cluster = FargateCluster("cluster")
    private static let images = ImageRepository("images", repositoryName: "api")
    private static let secret = SecretsManager.Secret.existing("token", secretName: "shop/token")

    private static func service(_ home: Network, line: Int = #line) -> FargateService {
        FargateService("api", in: home, cluster: cluster, size: .quarterCPU(.half), line: line) {
            Container("api", image: .ecr(images.repository, tag: "latest"), port: 80) {
                Secret("TOKEN", from: secret)
            }
        }
    }

    private static var noWayOut: Mistake {
        Mistake(
            "CannotPullContainerError: context deadline exceeded, because the security group lets nothing out",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html", .graph,
            caughtBy: "image-out-of-reach"
        ) {
            home
            cluster
            images
            service(home)  // mistake
        } legal: {
            home
            cluster
            images
            service(home)
            Connection(from: service(home), to: Internet())
        }
    }

    private static var noNAT: Mistake {
        Mistake(
            "ResourceInitializationError: unable to pull registry auth: there is no route to ECR from the private subnets",
            "https://repost.aws/knowledge-center/ecs-unable-to-pull-secrets", .graph, caughtBy: "flow-blocked"
        ) {
            closed
            cluster
            images
            service(closed)
            Connection(from: service(closed), to: Internet())  // mistake
        } legal: {
            home
            cluster
            images
            service(home)
            Connection(from: service(home), to: Internet())
        }
    }

    private static func endpoints(_ services: ServiceEndpoint) -> Network { closed.endpoints(.ecr, services) }

    private static func isolated(_ home: Network) -> [any Element] {
        [
            home, cluster, images, Connection(from: service(home), to: home.serviceEndpoints),
            Connection(from: service(home), to: home.s3),
        ]
    }

    private static var deafLogs: Mistake {
        Mistake(
            "ResourceInitializationError: failed to validate logger args: the VPC has no endpoint for CloudWatch Logs",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html", .graph,
            caughtBy: "log-out-of-reach"
        ) {
            isolated(endpoints(.secretsManager))
            service(endpoints(.secretsManager))  // mistake
        } legal: {
            isolated(endpoints(.fargate))
            service(endpoints(.fargate))
        }
    }

    private static var missingSecrets: Mistake {
        Mistake(
            "ResourceInitializationError: unable to pull secrets: the VPC has no endpoint for Secrets Manager",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html", .graph,
            caughtBy: "secret-out-of-reach"
        ) {
            isolated(endpoints(.logs))
            service(endpoints(.logs))  // mistake
        } legal: {
            isolated(endpoints(.fargate))
            service(endpoints(.fargate))
        }
    }

    // MARK: Answers

    private static func guarded(_ rules: EC2.NetworkACL.Rule...) -> Network {
        home.tiers(.database).accessList(.database, .rules(rules))
    }

    private static func database(_ home: Network) -> RelationalDatabase {
        RelationalDatabase(
            "db", in: home, engine: .postgreSQL(.v16), instance: .r6g(.large),
            storage: .gibibytes(20, upTo: 100), databaseName: "shop")
    }

    private static let question = EC2.NetworkACL.Rule.allow(.inbound, .tcp(5432), "10.0.0.0/16")
    private static let answer = EC2.NetworkACL.Rule.allow(.outbound, .tcp(.ephemeral), "10.0.0.0/16")

    private static func backend(_ home: Network) -> [any Element] {
        [
            home, cluster, images, service(home), database(home),
            Connection(from: service(home), to: Internet()),
        ]
    }

    private static var deniedAnswers: Mistake {
        Mistake(
            "Connection timed out: the network ACL does not allow answers to ephemeral ports",
            "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html", .graph, caughtBy: "flow-blocked"
        ) {
            backend(guarded(question))
            Connection(from: service(guarded(question)), to: database(guarded(question)))  // mistake
        } legal: {
            backend(guarded(question, answer))
            Connection(from: service(guarded(question, answer)), to: database(guarded(question, answer)))
        }
    }

    // MARK: Doors

    private static let porch = EC2.SecurityGroup("door", in: home.vpc, description: "Balancer")
    private static let targets = ELB.TargetGroup("targets", in: home.vpc, port: 80, healthCheck: .http("/health"))

    private static func balancer(line: Int = #line) -> ELB.ApplicationLoadBalancer {
        ELB.ApplicationLoadBalancer(
            "balancer", balancerName: "shop", subnets: home.publicSubnets, securityGroups: [porch.id],
            isProtected: true, line: line)
    }

    private static let listener = ELB.Listener("http", of: balancer().arn, port: .http, .forward(to: targets.arn))

    private static func opening(_ port: PortRange) -> EC2.IngressRule {
        EC2.IngressRule(
            "opening", into: porch.id, from: .range(.anywhere), ports: port, description: "From the Internet")
    }

    private static var closedDoor: Mistake {
        Mistake(
            "Clients cannot connect: the load balancer's security group does not open the listener's port",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
            .graph, caughtBy: "door-closed"
        ) {
            home
            porch
            opening(443)
            balancer()  // mistake
            targets
            listener
        } legal: {
            home
            porch
            opening(80)
            balancer()
            targets
            listener
        }
    }

    private static var door: [any Element] {
        [home, cluster, images, porch, opening(80), targets, balancer(), listener]
    }

    private static func served(line: Int = #line) -> FargateService {
        service(home, line: line).behind(TrafficTarget(group: targets.arn, listener: listener.name))
    }

    private static var unconnectedTargets: Mistake {
        Mistake(
            "Tasks are replaced again and again: health checks time out, because no rule lets the load balancer in",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html",
            .graph, caughtBy: "targets-unreachable"
        ) {
            door
            served()  // mistake
            Connection(from: served(), to: Internet())
        } legal: {
            door
            served()
            Connection(from: served(), to: Internet())
            Connection(from: porch, to: served(), ports: 80)
        }
    }

    // MARK: Data

    private static let subnets = RDS.DBSubnetGroup(
        "subnets", description: "Subnets", subnets: home.publicSubnets)
    private static let dataGroup = EC2.SecurityGroup("data", in: home.vpc, description: "Database")

    private static func opened(to range: CIDR) -> [any Element] {
        [
            home, subnets, dataGroup,
            EC2.IngressRule(
                "opening", into: dataGroup.id, from: .range(range), ports: 5432, description: "Clients"),
        ]
    }

    private static let databaseType = ResourceType(
        terraform: "aws_db_instance", cloudFormation: "AWS::RDS::DBInstance", area: .database)

    private static func rawDatabase(line: Int = #line) -> RawResource {
        RawResource("db", type: databaseType, line: line) {
            row("identifier", "DBInstanceIdentifier", "shop")
            row("engine", "Engine", "postgres")
            row("engine_version", "EngineVersion", "16.4")
            row("instance_class", "DBInstanceClass", "db.r6g.large")
            row("allocated_storage", terraform: 20, "AllocatedStorage", cloudFormation: "20")
            row("storage_encrypted", "StorageEncrypted", true)
            row("username", "MasterUsername", "administrator")
            row("manage_master_user_password", "ManageMasterUserPassword", true)
            row("backup_retention_period", "BackupRetentionPeriod", 7)
            row("deletion_protection", "DeletionProtection", true)
            row("db_subnet_group_name", "DBSubnetGroupName", subnets.reference)
            row("vpc_security_group_ids", "VPCSecurityGroups", [dataGroup.id])
            row("publicly_accessible", "PubliclyAccessible", true)
        }
    }

    private static var openDatabase: Mistake {
        Mistake(
            "Strangers try passwords: the database is publicly accessible and its security group open to everyone",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html", .graph,
            caughtBy: "store-open-to-internet"
        ) {
            opened(to: .anywhere)
            rawDatabase()  // mistake
        } legal: {
            opened(to: "203.0.113.0/24")
            rawDatabase()
        }
    }
}
