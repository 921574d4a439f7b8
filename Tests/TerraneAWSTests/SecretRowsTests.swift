import TerraneAWS
import TerraneCore
import Testing

/// The rows of secrets and parameters, in both dialects.
struct SecretRowsTests {
    @Test func aParameter() {
        let resource = SSM.Parameter("url", path: "/web/url", description: "Where", value: "https://example.com")
        #expect(
            bilingual(resource) == """
                name | Name = "/web/url"
                description | Description = "Where"
                type | Type = "String"
                value | Value = "https://example.com"
                """)
    }

    @Test func aSecret() {
        let resource = SecretsManager.Secret(
            "jwt", secretName: "koemo/jwt", description: "Signs", replicas: [.osaka], encryptedWith: "arn:key",
            recoveryWindow: .days(7))
        #expect(
            bilingual(resource) == """
                name | Name = "koemo/jwt"
                description | Description = "Signs"
                kms_key_id | KmsKeyId = "arn:key"
                recovery_window_in_days = 7 | -
                replica[0]/region | ReplicaRegions[0]/Region = "ap-northeast-3"
                """)
    }

    @Test func aSecretWithDefaults() {
        let resource = SecretsManager.Secret("jwt", secretName: "koemo/jwt", description: "Signs")
        #expect(
            bilingual(resource) == """
                name | Name = "koemo/jwt"
                description | Description = "Signs"
                recovery_window_in_days = 30 | -
                """)
    }
}
