public import TerraneCore

/// A channel of a Slack workspace that shows what topics publish, with the graph of an alarm's metric.
///
///     SlackChannel("incidents", workspace: "T0123ABCD", channel: "C0456EFGH", following: [alerts.arn, canary.arn])
///
/// A channel is set up once in an account, with all its topics; for a single topic, `.slack(workspace:channel:)` among
/// the subscribers of an `AlertTopic` does the same. Members of the channel may look at CloudWatch and no more.
public struct SlackChannel: Component {
    public var declaration: Declaration
    public let workspace: Value<String>
    public let channel: Value<String>
    public let topics: [Value<ARN>]

    public init(
        _ name: Name, workspace: Value<String>, channel: Value<String>, following topics: [Value<ARN>],
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.workspace = workspace
        self.channel = channel
        self.topics = topics
    }

    public var body: Content {
        role
        IAM.RolePolicy(name / "policy", policyName: "notify", of: role.id, permissions)
            .suppressing("CKV_AWS_355", because: "It only reads, and what it reads of has no resource to name")
        Chatbot.SlackChannelConfiguration(
            name, workspace: workspace, channel: channel, as: role.arn,
            guardrails: ["arn:\(Deployment.partition):iam::aws:policy/CloudWatchReadOnlyAccess"], topics: topics)
    }

    private var role: IAM.Role {
        IAM.Role(
            name / "role", roleName: "\(name.dashed)-chatbot", description: "Draws the graphs of alarms in Slack",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .service("chatbot.amazonaws.com"), actions: ["sts:AssumeRole"])))
    }

    /// The notification permissions of AWS ("IAM policies", Amazon Q Developer in chat applications Administrator Guide).
    private var permissions: IAM.PolicyDocument {
        IAM.PolicyDocument(
            .allow(
                "cloudwatch:Describe*", "cloudwatch:Get*", "cloudwatch:List*", on: ["*"], id: "ShowMetricsOfAlarms"))
    }
}

extension SlackChannel {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let text = workspace.text, !SlackChannel.isIdentifier(text) {
            problems.append(.slackIdentifier("workspace", text, example: "T0123ABCD"))
        }
        if let text = channel.text, !SlackChannel.isIdentifier(text) {
            problems.append(.slackIdentifier("channel", text, example: "C0456EFGH"))
        }
        return problems
    }

    private static func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
    }
}

extension Diagnostic {
    static func slackIdentifier(_ kind: String, _ text: String, example: String) -> Diagnostic {
        .error(
            "'\(text)' is not the identifier of a Slack \(kind)",
            help: "Copy the identifier from Slack's own link to it: it looks like \(example), and is not the name.")
    }
}
