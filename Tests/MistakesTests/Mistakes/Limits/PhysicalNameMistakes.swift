import Terrane

/// Names, descriptions and tags that providers refuse.
extension Mistake {
    static var limitNames: [Mistake] {
        [
            reservedGroupName, groupTwice, groupDescription, spacedGroup, memberGroupTwice, queueName, fifoQueue,
            queueTwice, reservedParameter, capitalRepository, reservedLogGroup, longRule, reservedTag, tagCharacter,
            functionVariable, functionName,
        ]
    }

    static let limitedNetwork = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    /// A type for which there is no Swift struct.
    static func raw(
        _ name: Name, _ terraform: String, _ cloudFormation: String, file: String = #fileID, line: Int = #line,
        @PropertiesBuilder _ properties: () -> Properties
    ) -> RawResource {
        RawResource(
            name, type: ResourceType(terraform: terraform, cloudFormation: cloudFormation, area: .other), file: file,
            line: line, properties: properties)
    }

    private static func group(
        _ name: Name, _ text: String, file: String = #fileID, line: Int = #line
    ) -> RawResource {
        raw(name, "aws_iam_group", "AWS::IAM::Group", file: file, line: line) { row("name", "GroupName", text) }
    }

    private static func queue(
        _ name: Name, _ text: String, isFIFO: Bool? = nil, file: String = #fileID, line: Int = #line
    ) -> RawResource {
        raw(name, "aws_sqs_queue", "AWS::SQS::Queue", file: file, line: line) {
            row("name", "QueueName", text)
            row("fifo_queue", "FifoQueue", isFIFO)
        }
    }

    private static func function(
        _ text: String, _ variable: String, file: String = #fileID, line: Int = #line
    ) -> RawResource {
        raw("mailer", "aws_lambda_function", "AWS::Lambda::Function", file: file, line: line) {
            row("function_name", "FunctionName", text)
            row("role", "Role", "arn:aws:iam::111122223333:role/mailer")
            row("package_type", "PackageType", "Image")
            row("image_uri", "Code/ImageUri", "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/mailer:1")
            nested("environment", "Environment") {
                row("variables", "Variables", Expression.object([.init(variable, .string("ap-northeast-1"))]))
            }
        }
    }

    private static var reservedGroupName: Mistake {
        Mistake(
            "InvalidParameterValue: invalid value for parameter groupName: sg-web. Group names may not be in the format sg-*",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
            .graph, caughtBy: "resource-name"
        ) {
            limitedNetwork
            EC2.SecurityGroup("web", in: limitedNetwork.vpc, groupName: "sg-web", description: "Web")  // mistake
        } legal: {
            limitedNetwork
            EC2.SecurityGroup("web", in: limitedNetwork.vpc, groupName: "web", description: "Web")
        }
    }

    private static var groupTwice: Mistake {
        Mistake(
            "InvalidGroup.Duplicate: the security group 'web' already exists for VPC",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
            .graph, caughtBy: "name-taken"
        ) {
            limitedNetwork
            EC2.SecurityGroup("web", in: limitedNetwork.vpc, groupName: "web", description: "Web")
            EC2.SecurityGroup("api", in: limitedNetwork.vpc, groupName: "web", description: "API")  // mistake
        } legal: {
            limitedNetwork
            EC2.SecurityGroup("web", in: limitedNetwork.vpc, groupName: "web", description: "Web")
            EC2.SecurityGroup("api", in: limitedNetwork.vpc, groupName: "api", description: "API")
        }
    }

    private static var groupDescription: Mistake {
        Mistake(
            "Invalid security group description. Valid descriptions are strings less than 256 characters from a-zA-Z0-9…",
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html",
            .graph, caughtBy: "description-character"
        ) {
            limitedNetwork
            EC2.SecurityGroup("web", in: limitedNetwork.vpc, description: "Koemo's web servers")  // mistake
        } legal: {
            limitedNetwork
            EC2.SecurityGroup("web", in: limitedNetwork.vpc, description: "Web servers of Koemo (public)")
        }
    }

    private static var spacedGroup: Mistake {
        Mistake(
            "ValidationError: the specified value for groupName is invalid. It must contain only alphanumeric characters…",
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html",
            .graph, caughtBy: "resource-name"
        ) {
            group("operators", "Site operators")  // mistake
        } legal: {
            group("operators", "site-operators")
        }
    }

    private static var memberGroupTwice: Mistake {
        Mistake(
            "EntityAlreadyExists: group with name OPERATORS already exists: names differ in capitals alone",
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html",
            .graph, caughtBy: "name-taken"
        ) {
            group("operators", "operators")
            group("night", "Operators")  // mistake
        } legal: {
            group("operators", "operators")
            group("night", "night-operators")
        }
    }

    private static var queueName: Mistake {
        Mistake(
            "InvalidParameterValue: can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
            .graph, caughtBy: "resource-name"
        ) {
            queue("mail", "mail/out")  // mistake
        } legal: {
            queue("mail", "mail-out")
        }
    }

    private static var fifoQueue: Mistake {
        Mistake(
            "InvalidParameterValue: the name of a FIFO queue must end with the .fifo suffix",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
            .graph, caughtBy: "fifo-name"
        ) {
            queue("mail", "mail", isFIFO: true)  // mistake
        } legal: {
            queue("mail", "mail.fifo", isFIFO: true)
        }
    }

    private static var queueTwice: Mistake {
        Mistake(
            "QueueAlreadyExists: a queue with this name already exists",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
            .graph, caughtBy: "name-taken"
        ) {
            queue("mail", "mail")
            queue("news", "mail")  // mistake
        } legal: {
            queue("mail", "mail")
            queue("news", "mail").region("us-east-1")
        }
    }

    private static var reservedParameter: Mistake {
        Mistake(
            "ValidationException: Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive)",
            "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
            .graph, caughtBy: "resource-name"
        ) {
            SSM.Parameter("mode", path: "/aws/shop/mode", description: "Mode", value: "fast")  // mistake
        } legal: {
            SSM.Parameter("mode", path: "/shop/aws/mode", description: "Mode", value: "fast")
        }
    }

    private static var capitalRepository: Mistake {
        Mistake(
            "InvalidParameterException: invalid parameter at 'repositoryName' failed to satisfy constraint",
            "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html",
            .graph, caughtBy: "resource-name"
        ) {
            ECR.Repository("shop", repositoryName: "Shop")  // mistake
        } legal: {
            ECR.Repository("shop", repositoryName: "shop")
        }
    }

    private static var reservedLogGroup: Mistake {
        Mistake(
            "InvalidParameterException: log groups starting with aws/ are reserved for AWS",
            "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
            .graph, caughtBy: "resource-name"
        ) {
            Logs.LogGroup("api", groupName: "aws/api", retention: .oneMonth)  // mistake
        } legal: {
            Logs.LogGroup("api", groupName: "/aws/api", retention: .oneMonth)
        }
    }

    private static var longRule: Mistake {
        let long = String(repeating: "nightly-", count: 9)
        return Mistake(
            "ValidationException: 1 validation error detected: value at 'name' must have length less than or equal to 64",
            "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
            .graph, caughtBy: "resource-name"
        ) {
            raw("nightly", "aws_cloudwatch_event_rule", "AWS::Events::Rule") {  // mistake
                row("name", "Name", long)
                row("schedule_expression", "ScheduleExpression", "rate(1 day)")
            }
        } legal: {
            raw("nightly", "aws_cloudwatch_event_rule", "AWS::Events::Rule") {
                row("name", "Name", "nightly")
                row("schedule_expression", "ScheduleExpression", "rate(1 day)")
            }
        }
    }

    private static var reservedTag: Mistake {
        Mistake(
            "InvalidParameterValue: tag keys starting with 'aws:' are reserved for internal use",
            "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
            .graph, caughtBy: "tag"
        ) {
            Logs.LogGroup("api", groupName: "api", retention: .oneMonth).tag("aws:owner", "web")  // mistake
        } legal: {
            Logs.LogGroup("api", groupName: "api", retention: .oneMonth).tag("owner", "web")
        }
    }

    private static var tagCharacter: Mistake {
        Mistake(
            "InvalidTag: the TagValue you have provided is invalid, with a comma in it",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging.html",
            .graph, caughtBy: "tag"
        ) {
            Logs.LogGroup("api", groupName: "api", retention: .oneMonth).tag("owner", "web, api")  // mistake
        } legal: {
            Logs.LogGroup("api", groupName: "api", retention: .oneMonth).tag("owner", "web + api")
        }
    }

    private static var functionVariable: Mistake {
        Mistake(
            "InvalidParameterValueException: reserved keys used in this request: AWS_REGION",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
            .graph, caughtBy: "variable-of-lambda"
        ) {
            function("mailer", "AWS_REGION")  // mistake
        } legal: {
            function("mailer", "TARGET_REGION")
        }
    }

    private static var functionName: Mistake {
        Mistake(
            "ValidationException: value at 'functionName' failed to satisfy constraint: [a-zA-Z0-9-_]+",
            "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
            .graph, caughtBy: "resource-name"
        ) {
            function("shop.mailer", "MODE")  // mistake
        } legal: {
            function("shop-mailer", "MODE")
        }
    }
}
