import TerraneCore
import Testing

@testable import TerraneAWS

/// Passwords that nobody has seen.
struct GeneratedPasswordTests {
    private func password(version: Int = 1) -> GeneratedPassword {
        GeneratedPassword(
            "db-password", secretName: "shop/db", description: "Of the shop's database", version: version,
            encryptedWith: "arn:key")
    }

    private func lines(_ name: String, version: Int = 1) -> String {
        listedResources(password(version: version)).first { $0.name.path == name }.map(bilingual) ?? ""
    }

    @Test func aPasswordIsASecretAndWhatTerraformNeedsToWriteIt() {
        #expect(
            listedNames(password()) == [
                "db-password", "db-password/random", "db-password/written", "db-password/current",
            ]
        )
        #expect(problems(of: password()).isEmpty)
    }

    @Test func cloudFormationMakesThePasswordInTheSecret() {
        #expect(
            lines("db-password") == """
                name | Name = "shop/db"
                description | Description = "Of the shop's database"
                kms_key_id | KmsKeyId = "arn:key"
                recovery_window_in_days = 30 | -
                - | GenerateSecretString/PasswordLength = 32
                - | GenerateSecretString/ExcludeCharacters = "/@"' \\"
                """)
    }

    @Test func terraformMakesItAndRemembersNothing() {
        #expect(
            lines("db-password/random") == """
                password_length = 32 | -
                exclude_characters = "/@"' \\" | -
                """)
        #expect(
            lines("db-password/written") == """
                secret_id = <db-password: arn, Ref> | -
                secret_string_wo = <db-password/random: random_password, -> | -
                secret_string_wo_version = 1 | -
                """)
        #expect(lines("db-password/current") == "secret_id = <db-password/written: arn, -> | -")
        for type in [SecretsManager.RandomPassword.type, SecretsManager.CurrentValue.type] {
            guard case .ephemeral = type.terraform, case .absent = type.cloudFormation else {
                Issue.record("\(type.displayName) is remembered")
                continue
            }
        }
    }

    @Test func aHigherVersionWritesANewOne() {
        #expect(lines("db-password/written", version: 2).contains("secret_string_wo_version = 2"))
    }

    @Test func eachToolReadsItInItsOwnWay() {
        guard case .either(let terraform, let cloudFormation) = password().value.expression else {
            Issue.record("both tools read the same")
            return
        }
        #expect(terraform.shortText == "<db-password/current: secret_string, ->")
        #expect(cloudFormation.shortText == "\"{{resolve:secretsmanager:(<db-password: arn, Ref>)}}\"")
    }

    @Test func itsSecretIsCalledAsThePasswordUnlessToldOtherwise() {
        #expect(GeneratedPassword("db/password", description: "d").secretName == "db-password")
    }

    @Test func theSameLettersAreLeftOutOnBothSides() {
        #expect(
            DataTable(SecretsManager.RandomPassword("random")).terraform["exclude_characters"]
                == DataTable(password().secret).cloudFormation["GenerateSecretString/ExcludeCharacters"])
    }

    @Test func eachPropertyOfTheWritingShows() {
        let reason = "the secret itself makes the password"
        expectEachChangeToShow(
            SecretsManager.SecretVersion("version", of: "arn:secret", value: "a"),
            [
                Change("secret", in: .terraform(because: reason)) { $0.secret = "arn:other" },
                Change("value", in: .terraform(because: reason)) { $0.value = "b" },
                Change("version", in: .terraform(because: reason)) { $0.version = 2 },
            ])
        expectEachChangeToShow(
            SecretsManager.RandomPassword("random"),
            [
                Change("length", in: .terraform(because: reason)) { $0.length = 16 },
                Change("excludedCharacters", in: .terraform(because: reason)) { $0.excludedCharacters = "/" },
            ])
        expectEachChangeToShow(
            SecretsManager.CurrentValue("current", of: "arn:secret"),
            [Change("secret", in: .terraform(because: reason)) { $0.secret = "arn:other" }])
    }
}
