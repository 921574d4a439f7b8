public import TerraneCore

extension CloudWatch {
    /// An alarm on the states of other alarms.
    public struct CompositeAlarm: Resource {
        /// An alarm that keeps the actions back while it is on ("Suppressing composite alarm actions", Amazon CloudWatch
        /// User Guide).
        public struct Suppressor: Hashable, Sendable {
            public let alarm: Value<String>
            /// How long to wait for it to go off before acting.
            public let wait: TimeSpan
            /// How long to keep quiet after it is over.
            public let extraTime: TimeSpan

            public init(_ alarm: Value<String>, wait: TimeSpan, extraTime: TimeSpan) {
                self.alarm = alarm
                self.wait = wait
                self.extraTime = extraTime
            }
        }

        public static let type = ResourceType(
            terraform: "aws_cloudwatch_composite_alarm", cloudFormation: "AWS::CloudWatch::CompositeAlarm",
            area: .monitoring, tagging: .list)

        public var declaration: Declaration
        public var alarmName: Value<String>
        public var description: String?
        public var rule: AlarmRule
        public var suppressor: Suppressor?
        public var actions: [Value<ARN>]
        public var recoveryActions: [Value<ARN>]
        public var insufficientDataActions: [Value<ARN>]

        public init(
            _ name: Name, alarmName: Value<String>, description: String? = nil, when rule: AlarmRule,
            suppressor: Suppressor? = nil, actions: [Value<ARN>], recoveryActions: [Value<ARN>] = [],
            insufficientDataActions: [Value<ARN>] = [], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.alarmName = alarmName
            self.description = description
            self.rule = rule
            self.suppressor = suppressor
            self.actions = actions
            self.recoveryActions = recoveryActions
            self.insufficientDataActions = insufficientDataActions
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }
        /// The alarm's name, for what refers to it by that.
        public var id: Value<String> { attribute("alarm_name", .ref, foreseen: alarmName) }

        public var properties: Properties {
            row("alarm_name", "AlarmName", alarmName)
            row("alarm_description", "AlarmDescription", description)
            row("alarm_rule", "AlarmRule", rule.text)
            row("alarm_actions", "AlarmActions", actions)
            row("ok_actions", "OKActions", recoveryActions.isEmpty ? nil : recoveryActions)
            row(
                "insufficient_data_actions", "InsufficientDataActions",
                insufficientDataActions.isEmpty ? nil : insufficientDataActions)
            row("actions_suppressor/alarm", "ActionsSuppressor", suppressor?.alarm)
            row(
                "actions_suppressor/wait_period", "ActionsSuppressorWaitPeriod", suppressor?.wait.inSeconds)
            row(
                "actions_suppressor/extension_period", "ActionsSuppressorExtensionPeriod",
                suppressor?.extraTime.inSeconds)
        }
    }
}
