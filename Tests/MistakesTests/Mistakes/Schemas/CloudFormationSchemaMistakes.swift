import Terrane

/// What CloudFormation refuses of the properties of a resource, in types for which there may be no Swift struct.
extension Mistake {
    static var cloudFormationSchemas: [Mistake] {
        [
            entryPoint, fileSystemOfVolume, bodyOfNestedStack, filterOfPatches, nameOfBaseline, ruleThatNothingSetsOff,
            valuesOfTarget, sourceOfEvents, nameOfGroup, identifierOfSubnet, lengthOfName, operatingSystem,
            hoursOfWindow, twoOfOne, tooManyTargets, addressesTwice, engineOfWorkGroup, reportOutsideVirginia,
            templateOfMail, addressOfRule,
        ]
    }

    // MARK: Names

    private static var entryPoint: Mistake {
        Mistake(
            "#/ContainerDefinitions/0: extraneous key [Entrypoint] is not permitted",
            "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1005",
            .schema, caughtBy: "unknown-property"
        ) {
            RawResource("task", cloudFormation: "AWS::ECS::TaskDefinition") {  // mistake
                repeated("ContainerDefinitions", ["web"]) { name in
                    row("Name", name)
                    row("Image", "nginx:1.27")
                    row("Entrypoint", ["task"])
                }
            }
        } legal: {
            RawResource("task", cloudFormation: "AWS::ECS::TaskDefinition") {
                repeated("ContainerDefinitions", ["web"]) { name in
                    row("Name", name)
                    row("Image", "nginx:1.27")
                    row("EntryPoint", ["task"])
                }
            }
        }
    }

    private static var fileSystemOfVolume: Mistake {
        Mistake(
            "#/Volumes/0: extraneous key [EfsVolumeConfiguration] is not permitted",
            "https://github.com/awslabs/aws-saas-boost/issues/179",
            .schema, caughtBy: "unknown-property"
        ) {
            RawResource("task", cloudFormation: "AWS::ECS::TaskDefinition") {  // mistake
                repeated("Volumes", ["shared"]) { name in
                    row("Name", name)
                    row("EfsVolumeConfiguration/FilesystemId", "fs-0123456789abcdef0")
                }
            }
        } legal: {
            RawResource("task", cloudFormation: "AWS::ECS::TaskDefinition") {
                repeated("Volumes", ["shared"]) { name in
                    row("Name", name)
                    row("EFSVolumeConfiguration/FilesystemId", "fs-0123456789abcdef0")
                }
            }
        }
    }

    private static var bodyOfNestedStack: Mistake {
        Mistake(
            "Encountered unsupported property TemplateBody",
            "https://github.com/aws/aws-sdk/issues/740",
            .schema, caughtBy: "unknown-property"
        ) {
            RawResource("nested", cloudFormation: "AWS::CloudFormation::Stack") {  // mistake
                row("TemplateURL", "https://templates.s3.amazonaws.com/nested.json")
                row("TemplateBody", "{}")
            }
        } legal: {
            RawResource("nested", cloudFormation: "AWS::CloudFormation::Stack") {
                row("TemplateURL", "https://templates.s3.amazonaws.com/nested.json")
            }
        }
    }

    private static var filterOfPatches: Mistake {
        Mistake(
            "Encountered unsupported properties in {/ApprovalRules/PatchRules/0/PatchFilterGroup}: [Values, Key]",
            "https://github.com/cloudtools/troposphere/pull/877",
            .schema, caughtBy: "unknown-property"
        ) {
            RawResource("patches", cloudFormation: "AWS::SSM::PatchBaseline") {  // mistake
                row("Name", "patches")
                repeated("ApprovalRules/PatchRules", ["Security"]) { kind in
                    row("PatchFilterGroup/Key", "CLASSIFICATION")
                    row("PatchFilterGroup/Values", [kind])
                }
            }
        } legal: {
            RawResource("patches", cloudFormation: "AWS::SSM::PatchBaseline") {
                row("Name", "patches")
                repeated("ApprovalRules/PatchRules", ["Security"]) { kind in
                    repeated("PatchFilterGroup/PatchFilters", [kind]) { value in
                        row("Key", "CLASSIFICATION")
                        row("Values", [value])
                    }
                }
            }
        }
    }

    private static var nameOfBaseline: Mistake {
        Mistake(
            "Properties validation failed for resource PatchBaseLineWindows2019: #: required key [Name] not found",
            "https://github.com/aws-cloudformation/iac-model-evaluation/issues/29",
            .schema, caughtBy: "missing-property"
        ) {
            RawResource("patches", cloudFormation: "AWS::SSM::PatchBaseline") {  // mistake
                row("OperatingSystem", "WINDOWS")
            }
        } legal: {
            RawResource("patches", cloudFormation: "AWS::SSM::PatchBaseline") {
                row("Name", "patches")
                row("OperatingSystem", "WINDOWS")
            }
        }
    }

    private static var ruleThatNothingSetsOff: Mistake {
        Mistake(
            "Parameter(s) EventPattern, ScheduleExpression not valid: at least one of them must be given",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-events-rule.html",
            .schema, caughtBy: "missing-property"
        ) {
            RawResource("nightly", cloudFormation: "AWS::Events::Rule") { row("Name", "nightly") }  // mistake
        } legal: {
            RawResource("nightly", cloudFormation: "AWS::Events::Rule") {
                row("Name", "nightly")
                row("ScheduleExpression", "rate(1 day)")
            }
        }
    }

    // MARK: Values

    private static var valuesOfTarget: Mistake {
        Mistake(
            "Model validation failed (#/Targets/0/Values: expected type: JSONArray, found: String)",
            "https://github.com/aws-cloudformation/cfn-lint/issues/3223",
            .schema, caughtBy: "property-of-wrong-type"
        ) {
            RawResource("patching", cloudFormation: "AWS::SSM::Association") {  // mistake
                row("Name", "AWS-RunPatchBaseline")
                repeated("Targets", ["InstanceIds"]) { key in
                    row("Key", key)
                    row("Values", "i-0123456789abcdef0")
                }
            }
        } legal: {
            RawResource("patching", cloudFormation: "AWS::SSM::Association") {
                row("Name", "AWS-RunPatchBaseline")
                repeated("Targets", ["InstanceIds"]) { key in
                    row("Key", key)
                    row("Values", ["i-0123456789abcdef0"])
                }
            }
        }
    }

    private static var sourceOfEvents: Mistake {
        Mistake(
            "Model validation failed (#/EventSourceArn: failed validation constraint for keyword [pattern])",
            "https://github.com/aws/serverless-application-model/issues/1699",
            .schema, caughtBy: "property-against-pattern"
        ) {
            RawResource("jobs", cloudFormation: "AWS::Lambda::EventSourceMapping") {  // mistake
                row("FunctionName", "work")
                row("EventSourceArn", "jobs")
            }
        } legal: {
            RawResource("jobs", cloudFormation: "AWS::Lambda::EventSourceMapping") {
                row("FunctionName", "work")
                row("EventSourceArn", "arn:aws:sqs:ap-northeast-1:111122223333:jobs")
            }
        }
    }

    private static var nameOfGroup: Mistake {
        Mistake(
            "Member must satisfy regular expression pattern: ^[0-9a-z_\\-]+$",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-synthetics-group.html",
            .schema, caughtBy: "property-against-pattern"
        ) {
            RawResource("canaries", cloudFormation: "AWS::Synthetics::Group") { row("Name", "Shop Canaries") }  // mistake
        } legal: {
            RawResource("canaries", cloudFormation: "AWS::Synthetics::Group") { row("Name", "shop_canaries") }
        }
    }

    private static var identifierOfSubnet: Mistake {
        Mistake(
            "InvalidSubnetID.NotFound: the name of a subnet stands where its identifier belongs",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-networkinterface.html",
            .schema, caughtBy: "property-against-pattern"
        ) {
            RawResource("card", cloudFormation: "AWS::EC2::NetworkInterface") { row("SubnetId", "public-a") }  // mistake
        } legal: {
            RawResource("card", cloudFormation: "AWS::EC2::NetworkInterface") {
                row("SubnetId", "subnet-0123456789abcdef0")
            }
        }
    }

    private static var lengthOfName: Mistake {
        Mistake(
            "Value at 'consumerName' failed to satisfy constraint: Member must have length less than or equal to 128",
            "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html",
            .schema, caughtBy: "property-of-wrong-length"
        ) {
            RawResource("reader", cloudFormation: "AWS::Kinesis::StreamConsumer") {  // mistake
                row("ConsumerName", String(repeating: "reader-", count: 20))
                row("StreamARN", "arn:aws:kinesis:ap-northeast-1:111122223333:stream/clicks")
            }
        } legal: {
            RawResource("reader", cloudFormation: "AWS::Kinesis::StreamConsumer") {
                row("ConsumerName", "reader")
                row("StreamARN", "arn:aws:kinesis:ap-northeast-1:111122223333:stream/clicks")
            }
        }
    }
}
