import Terrane

extension Mistake {
    static var alarmReceivers: [Mistake] {
        [
            nobody, component, lonelyTopic, topicElsewhere, tooManyActions, unreadableRule, unknownAlarm,
            awsKey, ownKey,
        ]
    }

    private static let compositeAlarms =
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html"

    private static var nobody: Mistake {
        Mistake(
            "An outage that an alarm saw and nobody heard of",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html", .graph,
            caughtBy: "alarm-of-nobody"
        ) {
            telling([])  // mistake
        } legal: {
            Watched.oncall
            telling([Watched.oncall.arn])
        }
    }

    private static func telling(
        _ actions: [Value<ARN>], file: String = #fileID, line: Int = #line
    ) -> CloudWatch.MetricAlarm {
        CloudWatch.MetricAlarm(
            "busy", alarmName: "busy", on: Watched.cpu, .above, 80, actions: actions, file: file, line: line)
    }

    private static var component: Mistake {
        Mistake(
            "An alarm without an action",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html", .element,
            caughtBy: "alarm-tells-nobody"
        ) {
            Alarm("busy", on: Watched.cpu, above: .percent(80))  // mistake
        } legal: {
            Watched.oncall
            Alarm("busy", on: Watched.cpu, above: .percent(80), notify: Watched.oncall)
        }
    }

    private static var lonelyTopic: Mistake {
        Mistake(
            "Alarms sent to a topic without a subscription",
            "https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html", .graph,
            caughtBy: "topic-of-nobody"
        ) {
            SNS.Topic("alerts")  // mistake
            telling([SNS.Topic("alerts").arn])
        } legal: {
            SNS.Topic("alerts")
            SNS.Subscription("mail", to: SNS.Topic("alerts").arn, .email("oncall@example.com"))
            telling([SNS.Topic("alerts").arn])
        }
    }

    private static var topicElsewhere: Mistake {
        Mistake(
            "ValidationError: Invalid region us-east-1 specified. Only ap-northeast-1 is supported.",
            "https://github.com/cds-snc/notification-terraform/pull/128", .graph, caughtBy: "action-elsewhere"
        ) {
            telling(["arn:aws:sns:us-east-1:111122223333:oncall"])  // mistake
        } legal: {
            telling(["arn:aws:sns:ap-northeast-1:111122223333:oncall"])
        }
    }

    private static var tooManyActions: Mistake {
        Mistake(
            "ValidationError: AlarmActions must have length less than or equal to 5",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html", .graph,
            caughtBy: "alarm-actions"
        ) {
            telling(topics(6))  // mistake
        } legal: {
            telling(topics(5))
        }
    }

    private static func topics(_ count: Int) -> [Value<ARN>] {
        (1...count).map { "arn:aws:sns:ap-northeast-1:111122223333:oncall-\($0)" }
    }

    private static var unreadableRule: Mistake {
        Mistake(
            "ValidationError: AlarmRule must not contain leading or trailing whitespace or be null, or is malformed",
            compositeAlarms, .graph, caughtBy: "alarm-rule"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu)
            combined().overriding { row("alarm_rule", "AlarmRule", "ALARM(busy) and OK(slow)") }  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu)
            combined().overriding { row("alarm_rule", "AlarmRule", "ALARM(busy) AND NOT (OK(slow) OR FALSE)") }
        }
    }

    private static var unknownAlarm: Mistake {
        Mistake(
            "ValidationError: Could not save the composite alarm as alarms [bussy] in the alarm rule do not exist",
            compositeAlarms, .graph, caughtBy: "unknown-alarm"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu)
            combined().overriding { row("alarm_rule", "AlarmRule", "ALARM(\"bussy\")") }  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu)
            combined().overriding { row("alarm_rule", "AlarmRule", "ALARM(\"busy\")") }
        }
    }

    private static func combined(file: String = #fileID, line: Int = #line) -> CloudWatch.CompositeAlarm {
        CloudWatch.CompositeAlarm(
            "down", alarmName: "down", when: .state(.alarm, of: "busy"), actions: [Watched.oncall.arn], file: file,
            line: line)
    }

    private static let encryptedTopics =
        "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"

    private static var awsKey: Mistake {
        Mistake(
            "CloudWatch Alarms does not have authorization to access the SNS topic encryption key (that of AWS)",
            encryptedTopics, .graph, caughtBy: "topic-with-foreign-key"
        ) {
            encrypted(with: "alias/aws/sns")  // mistake
            SNS.Subscription("mail", to: SNS.Topic("alerts").arn, .email("oncall@example.com"))
            telling([SNS.Topic("alerts").arn])
        } legal: {
            encrypted(with: "alias/shop-alerts")
            SNS.Subscription("mail", to: SNS.Topic("alerts").arn, .email("oncall@example.com"))
            telling([SNS.Topic("alerts").arn])
        }
    }

    private static func encrypted(
        with key: Value<ARN>, file: String = #fileID, line: Int = #line
    ) -> SNS.Topic {
        SNS.Topic("alerts", encryptionKey: key, file: file, line: line)
    }

    private static var ownKey: Mistake {
        Mistake(
            "CloudWatch Alarms does not have authorization to access the SNS topic encryption key (one of the account)",
            encryptedTopics, .graph, caughtBy: "key-refuses-alarms"
        ) {
            key(letting: .thisAccount)
            encrypted(with: key(letting: .thisAccount).arn)  // mistake
            SNS.Subscription("mail", to: SNS.Topic("alerts").arn, .email("oncall@example.com"))
            telling([SNS.Topic("alerts").arn])
        } legal: {
            key(letting: .service("cloudwatch.amazonaws.com"))
            encrypted(with: key(letting: .service("cloudwatch.amazonaws.com")).arn)
            SNS.Subscription("mail", to: SNS.Topic("alerts").arn, .email("oncall@example.com"))
            telling([SNS.Topic("alerts").arn])
        }
    }

    /// A key that the account administers, and somebody uses.
    private static func key(letting principal: IAM.Statement.Principal) -> KMS.Key {
        KMS.Key(
            "alerts-key", description: "Alerts",
            policy: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .thisAccount, actions: ["kms:*"], resources: ["*"]),
                IAM.Statement(
                    .allow, principal: principal, actions: ["kms:Decrypt", "kms:GenerateDataKey*"], resources: ["*"])))
    }
}
