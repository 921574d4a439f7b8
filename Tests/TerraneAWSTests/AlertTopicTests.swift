import TerraneCore
import Testing

@testable import TerraneAWS

struct AlertTopicTests {
    private let topic = AlertTopic(
        "koemo-critical",
        subscribers: ["oncall": .email(Parameter<String>("oncall").value), "pager": .https("https://example.com/hook")])

    @Test func aTopicListsItsPolicyAndItsSubscribersByName() {
        #expect(
            listedNames(topic)
                == ["koemo-critical", "koemo-critical/policy", "koemo-critical/oncall", "koemo-critical/pager"])
    }

    @Test func theProtocolFollowsFromTheEndpoint() {
        let rows = table(of: "koemo-critical/pager", in: topic)
        #expect(rows?.terraform["protocol"] == .string("https"))
        #expect(rows?.cloudFormation["Endpoint"] == .string("https://example.com/hook"))
        #expect(table(of: "koemo-critical/oncall", in: topic)?.cloudFormation["Protocol"] == .string("email"))
    }

    @Test func aPolicyNamesOneTopicForTerraformAndAListForCloudFormation() {
        let rows = table(of: "koemo-critical/policy", in: topic)
        #expect(rows?.terraform["arn"] == topic.arn.expression)
        #expect(rows?.cloudFormation["Topics"] == .list([topic.arn.expression]))
        guard case .json? = rows?.terraform["policy"], case .object? = rows?.cloudFormation["PolicyDocument"] else {
            Issue.record("text for Terraform, an object for CloudFormation")
            return
        }
    }

    @Test func alertsThatReachNobodyAreAnError() {
        #expect(AlertTopic("quiet", subscribers: [:]).check() == [.topicWithoutSubscribers("quiet")])
        #expect(topic.check().isEmpty)
    }

    @Test func aTopicsARNIsForeseenFromItsName() {
        guard case .reference(let reference) = topic.arn.expression else {
            Issue.record("not a reference")
            return
        }
        #expect(reference.foreseen != nil)
    }
}
