import TerraneCore
import Testing

@testable import TerraneAWS

struct LogQueryTests {
    @Test func errorsAreCountedOverTime() {
        let query = Logs.Query.matching("ERROR").counted(every: .minutes(5))
        #expect(query.text == "filter @message like /ERROR/ | stats count() by bin(5m)")
        #expect(query.isOverTime)
        #expect(Logs.Query.matching("x").counted(every: .seconds(90)).text.hasSuffix("bin(90s)"))
    }

    @Test func theLatestEventsAreShownInFull() {
        #expect(
            Logs.Query.matching("level", equals: "er\"ror").latest(20).text
                == "fields @timestamp, @message | filter level = \"er\\\"ror\" | sort @timestamp desc | limit 20")
    }

    @Test func signsOfRegularExpressionsStandForThemselves() {
        #expect(Logs.Query.matching("[a/b.c]").text == "filter @message like /\\[a\\/b\\.c\\]/")
    }

    @Test func aSavedQuery() {
        let saved = Logs.QueryDefinition("shop/errors", over: ["/ecs/shop"], "filter level = 'error'")
        #expect(
            bilingual(saved) == """
                name | Name = "shop/errors"
                log_group_names | LogGroupNames = ["/ecs/shop"]
                query_string | QueryString = "filter level = 'error'"
                """)
    }

    @Test func aSubscription() {
        let filter = Logs.SubscriptionFilter(
            "archive", of: "/ecs/shop", to: "arn:aws:firehose:x", as: "arn:aws:iam::1:role/logs")
        #expect(
            bilingual(filter) == """
                name | FilterName = "archive"
                log_group_name | LogGroupName = "/ecs/shop"
                filter_pattern | FilterPattern = ""
                destination_arn | DestinationArn = "arn:aws:firehose:x"
                role_arn | RoleArn = "arn:aws:iam::1:role/logs"
                """)
    }

    @Test func aLogGroupWithAKeyOfOnesOwn() {
        let group = Logs.LogGroup("logs", groupName: "/ecs/web", retention: .twoWeeks, encryptionKey: "arn:key")
        #expect(bilingual(group).hasSuffix("kms_key_id | KmsKeyId = \"arn:key\""))
    }

    @Test func aQuoteWithAnAccentIsAQuote() {
        #expect(
            Array(Logs.Query.matching("a", equals: "x\"\u{301}").text.utf8) == Array("filter a = \"x\\\"\u{301}\"".utf8)
        )
    }
}
