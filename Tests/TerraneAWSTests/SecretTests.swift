import TerraneCore
import Testing

@testable import TerraneAWS

struct SecretTests {
    private func secret(recoverableFor window: TimeSpan = .days(30), replicas: [Region] = []) -> SecretsManager.Secret {
        SecretsManager.Secret(
            "jwt", secretName: "koemo/jwt", description: "JWT", replicas: replicas, recoveryWindow: window)
    }

    @Test func aSecretHasNoValueInEitherDialect() {
        let rows = DataTable(secret())
        #expect(Set(rows.terraform.keys) == ["name", "description", "recovery_window_in_days"])
        #expect(Set(rows.cloudFormation.keys) == ["Name", "Description"])
    }

    @Test func copiesGoToOtherRegions() {
        let rows = DataTable(secret(replicas: [.oregon]))
        #expect(rows.terraform["replica[0]/region"] == .string("us-west-2"))
        #expect(rows.cloudFormation["ReplicaRegions[0]/Region"] == .string("us-west-2"))
    }

    @Test func aKeyOfOnesOwnIsNamedOnBothSides() {
        let rows = DataTable(
            SecretsManager.Secret("s", secretName: "s", description: "s", encryptedWith: "arn:key"))
        #expect(
            rows.terraform["kms_key_id"] == .string("arn:key") && rows.cloudFormation["KmsKeyId"] == .string("arn:key"))
    }

    @Test func itsARNIsForeseenWithoutTheLastSixCharacters() {
        let foreseen: Value<ARN> =
            "arn:\(Deployment.partition):secretsmanager:\(Deployment.region):\(Deployment.account):secret:koemo/jwt"
        guard case .reference(let reference) = secret().arn.expression else {
            Issue.record("no reference")
            return
        }
        #expect(reference.foreseen == foreseen.expression)
    }

    @Test(arguments: [TimeSpan.days(7), .days(14), .days(30)])
    func aWeekToAMonthIsALegalWindow(window: TimeSpan) {
        #expect(secret(recoverableFor: window).check().isEmpty)
    }

    /// Twelve hours would be cut down to no day, which deletes at once.
    @Test(arguments: [TimeSpan.hours(12), .days(6), .hours(180), .days(31)])
    func anyOtherWindowIsAnError(window: TimeSpan) {
        #expect(secret(recoverableFor: window).check() == [.recoveryWindow("jwt", window)])
    }
}
