import Terrane

/// Values out of bounds, properties that do not go together, types that are not there, and what they do not return.
extension Mistake {
    static var operatingSystem: Mistake {
        Mistake(
            "Value 'WINDOWS_2019' at 'operatingSystem' failed to satisfy constraint: Member must satisfy enum value set",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-patchbaseline.html",
            .schema, caughtBy: "property-outside-enumeration"
        ) {
            RawResource("patches", cloudFormation: "AWS::SSM::PatchBaseline") {  // mistake
                row("Name", "patches")
                row("OperatingSystem", "WINDOWS_2019")
            }
        } legal: {
            RawResource("patches", cloudFormation: "AWS::SSM::PatchBaseline") {
                row("Name", "patches")
                row("OperatingSystem", "WINDOWS")
            }
        }
    }

    static var hoursOfWindow: Mistake {
        Mistake(
            "Value '48' at 'duration' failed to satisfy constraint: Member must have value less than or equal to 24",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-maintenancewindow.html",
            .schema, caughtBy: "property-out-of-range"
        ) {
            RawResource("window", cloudFormation: "AWS::SSM::MaintenanceWindow") {  // mistake
                row("Name", "weekend")
                row("Schedule", "cron(0 3 ? * SAT *)")
                row("Duration", 48)
                row("Cutoff", 1)
                row("AllowUnassociatedTargets", false)
            }
        } legal: {
            RawResource("window", cloudFormation: "AWS::SSM::MaintenanceWindow") {
                row("Name", "weekend")
                row("Schedule", "cron(0 3 ? * SAT *)")
                row("Duration", 24)
                row("Cutoff", 1)
                row("AllowUnassociatedTargets", false)
            }
        }
    }

    static var twoOfOne: Mistake {
        Mistake(
            "InvalidParameterCombination: Ipv6AddressCount and Ipv6Addresses cannot both be specified",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-networkinterface.html",
            .schema, caughtBy: "properties-exclude-each-other"
        ) {
            RawResource("card", cloudFormation: "AWS::EC2::NetworkInterface") {  // mistake
                row("SubnetId", "subnet-0123456789abcdef0")
                row("Ipv6AddressCount", 1)
                repeated("Ipv6Addresses", ["2001:db8::1"]) { row("Ipv6Address", $0) }
            }
        } legal: {
            RawResource("card", cloudFormation: "AWS::EC2::NetworkInterface") {
                row("SubnetId", "subnet-0123456789abcdef0")
                row("Ipv6AddressCount", 1)
            }
        }
    }

    static var tooManyTargets: Mistake {
        Mistake(
            "Model validation failed (#/Targets: expected maximum item count: 5, found: 6)",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-association.html",
            .schema, caughtBy: "property-of-wrong-count"
        ) {
            RawResource("patching", cloudFormation: "AWS::SSM::Association") {  // mistake
                row("Name", "AWS-RunPatchBaseline")
                repeated("Targets", ["a", "b", "c", "d", "e", "f"]) { tag in
                    row("Key", "tag:\(tag)")
                    row("Values", ["yes"])
                }
            }
        } legal: {
            RawResource("patching", cloudFormation: "AWS::SSM::Association") {
                row("Name", "AWS-RunPatchBaseline")
                repeated("Targets", ["a", "b", "c", "d", "e"]) { tag in
                    row("Key", "tag:\(tag)")
                    row("Values", ["yes"])
                }
            }
        }
    }

    static var addressesTwice: Mistake {
        Mistake(
            "Model validation failed (#/ResourceArns: array items are not unique)",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-synthetics-group.html",
            .schema, caughtBy: "repeated-item"
        ) {
            RawResource("canaries", cloudFormation: "AWS::Synthetics::Group") {  // mistake
                row("Name", "shop")
                row("ResourceArns", [canary, canary])
            }
        } legal: {
            RawResource("canaries", cloudFormation: "AWS::Synthetics::Group") {
                row("Name", "shop")
                row("ResourceArns", [canary])
            }
        }
    }

    private static let canary = "arn:aws:synthetics:ap-northeast-1:111122223333:canary:shop"

    static var engineOfWorkGroup: Mistake {
        Mistake(
            "Encountered a read-only property: EffectiveEngineVersion",
            "https://github.com/cdklabs/awscdk-service-spec/issues/1138",
            .schema, caughtBy: "read-only-property"
        ) {
            RawResource("queries", cloudFormation: "AWS::Athena::WorkGroup") {  // mistake
                row("Name", "queries")
                row("WorkGroupConfiguration/EngineVersion/EffectiveEngineVersion", "Athena engine version 3")
            }
        } legal: {
            RawResource("queries", cloudFormation: "AWS::Athena::WorkGroup") {
                row("Name", "queries")
                row("WorkGroupConfiguration/EngineVersion/SelectedEngineVersion", "Athena engine version 3")
            }
        }
    }

    // MARK: Types

    static var reportOutsideVirginia: Mistake {
        Mistake(
            "Template format error: Unrecognized resource types: [AWS::CUR::ReportDefinition], outside of us-east-1",
            "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1020",
            .schema, caughtBy: "type-not-in-region"
        ) {
            report
        } legal: {
            report.region(.virginia)
        }
    }

    private static var report: RawResource {
        RawResource("report", cloudFormation: "AWS::CUR::ReportDefinition") {  // mistake
            row("ReportName", "shop")
            row("TimeUnit", "DAILY")
            row("Format", "Parquet")
            row("Compression", "Parquet")
            row("S3Bucket", "shop-reports")
            row("S3Prefix", "cost")
            row("S3Region", "us-east-1")
            row("RefreshClosedReports", true)
            row("ReportVersioning", "OVERWRITE_REPORT")
        }
    }

    static var templateOfMail: Mistake {
        Mistake(
            "Template format error: Unrecognized resource types: [AWS::SES::EmailTemplate]",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ses-template.html",
            .schema, caughtBy: "unknown-cloud-formation-type"
        ) {
            RawResource("welcome", cloudFormation: "AWS::SES::EmailTemplate") {  // mistake
                row("Template/SubjectPart", "Welcome")
            }
        } legal: {
            RawResource("welcome", cloudFormation: "AWS::SES::Template") { row("Template/SubjectPart", "Welcome") }
        }
    }

    // MARK: Return values

    static var addressOfRule: Mistake {
        Mistake(
            "Template error: resource Nightly does not support attribute type RuleArn in Fn::GetAtt",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-events-rule.html",
            .schema, caughtBy: "unknown-return-value"
        ) {
            nightly
            RawResource("permission", cloudFormation: "AWS::Lambda::Permission") {  // mistake
                row("Action", "lambda:InvokeFunction")
                row("FunctionName", "work")
                row("Principal", "events.amazonaws.com")
                row("SourceArn", nightly.attribute("arn", .attribute("RuleArn")) as Value<ARN>)
            }
        } legal: {
            nightly
            RawResource("permission", cloudFormation: "AWS::Lambda::Permission") {
                row("Action", "lambda:InvokeFunction")
                row("FunctionName", "work")
                row("Principal", "events.amazonaws.com")
                row("SourceArn", nightly.attribute("arn", .attribute("Arn")) as Value<ARN>)
            }
        }
    }

    private static var nightly: RawResource {
        RawResource("nightly", cloudFormation: "AWS::Events::Rule") { row("ScheduleExpression", "rate(1 day)") }
    }
}
