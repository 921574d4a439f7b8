import Terrane

/// More than a service takes.
extension Mistake {
    static var limitNumbers: [Mistake] { [widgets, subscriptions, manyRules, containers] }

    private static func dashboard(_ count: Int, file: String = #fileID, line: Int = #line) -> RawResource {
        let widget = Expression.object([
            .init("type", .string("text")), .init("width", .integer(6)), .init("height", .integer(3)),
            .init("properties", .object([.init("markdown", .string("Shop"))])),
        ])
        return raw("shop", "aws_cloudwatch_dashboard", "AWS::CloudWatch::Dashboard", file: file, line: line) {
            row("dashboard_name", "DashboardName", "shop")
            row(
                "dashboard_body", "DashboardBody",
                Expression.json(.object([.init("widgets", .list(Array(repeating: widget, count: count)))])))
        }
    }

    private static var widgets: Mistake {
        Mistake(
            "InvalidParameterInput: the dashboard body is invalid: should not have more than 500 widgets",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html",
            .graph, caughtBy: "over-quota"
        ) {
            dashboard(501)  // mistake
        } legal: {
            dashboard(500)
        }
    }

    private static let logs = Logs.LogGroup("api", groupName: "api", retention: .oneMonth)

    private static func subscription(_ name: Name) -> Logs.SubscriptionFilter {
        Logs.SubscriptionFilter(
            name, of: logs.id, to: "arn:aws:firehose:ap-northeast-1:111122223333:deliverystream/logs",
            as: "arn:aws:iam::111122223333:role/logs")
    }

    private static var subscriptions: Mistake {
        Mistake(
            "LimitExceededException: resource limit exceeded: a log group has two subscription filters",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html",
            .graph, caughtBy: "over-quota"
        ) {
            Logs.LogGroup("api", groupName: "api", retention: .oneMonth)  // mistake
            ["one", "two", "three"].map { subscription($0) }
        } legal: {
            logs
            ["one", "two"].map { subscription($0) }
        }
    }

    private static let door = EC2.SecurityGroup("door", in: limitedNetwork.vpc, description: "Door")

    private static func rules(_ count: Int) -> [EC2.EgressRule] {
        (1...count).map { number in
            EC2.EgressRule(
                Name("door/out-\(number)"), outOf: door.id, to: .range("10.0.0.0/16"),
                ports: PortRange(Port(9000 + number)), description: "Port \(number)")
        }
    }

    private static var manyRules: Mistake {
        Mistake(
            "RulesPerSecurityGroupLimitExceeded: the maximum number of rules per security group has been reached",
            "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
            .graph, caughtBy: "over-adjustable-quota"
        ) {
            limitedNetwork
            EC2.SecurityGroup("door", in: limitedNetwork.vpc, description: "Door")  // mistake
            rules(61)
        } legal: {
            limitedNetwork
            door
            rules(60)
        }
    }

    private static func task(_ count: Int, file: String = #fileID, line: Int = #line) -> RawResource {
        func containers(_ image: String, _ name: String, _ memory: String) -> Expression {
            .list(
                (1...count).map { number in
                    .object([
                        .init(name, .string("worker-\(number)")), .init(image, .string("public.ecr.aws/nginx/nginx:1")),
                        .init(memory, .integer(128)),
                    ])
                })
        }
        return raw("workers", "aws_ecs_task_definition", "AWS::ECS::TaskDefinition", file: file, line: line) {
            row("family", "Family", "workers")
            row(
                "container_definitions", terraform: Expression.json(containers("image", "name", "memory")),
                "ContainerDefinitions", cloudFormation: containers("Image", "Name", "Memory"))
        }
    }

    private static var containers: Mistake {
        Mistake(
            "ClientException: container definitions should not have more than 10 items",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html",
            .graph, caughtBy: "over-quota"
        ) {
            task(11)  // mistake
        } legal: {
            task(10)
        }
    }
}
