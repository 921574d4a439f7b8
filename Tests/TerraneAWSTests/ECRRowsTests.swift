import TerraneAWS
import TerraneCore
import Testing

/// The rows of registries, in both dialects.
struct ECRRowsTests {
    @Test func aRepository() {
        let resource = ECR.Repository("images", repositoryName: "koemo")
        #expect(
            bilingual(resource) == """
                name | RepositoryName = "koemo"
                image_tag_mutability | ImageTagMutability = "IMMUTABLE"
                image_scanning_configuration/scan_on_push | ImageScanningConfiguration/ScanOnPush = true
                encryption_configuration/encryption_type | EncryptionConfiguration/EncryptionType = "AES256"
                """)
    }

    @Test func aRepositoryWhoseTagsMove() {
        let resource = ECR.Repository("images", repositoryName: "koemo", hasImmutableTags: false)
        #expect(
            bilingual(resource) == """
                name | RepositoryName = "koemo"
                image_tag_mutability | ImageTagMutability = "MUTABLE"
                image_scanning_configuration/scan_on_push | ImageScanningConfiguration/ScanOnPush = true
                encryption_configuration/encryption_type | EncryptionConfiguration/EncryptionType = "AES256"
                """)
    }

    @Test func aLifecyclePolicy() {
        let resource = ECR.LifecyclePolicy(
            "lifecycle", of: ECR.Repository("images", repositoryName: "koemo"), expiringUntaggedAfter: .days(7),
            keepingLast: 30)
        #expect(
            bilingual(resource) == """
                repository = <images: name, Ref> | -
                policy | LifecyclePolicy/LifecyclePolicyText = json {rules: [{rulePriority: 1, description: "Expire untagged images", selection: {tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7}, action: {type: "expire"}}, {rulePriority: 2, description: "Keep the last 30 images", selection: {tagStatus: "any", countType: "imageCountMoreThan", countNumber: 30}, action: {type: "expire"}}]}
                """)
    }

    @Test func aReplication() {
        let resource = ECR.Replication(
            "copy", of: ECR.Repository("images", repositoryName: "koemo"), to: [.osaka, .oregon])
        #expect(
            bilingual(resource) == """
                replication_configuration/rule[0]/destination[0]/region | ReplicationConfiguration/Rules[0]/Destinations[0]/Region = "ap-northeast-3"
                replication_configuration/rule[0]/destination[0]/registry_id | ReplicationConfiguration/Rules[0]/Destinations[0]/RegistryId = <account>
                replication_configuration/rule[0]/destination[1]/region | ReplicationConfiguration/Rules[0]/Destinations[1]/Region = "us-west-2"
                replication_configuration/rule[0]/destination[1]/registry_id | ReplicationConfiguration/Rules[0]/Destinations[1]/RegistryId = <account>
                replication_configuration/rule[0]/repository_filter[0]/filter | ReplicationConfiguration/Rules[0]/RepositoryFilters[0]/Filter = <images: name, Ref>
                replication_configuration/rule[0]/repository_filter[0]/filter_type | ReplicationConfiguration/Rules[0]/RepositoryFilters[0]/FilterType = "PREFIX_MATCH"
                """)
    }
}
