import Terrane

/// What Terraform and its providers refuse, in types for which there may be no Swift struct.
extension Mistake {
    static var terraformSchemas: [Mistake] {
        [
            visibilityTimeout, spanInText, groupForGroups, tagsAsBlock, argumentsAsBlock, blocksOfAtlas,
            detailsAsArgument,
            axisAsArgument, addressOfInstance, nameOfShare, prefixOfLogs, ruleWithoutVisibility, twoStatements,
            billingOfTable, timeoutOfQueue, unknownType, unknownDataSource, nameOfRepository, ignoredName,
            passwordInState,
        ]
    }

    // MARK: Arguments

    private static var visibilityTimeout: Mistake {
        Mistake(
            "Unsupported argument: an argument named \"visibility_timeout\" is not expected here",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue",
            .schema, caughtBy: "unknown-attribute"
        ) {
            RawResource("jobs", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {  // mistake
                row("visibility_timeout", "VisibilityTimeout", 30)
            }
        } legal: {
            RawResource("jobs", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {
                row("visibility_timeout_seconds", "VisibilityTimeout", 30)
            }
        }
    }

    private static var spanInText: Mistake {
        Mistake(
            "Incorrect attribute value type: a number is required, and the text \"30s\" is none",
            "https://developer.hashicorp.com/terraform/language/expressions/type-constraints",
            .schema, caughtBy: "wrong-attribute-type"
        ) {
            RawResource("jobs", terraform: "aws_sqs_queue") {  // mistake
                row("visibility_timeout_seconds", "30s")
            }
        } legal: {
            RawResource("jobs", terraform: "aws_sqs_queue") {
                row("visibility_timeout_seconds", "30")
            }
        }
    }

    private static var groupForGroups: Mistake {
        let group = EC2.SecurityGroup("door", in: "vpc-0123456789abcdef0", description: "Door")
        return Mistake(
            "Inappropriate value for attribute \"security_groups\": set of string required",
            "https://github.com/trussworks/terraform-aws-ecs-service/pull/28",
            .schema, caughtBy: "wrong-attribute-type"
        ) {
            group
            RawResource("mounts", terraform: "aws_efs_mount_target") {  // mistake
                row("file_system_id", "fs-0123456789abcdef0")
                row("subnet_id", "subnet-0123456789abcdef0")
                row("security_groups", group.id)
            }
        } legal: {
            group
            RawResource("mounts", terraform: "aws_efs_mount_target") {
                row("file_system_id", "fs-0123456789abcdef0")
                row("subnet_id", "subnet-0123456789abcdef0")
                row("security_groups", [group.id])
            }
        }
    }

    private static var addressOfInstance: Mistake {
        Mistake(
            "Value for unconfigurable attribute: can't configure a value for \"public_ip\"",
            "https://github.com/hashicorp/terraform/issues/37712",
            .schema, caughtBy: "read-only-attribute"
        ) {
            RawResource("bastion", terraform: "aws_instance") {  // mistake
                row("ami", "ami-0123456789abcdef0")
                row("instance_type", "t4g.nano")
                row("public_ip", "203.0.113.9")
            }
        } legal: {
            RawResource("bastion", terraform: "aws_instance") {
                row("ami", "ami-0123456789abcdef0")
                row("instance_type", "t4g.nano")
            }
        }
    }

    private static var nameOfShare: Mistake {
        Mistake(
            "The argument \"name\" is required, but no definition was found",
            "https://github.com/QT-DevOps/DevOpsIssues/issues/1002",
            .schema, caughtBy: "missing-attribute"
        ) {
            RawResource("gateways", terraform: "aws_ram_resource_share") {  // mistake
                row("allow_external_principals", true)
            }
        } legal: {
            RawResource("gateways", terraform: "aws_ram_resource_share") {
                row("name", "gateways")
                row("allow_external_principals", true)
            }
        }
    }

    private static var prefixOfLogs: Mistake {
        Mistake(
            "The argument \"target_prefix\" is required, but no definition was found",
            "https://github.com/aws-samples/aws2tf/issues/47",
            .schema, caughtBy: "missing-attribute"
        ) {
            RawResource("logging", terraform: "aws_s3_bucket_logging") {  // mistake
                row("bucket", "uploads-bucket")
                row("target_bucket", "logs-bucket")
            }
        } legal: {
            RawResource("logging", terraform: "aws_s3_bucket_logging") {
                row("bucket", "uploads-bucket")
                row("target_bucket", "logs-bucket")
                row("target_prefix", "uploads/")
            }
        }
    }

    private static var billingOfTable: Mistake {
        Mistake(
            "expected billing_mode to be one of [\"PROVISIONED\" \"PAY_PER_REQUEST\"], got ON_DEMAND",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table",
            .schema, caughtBy: "value-not-taken"
        ) {
            RawResource("orders", terraform: "aws_dynamodb_table") {  // mistake
                row("name", "orders")
                row("billing_mode", "ON_DEMAND")
            }
        } legal: {
            RawResource("orders", terraform: "aws_dynamodb_table") {
                row("name", "orders")
                row("billing_mode", "PAY_PER_REQUEST")
            }
        }
    }

    private static var timeoutOfQueue: Mistake {
        Mistake(
            "expected visibility_timeout_seconds to be in the range (0 - 43200), got 86400",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html",
            .schema, caughtBy: "value-out-of-range"
        ) {
            RawResource("jobs", terraform: "aws_sqs_queue") {  // mistake
                row("visibility_timeout_seconds", 86_400)
            }
        } legal: {
            RawResource("jobs", terraform: "aws_sqs_queue") {
                row("visibility_timeout_seconds", 43_200)
            }
        }
    }

    private static var passwordInState: Mistake {
        let random = ResourceType(
            terraform: .ephemeral("aws_secretsmanager_random_password"),
            cloudFormation: .absent(because: "it is asked for at each run"), area: .security)
        let password = RawResource("password", type: random) { row("password_length", 32) }
        let text: Value<String> = password.attribute("random_password", .absent(because: "it is not kept"))
        return Mistake(
            "Ephemeral values are not valid for an argument that is not write-only: it would be kept in the state",
            "https://github.com/hashicorp/terraform/issues/37202",
            .schema, caughtBy: "ephemeral-value-kept"
        ) {
            password
            RawResource("version", terraform: "aws_secretsmanager_secret_version") {  // mistake
                row("secret_id", "payments/key")
                row("secret_string", text)
            }
        } legal: {
            password
            RawResource("version", terraform: "aws_secretsmanager_secret_version") {
                row("secret_id", "payments/key")
                row("secret_string_wo", text)
                row("secret_string_wo_version", 1)
            }
        }
    }
}
