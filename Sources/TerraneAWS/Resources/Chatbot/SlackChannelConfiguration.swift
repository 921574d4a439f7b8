public import TerraneCore

/// AWS Chatbot, which AWS now calls Amazon Q Developer in chat applications.
public enum Chatbot {
    /// A Slack channel that topics are shown in ("Tutorial: Get started with Slack", Amazon Q Developer in chat
    /// applications Administrator Guide). The workspace is authorised once by hand in the console.
    public struct SlackChannelConfiguration: Resource {
        public static let type = ResourceType(
            terraform: "aws_chatbot_slack_channel_configuration",
            cloudFormation: "AWS::Chatbot::SlackChannelConfiguration", area: .monitoring, tagging: .list)

        public var declaration: Declaration
        public var configurationName: String
        /// `T0123ABCD`.
        public var workspace: Value<String>
        /// `C0456EFGH`.
        public var channel: Value<String>
        /// What members of the channel act as.
        public var role: Value<ARN>
        /// What no member may go beyond, whatever the role allows. Without one it is `AdministratorAccess`.
        public var guardrails: [Value<ARN>]
        public var topics: [Value<ARN>]

        public init(
            _ name: Name, configurationName: String? = nil, workspace: Value<String>, channel: Value<String>,
            as role: Value<ARN>, guardrails: [Value<ARN>], topics: [Value<ARN>], file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.configurationName = configurationName ?? name.dashed
            self.workspace = workspace
            self.channel = channel
            self.role = role
            self.guardrails = guardrails
            self.topics = topics
        }

        public var arn: Value<ARN> { attribute("chat_configuration_arn", .ref) }

        public var properties: Properties {
            row("configuration_name", "ConfigurationName", configurationName)
            row("slack_team_id", "SlackWorkspaceId", workspace)
            row("slack_channel_id", "SlackChannelId", channel)
            row("iam_role_arn", "IamRoleArn", role)
            row("guardrail_policy_arns", "GuardrailPolicies", guardrails)
            row("sns_topic_arns", "SnsTopicArns", topics)
            row("logging_level", "LoggingLevel", "ERROR")
            row("user_authorization_required", "UserRoleRequired", false)
        }
    }
}
