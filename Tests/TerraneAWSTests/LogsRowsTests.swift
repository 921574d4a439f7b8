import TerraneAWS
import TerraneCore
import Testing

/// The rows of logs, in both dialects.
struct LogsRowsTests {
    @Test func aLogGroup() {
        let resource = Logs.LogGroup("logs", groupName: "/ecs/web", retention: .twoWeeks)
        #expect(
            bilingual(resource) == """
                name | LogGroupName = "/ecs/web"
                retention_in_days | RetentionInDays = 14
                """)
    }

    @Test func aLogGroupWithAKeyOfOnesOwn() {
        let resource = Logs.LogGroup("logs", groupName: "/a", retention: .oneDay, encryptionKey: "arn:key")
        #expect(bilingual(resource).hasSuffix(#"kms_key_id | KmsKeyId = "arn:key""#))
    }

    @Test func aMetricFilter() {
        let resource = Logs.MetricFilter(
            "errors", filterName: "errors", of: "/ecs/web", matching: .term("ERROR"), countedAs: "Errors",
            namespace: "Web")
        #expect(
            bilingual(resource) == """
                name | FilterName = "errors"
                log_group_name | LogGroupName = "/ecs/web"
                pattern | FilterPattern = ""ERROR""
                metric_transformation[0]/name | MetricTransformations[0]/MetricName = "Errors"
                metric_transformation[0]/namespace | MetricTransformations[0]/MetricNamespace = "Web"
                metric_transformation[0]/value | MetricTransformations[0]/MetricValue = "1"
                metric_transformation[0]/default_value = "0" | MetricTransformations[0]/DefaultValue = 0
                metric_transformation[0]/unit | MetricTransformations[0]/Unit = "Count"
                """)
    }
}
