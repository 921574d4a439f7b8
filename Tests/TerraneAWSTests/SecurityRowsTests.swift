import TerraneCore
import Testing

@testable import TerraneAWS

/// The rows of what secures an account: rotation, boundaries, trails, in both dialects.
struct SecurityRowsTests {
    @Test func aRotation() {
        let resource = SecretsManager.Rotation(
            "rotation", of: "arn:secret", every: .days(90), by: .function("arn:function"), window: .hours(3))
        #expect(
            bilingual(resource) == """
                secret_id | SecretId = "arn:secret"
                rotation_lambda_arn | RotationLambdaARN = "arn:function"
                rotate_immediately | RotateImmediatelyOnUpdate = true
                rotation_rules/automatically_after_days | RotationRules/AutomaticallyAfterDays = 90
                rotation_rules/duration | RotationRules/Duration = "3h"
                """)
    }

    @Test func aRotationByTheOwnerOfTheSecret() {
        let resource = SecretsManager.Rotation(
            "rotation", of: "arn:secret", every: .days(90), by: .owner, rotatesAtOnce: false)
        #expect(
            bilingual(resource) == """
                secret_id | SecretId = "arn:secret"
                rotate_immediately | RotateImmediatelyOnUpdate = false
                rotation_rules/automatically_after_days | RotationRules/AutomaticallyAfterDays = 90
                """)
    }

    @Test func aSecretPolicy() {
        let resource = SecretsManager.SecretPolicy(
            "policy", of: "arn:secret", IAM.PolicyDocument(.allow("secretsmanager:GetSecretValue", on: ["*"])))
        #expect(
            bilingual(resource) == """
                secret_arn | SecretId = "arn:secret"
                policy = json {Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: ["*"]}]} | ResourcePolicy = {Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: ["*"]}]}
                block_public_policy | BlockPublicPolicy = true
                """)
    }

    @Test func aFunctionPermission() {
        let resource = Lambda.FunctionPermission(
            "call", toCall: "arn:function", for: "secretsmanager.amazonaws.com", onBehalfOf: "arn:secret")
        #expect(
            bilingual(resource) == """
                statement_id = "call" | -
                action | Action = "lambda:InvokeFunction"
                function_name | FunctionName = "arn:function"
                principal | Principal = "secretsmanager.amazonaws.com"
                source_account | SourceAccount = <account>
                source_arn | SourceArn = "arn:secret"
                """)
    }

    @Test func aListParameter() {
        let resource = SSM.Parameter(
            "hosts", path: "/web/hosts", description: "Hosts", values: ["a", "b"], tier: .advanced,
            allowedPattern: "^[a-z,]+$")
        #expect(
            bilingual(resource) == """
                name | Name = "/web/hosts"
                description | Description = "Hosts"
                type | Type = "StringList"
                value | Value = "a,b"
                tier | Tier = "Advanced"
                allowed_pattern | AllowedPattern = "^[a-z,]+$"
                """)
    }

    @Test func anAttachedPolicy() {
        let resource = IAM.PolicyAttachment(
            "a", of: IAM.AWSManagedPolicy.readOnlyAccess.arn,
            to: IAM.Role("role", roleName: "r", description: "d", trust: IAM.PolicyDocument()))
        #expect(
            bilingual(resource) == """
                role = <role: name, Ref> | -
                policy_arn = "arn:(<partition>):iam::aws:policy/ReadOnlyAccess" | ManagedPolicyArns = ["arn:(<partition>):iam::aws:policy/ReadOnlyAccess"]
                """)
    }

    @Test func aRoleWithABoundary() {
        var role = IAM.Role("role", roleName: "deploy", description: "Deploys", trust: IAM.PolicyDocument())
        role.boundary = "arn:boundary"
        role.longestSession = .hours(2)
        #expect(
            bilingual(role) == """
                name | RoleName = "deploy"
                description | Description = "Deploys"
                assume_role_policy = json {Version: "2012-10-17", Statement: []} | AssumeRolePolicyDocument = {Version: "2012-10-17", Statement: []}
                permissions_boundary | PermissionsBoundary = "arn:boundary"
                max_session_duration | MaxSessionDuration = 7200
                """)
    }

    @Test func aTrail() {
        var trail = CloudTrail.Trail("audit", to: "files", buckets: ["arn:data"], encryptedWith: "arn:key")
        trail.log = (group: "arn:logs", role: "arn:role")
        #expect(
            bilingual(trail) == """
                name | TrailName = "audit"
                s3_bucket_name | S3BucketName = "files"
                enable_logging | IsLogging = true
                is_multi_region_trail | IsMultiRegionTrail = true
                include_global_service_events | IncludeGlobalServiceEvents = true
                enable_log_file_validation | EnableLogFileValidation = true
                kms_key_id | KMSKeyId = "arn:key"
                cloud_watch_logs_group_arn | CloudWatchLogsLogGroupArn = "arn:logs"
                cloud_watch_logs_role_arn | CloudWatchLogsRoleArn = "arn:role"
                event_selector[0]/read_write_type | EventSelectors[0]/ReadWriteType = "All"
                event_selector[0]/include_management_events | EventSelectors[0]/IncludeManagementEvents = true
                event_selector[0]/data_resource[0]/type | EventSelectors[0]/DataResources[0]/Type = "AWS::S3::Object"
                event_selector[0]/data_resource[0]/values | EventSelectors[0]/DataResources[0]/Values = ["arn:data/"]
                """)
    }

    @Test func aServiceLinkedRole() {
        let resource = IAM.ServiceLinkedRole("cache", of: "elasticache.amazonaws.com", description: "Caches")
        #expect(
            bilingual(resource) == """
                aws_service_name | AWSServiceName = "elasticache.amazonaws.com"
                description | Description = "Caches"
                """)
    }
}
