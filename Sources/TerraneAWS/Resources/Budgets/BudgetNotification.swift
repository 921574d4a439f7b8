public import TerraneCore

extension Budgets {
    /// Who is told when a share of a budget is spent.
    public struct Notification: Hashable, Sendable {
        /// What is compared with the limit.
        public enum Basis: String, Hashable, Sendable, ExpressionConvertible {
            case actual = "ACTUAL"
            /// What the period will have cost, by AWS's forecast.
            case forecast = "FORECASTED"
        }

        public let share: Percentage
        public let basis: Basis
        public let topics: [Value<ARN>]
        public let addresses: [Value<String>]

        /// At most one topic and ten e-mail addresses.
        public init(
            at share: Percentage, of basis: Basis = .actual, topics: [Value<ARN>], addresses: [Value<String>] = []
        ) {
            self.share = share
            self.basis = basis
            self.topics = topics
            self.addresses = addresses
        }

        @PropertiesBuilder var properties: Properties {
            row("comparison_operator", "Notification/ComparisonOperator", "GREATER_THAN")
            row("threshold", "Notification/Threshold", share.ofHundred)
            row("threshold_type", "Notification/ThresholdType", "PERCENTAGE")
            row("notification_type", "Notification/NotificationType", basis)
            terraformOnly(
                "subscriber_sns_topic_arns", topics.isEmpty ? nil : topics,
                because: "CloudFormation has one list of all")
            terraformOnly(
                "subscriber_email_addresses", addresses.isEmpty ? nil : addresses,
                because: "CloudFormation has one list of all")
            cloudFormationOnly(
                "Subscribers", Expression.list(subscribers), because: "Terraform has a list for each kind")
        }

        private var subscribers: [Expression] {
            topics.map { Notification.subscriber("SNS", $0.expression) }
                + addresses.map { Notification.subscriber("EMAIL", $0.expression) }
        }

        private static func subscriber(_ kind: String, _ address: Expression) -> Expression {
            .object([.init("SubscriptionType", .string(kind)), .init("Address", address)])
        }
    }
}
