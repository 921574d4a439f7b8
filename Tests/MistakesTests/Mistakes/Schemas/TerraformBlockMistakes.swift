import Terrane

/// Blocks and arguments that were taken for each other, or that are too few or too many; types and attributes that are not.
extension Mistake {
    static var tagsAsBlock: Mistake {
        Mistake(
            "Blocks of type \"tags\" are not expected here; did you mean to define argument \"tags\"?",
            "https://github.com/hashicorp/terraform/issues/21742",
            .schema, caughtBy: "block-for-attribute"
        ) {
            RawResource("code", terraform: "aws_codecommit_repository") {  // mistake
                row("repository_name", "code")
                nested("tags") { row("Name", "code") }
            }
        } legal: {
            RawResource("code", terraform: "aws_codecommit_repository") {
                row("repository_name", "code")
                nested("tags", as: .attribute) { row("Name", "code") }
            }
        }
    }

    static var argumentsAsBlock: Mistake {
        Mistake(
            "Blocks of type \"default_arguments\" are not expected here; did you mean to define an argument?",
            "https://github.com/cycloidio/terracognita/issues/261",
            .schema, caughtBy: "block-for-attribute"
        ) {
            RawResource("totals", terraform: "aws_glue_job") {  // mistake
                row("name", "totals")
                row("role_arn", "arn:aws:iam::111122223333:role/totals")
                nested("command") { row("script_location", "s3://scripts/totals.py") }
                nested("default_arguments") { row("language", "python") }
            }
        } legal: {
            RawResource("totals", terraform: "aws_glue_job") {
                row("name", "totals")
                row("role_arn", "arn:aws:iam::111122223333:role/totals")
                nested("command") { row("script_location", "s3://scripts/totals.py") }
                nested("default_arguments", as: .attribute) { row("language", "python") }
            }
        }
    }

    static var blocksOfAtlas: Mistake {
        Mistake(
            "Unexpected block: blocks of type \"provider_settings\" are not expected here",
            "https://github.com/mongodb/terraform-provider-mongodbatlas/issues/3754",
            .schema, caughtBy: "block-for-attribute"
        ) {
            RawResource("flex", terraform: "mongodbatlas_flex_cluster") {  // mistake
                row("project_id", "0123456789abcdef01234567")
                row("name", "flex")
                nested("provider_settings") {
                    row("backing_provider_name", "AWS")
                    row("region_name", "US_EAST_1")
                }
            }
        } legal: {
            RawResource("flex", terraform: "mongodbatlas_flex_cluster") {
                row("project_id", "0123456789abcdef01234567")
                row("name", "flex")
                nested("provider_settings", as: .attribute) {
                    row("backing_provider_name", "AWS")
                    row("region_name", "US_EAST_1")
                }
            }
        }
    }

    static var detailsAsArgument: Mistake {
        Mistake(
            "An argument named \"endpoint_details\" is not expected here; did you mean to define a block of that type?",
            "https://github.com/mongodb/terraform-aws-ecs-task-definition/issues/20",
            .schema, caughtBy: "attribute-for-block"
        ) {
            RawResource("files", terraform: "aws_transfer_server") {  // mistake
                nested("endpoint_details", as: .attribute) { row("vpc_id", "vpc-0123456789abcdef0") }
            }
        } legal: {
            RawResource("files", terraform: "aws_transfer_server") {
                nested("endpoint_details") { row("vpc_id", "vpc-0123456789abcdef0") }
            }
        }
    }

    static var axisAsArgument: Mistake {
        Mistake(
            "An argument named \"yaxis\" is not expected here; did you mean to define a block of type \"yaxis\"?",
            "https://github.com/laurmurclar/datadog-to-terraform/issues/34",
            .schema, caughtBy: "attribute-for-block"
        ) {
            RawResource("board", terraform: "datadog_dashboard") {  // mistake
                row("title", "Shop")
                row("layout_type", "ordered")
                nested("widget/timeseries_definition") { nested("yaxis", as: .attribute) { row("min", "0") } }
            }
        } legal: {
            RawResource("board", terraform: "datadog_dashboard") {
                row("title", "Shop")
                row("layout_type", "ordered")
                nested("widget/timeseries_definition") { nested("yaxis") { row("min", "0") } }
            }
        }
    }

    static var ruleWithoutVisibility: Mistake {
        Mistake(
            "Insufficient visibility_config blocks: at least 1 \"visibility_config\" blocks are required",
            "https://github.com/cloudposse/terraform-aws-waf/issues/92",
            .schema, caughtBy: "too-few-blocks"
        ) {
            RawResource("rules", terraform: "aws_wafv2_rule_group") {  // mistake
                row("name", "rules")
                row("scope", "REGIONAL")
                row("capacity", 10)
            }
        } legal: {
            RawResource("rules", terraform: "aws_wafv2_rule_group") {
                row("name", "rules")
                row("scope", "REGIONAL")
                row("capacity", 10)
                visibility
            }
        }
    }

    static var twoStatements: Mistake {
        Mistake(
            "Too many ip_set_reference_statement blocks: no more than 1 \"ip_set_reference_statement\" blocks are allowed",
            "https://github.com/umotif-public/terraform-aws-waf-webaclv2/issues/52",
            .schema, caughtBy: "too-many-blocks"
        ) {
            RawResource("rules", terraform: "aws_wafv2_rule_group") { rules(for: ["arn:one", "arn:two"]) }  // mistake
        } legal: {
            RawResource("rules", terraform: "aws_wafv2_rule_group") { rules(for: ["arn:one"]) }
        }
    }

    private static func rules(for sets: [String]) -> Properties {
        Properties {
            row("name", "rules")
            row("scope", "REGIONAL")
            row("capacity", 10)
            nested("rule") {
                row("name", "offices")
                row("priority", 1)
                nested("action") {
                    Row(terraform: "allow", cloudFormation: nil, form: .block, content: .nested(.marker))
                }
                nested("statement") { repeated("ip_set_reference_statement", sets) { row("arn", $0) } }
                visibility
            }
            visibility
        }
    }

    private static var visibility: Row {
        nested("visibility_config") {
            row("cloudwatch_metrics_enabled", true)
            row("metric_name", "rules")
            row("sampled_requests_enabled", false)
        }
    }

    // MARK: Names of others

    static var unknownType: Mistake {
        Mistake(
            "The provider hashicorp/aws does not support resource type \"aws_synthetics_canary_group\"",
            "https://github.com/hashicorp/terraform-provider-aws/issues/19481",
            .schema, caughtBy: "unknown-terraform-type"
        ) {
            RawResource("canaries", terraform: "aws_synthetics_canary_group") {  // mistake
                row("name", "canaries")
            }
        } legal: {
            RawResource("canaries", terraform: "aws_synthetics_group") {
                row("name", "canaries")
            }
        }
    }

    static var unknownDataSource: Mistake {
        Mistake(
            "Provider doesn't support data source: aws_subnet_ids, which version 4 of the provider had",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade",
            .schema, caughtBy: "unknown-terraform-type"
        ) {
            RawResource("group", terraform: "aws_db_subnet_group") {
                let gone = RawResource("found", terraform: "aws_subnet_ids") {}  // mistake
                    .existing { row("vpc_id", "vpc-0123456789abcdef0") }
                row("subnet_ids", gone.attribute("ids", .ref) as Value<[String]>)
            }
        } legal: {
            RawResource("group", terraform: "aws_db_subnet_group") {
                let found = RawResource("found", terraform: "aws_subnets") {}
                    .existing {
                        nested("filter") {
                            row("name", "vpc-id")
                            row("values", ["vpc-0123456789abcdef0"])
                        }
                    }
                row("subnet_ids", found.attribute("ids", .ref) as Value<[String]>)
            }
        }
    }

    static var nameOfRepository: Mistake {
        let repository = RawResource("site", terraform: "aws_codecommit_repository") { row("repository_name", "site") }
        let wrong: Value<String> = repository.attribute("name", .ref)
        let right: Value<String> = repository.attribute("repository_name", .ref)
        return Mistake(
            "Unsupported attribute: this object has no argument, nested block, or exported attribute named \"name\"",
            "https://github.com/chantzlarge/terraform-aws-react/issues/27",
            .schema, caughtBy: "unknown-reference"
        ) {
            repository
            RawResource("rule", terraform: "aws_codecommit_approval_rule_template_association") {  // mistake
                row("approval_rule_template_name", "two-eyes")
                row("repository_name", wrong)
            }
        } legal: {
            repository
            RawResource("rule", terraform: "aws_codecommit_approval_rule_template_association") {
                row("approval_rule_template_name", "two-eyes")
                row("repository_name", right)
            }
        }
    }

    static var ignoredName: Mistake {
        Mistake(
            "Unsupported attribute in ignore_changes: this object has no argument named \"branch\"",
            "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle",
            .schema, caughtBy: "unknown-ignored-attribute"
        ) {
            RawResource("broker", terraform: "aws_codecommit_repository") { row("repository_name", "a") }  // mistake
                .ignoringChanges("branch")
        } legal: {
            RawResource("broker", terraform: "aws_codecommit_repository") { row("repository_name", "a") }
                .ignoringChanges("default_branch")
        }
    }
}
