import TerraneAWS
import TerraneCore

extension NameRule {
    /// The rules, by service. Each names the page that says so.
    static let all = network + compute + storage + identity + messages + observation + delivery + atlas

    private static let network = [
        NameRule(
            "aws_lb", "name", "load balancer", 1...32, .letters(and: "-"),
            [.noHyphenAtStart, .noHyphenAtEnd, .not(startingWith: "internal-")],
            page: "CreateLoadBalancer, Elastic Load Balancing API Reference", checked: ELB.ApplicationLoadBalancer.self),
        NameRule(
            "aws_lb_target_group", "name", "target group", 1...32, .letters(and: "-"),
            [.noHyphenAtStart, .noHyphenAtEnd],
            page: "CreateTargetGroup, Elastic Load Balancing API Reference", checked: ELB.TargetGroup.self),
        NameRule(
            "aws_security_group", "name", "security group", 1...255, .letters(and: " ._-:/()#,@[]+=&;{}!$*"),
            [.not(startingWith: "sg-"), .not(named: "default")], unique: .within("vpc_id"),
            page: "CreateSecurityGroup, Amazon EC2 API Reference"),
    ]

    private static let compute = [
        NameRule(
            "aws_ecs_cluster", "name", "ECS cluster", 1...255, .letters(and: "-_"),
            page: "CreateCluster, Amazon ECS API Reference"),
        NameRule(
            "aws_ecs_service", "name", "ECS service", 1...255, .letters(and: "-_"), unique: .within("cluster"),
            page: "CreateService, Amazon ECS API Reference"),
        NameRule(
            "aws_ecs_task_definition", "family", "task definition", 1...255, .letters(and: "-_"),
            page: "RegisterTaskDefinition, Amazon ECS API Reference"),
        NameRule(
            "aws_ecr_repository", "name", "image repository", 2...256, .smallLetters(and: "-._/"),
            [.noHyphenAtStart, .noHyphenAtEnd], page: "CreateRepository, Amazon ECR API Reference"),
        NameRule(
            "aws_lambda_function", "function_name", "Lambda function", 1...64, .letters(and: "-_"),
            page: "CreateFunction, AWS Lambda API Reference"),
        NameRule(
            "aws_sfn_state_machine", "name", "state machine", 1...80, .letters(and: "-_."),
            page: "CreateStateMachine, AWS Step Functions API Reference"),
        NameRule(
            "aws_scheduler_schedule", "name", "schedule", 1...64, .letters(and: "-_."), unique: .within("group_name"),
            page: "CreateSchedule, EventBridge Scheduler API Reference"),
    ]

    private static let storage = [
        NameRule(
            "aws_s3_bucket", "bucket", "bucket", 3...63, .smallLetters(and: "-."), [.noHyphenAtStart, .noHyphenAtEnd],
            unique: .anywhere, page: "General purpose bucket naming rules, Amazon S3 User Guide",
            checked: S3.Bucket.self),
        NameRule(
            "aws_db_instance", "identifier", "database", 1...63, .letters(and: "-"), database, caseless: true,
            page: "CreateDBInstance, Amazon RDS API Reference", checked: RDS.DBInstance.self),
        NameRule(
            "aws_rds_cluster_instance", "identifier", "database", 1...63, .letters(and: "-"), database, caseless: true,
            page: "CreateDBInstance, Amazon RDS API Reference", checked: RDS.DBClusterInstance.self),
        NameRule(
            "aws_rds_cluster", "cluster_identifier", "database cluster", 1...63, .letters(and: "-"), database,
            caseless: true, page: "CreateDBCluster, Amazon RDS API Reference", checked: RDS.DBCluster.self),
        NameRule(
            "aws_db_subnet_group", "name", "subnet group", 1...255, .letters(and: " ._-"), [.not(named: "default")],
            caseless: true, page: "CreateDBSubnetGroup, Amazon RDS API Reference"),
        NameRule(
            "aws_elasticache_replication_group", "replication_group_id", "cache", 1...40, .letters(and: "-"), database,
            caseless: true, page: "CreateReplicationGroup, Amazon ElastiCache API Reference",
            checked: ElastiCache.ReplicationGroup.self),
        NameRule(
            "aws_elasticache_cluster", "cluster_id", "cache", 1...50, .letters(and: "-"), database, caseless: true,
            page: "CreateCacheCluster, Amazon ElastiCache API Reference"),
        NameRule(
            "aws_dynamodb_table", "name", "table", 3...255, .letters(and: "_.-"),
            page: "CreateTable, Amazon DynamoDB API Reference"),
        NameRule(
            "aws_backup_vault", "name", "backup vault", 2...50, .letters(and: "-_"),
            page: "CreateBackupVault, AWS Backup API Reference"),
    ]

    private static let database: [Shape] = [.startsWithLetter, .noDoubleHyphen, .noHyphenAtEnd]

    private static let identity = [
        NameRule(
            "aws_iam_role", "name", "role", 1...64, .letters(and: "_+=,.@-"), unique: .account, caseless: true,
            page: "CreateRole, AWS IAM API Reference"),
        NameRule(
            "aws_iam_user", "name", "user", 1...64, .letters(and: "_+=,.@-"), unique: .account, caseless: true,
            page: "CreateUser, AWS IAM API Reference"),
        NameRule(
            "aws_iam_group", "name", "group", 1...128, .letters(and: "_+=,.@-"), unique: .account, caseless: true,
            page: "CreateGroup, AWS IAM API Reference"),
        NameRule(
            "aws_iam_policy", "name", "policy", 1...128, .letters(and: "_+=,.@-"), unique: .account, caseless: true,
            page: "CreatePolicy, AWS IAM API Reference"),
        NameRule(
            "aws_iam_instance_profile", "name", "instance profile", 1...128, .letters(and: "_+=,.@-"), unique: .account,
            caseless: true, page: "CreateInstanceProfile, AWS IAM API Reference"),
        NameRule(
            "aws_kms_alias", "name", "key alias", 1...256, .letters(and: ":/_-"),
            [.startsWith("alias/"), .not(startingWith: "alias/aws/")], page: "CreateAlias, AWS KMS API Reference",
            checked: KMS.Alias.self),
        NameRule(
            "aws_secretsmanager_secret", "name", "secret", 1...512, .letters(and: "/_+=.@-"),
            page: "CreateSecret, AWS Secrets Manager API Reference"),
        NameRule(
            "aws_ssm_parameter", "name", "parameter", 1...1011, .letters(and: "/_.-"),
            [.not(startingWith: "aws", "ssm", "/aws", "/ssm")],
            page: "PutParameter, AWS Systems Manager API Reference"),
    ]

    private static let messages = [
        NameRule(
            "aws_sns_topic", "name", "topic", 1...256, .letters(and: "-_."),
            page: "CreateTopic, Amazon SNS API Reference"),
        NameRule(
            "aws_sqs_queue", "name", "queue", 1...80, .letters(and: "-_."),
            page: "CreateQueue, Amazon SQS API Reference"),
        NameRule(
            "aws_cloudwatch_event_rule", "name", "rule", 1...64, .letters(and: ".-_"),
            unique: .within("event_bus_name"),
            page: "PutRule, Amazon EventBridge API Reference"),
        NameRule(
            "aws_kinesis_stream", "name", "stream", 1...128, .letters(and: "_.-"),
            page: "CreateStream, Amazon Kinesis Data Streams API Reference"),
    ]

    private static let observation = [
        NameRule(
            "aws_cloudwatch_log_group", "name", "log group", 1...512, .letters(and: "_-/.#"),
            [.not(startingWith: "aws/")],
            page: "CreateLogGroup, Amazon CloudWatch Logs API Reference"),
        NameRule(
            "aws_cloudwatch_metric_alarm", "alarm_name", "alarm", 1...255, .printable,
            page: "PutMetricAlarm, Amazon CloudWatch API Reference"),
        NameRule(
            "aws_cloudwatch_composite_alarm", "alarm_name", "alarm", 1...255, .printable,
            page: "PutCompositeAlarm, Amazon CloudWatch API Reference"),
        NameRule(
            "aws_cloudwatch_dashboard", "dashboard_name", "dashboard", 1...255, .letters(and: "-_"), unique: .account,
            page: "PutDashboard, Amazon CloudWatch API Reference"),
        NameRule(
            "aws_cloudtrail", "name", "trail", 3...128, .letters(and: "._-"), [.noHyphenAtEnd, .noHyphenAtStart],
            page: "CreateTrail, AWS CloudTrail API Reference"),
    ]

    private static let delivery = [
        NameRule(
            "aws_wafv2_web_acl", "name", "web ACL", 1...128, .letters(and: "-_"), unique: .within("scope"),
            page: "CreateWebACL, AWS WAFV2 API Reference", checked: WAF.WebACL.self),
        NameRule(
            "aws_wafv2_ip_set", "name", "IP set", 1...128, .letters(and: "-_"), unique: .within("scope"),
            page: "CreateIPSet, AWS WAFV2 API Reference", checked: WAF.IPSet.self),
        NameRule(
            "aws_codedeploy_app", "name", "application", 1...100, .printable,
            page: "CreateApplication, AWS CodeDeploy API Reference", checked: CodeDeploy.Application.self),
        NameRule(
            "aws_cloudfront_function", "name", "function", 1...64, .letters(and: "-_"), unique: .account,
            page: "CreateFunction, Amazon CloudFront API Reference"),
    ]

    private static let atlas = [
        NameRule(
            "mongodbatlas_project", "name", "project", 1...64, .printable,
            page: "Create One Project, MongoDB Atlas Administration API")
    ]
}
