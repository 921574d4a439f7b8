/// Says something in a Slack channel, through an incoming webhook. (`slackapi/slack-github-action`)
///
/// The message may hold expressions; GitHub itself turns the whole of it into JSON, so a branch named after a quote
/// does no harm.
public struct SlackNotification: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ message: WorkflowText, webhook: WorkflowExpression, file: String = #fileID, line: Int = #line
    ) {
        let text = WorkflowExpression.toJSON(message.formatted)
        let all: WorkflowMap = [
            "webhook": webhook, "webhook-type": "incoming-webhook",
            "payload": WorkflowText("{\n  \"text\": \(text)\n}\n"),
        ]
        definition = .action("slackapi/slack-github-action", named: "Notify Slack", with: all, file: file, line: line)
    }
}

extension WorkflowText {
    /// The same text as one expression: a literal, or a call of `format`.
    public var formatted: WorkflowExpression {
        var template = ""
        var values: [WorkflowExpression] = []
        for part in parts {
            if case .literal(let text) = part {
                template += text.escapedForFormat
            } else {
                template += "{\(values.count)}"
                values.append(part.expression)
            }
        }
        if values.isEmpty { return .string(parts.map(\.literalText).joined()) }
        return .call(.format, [.string(template)] + values)
    }
}

extension WorkflowText.Part {
    fileprivate var expression: WorkflowExpression {
        switch self {
        case .literal(let text): .string(text)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .boolean(flag)
        case .expression(let expression): expression
        case .model(let value): .model(value)
        }
    }

    fileprivate var literalText: String {
        if case .literal(let text) = self { text } else { "" }
    }
}

extension String {
    /// Braces doubled, as `format` wants literal ones.
    fileprivate var escapedForFormat: String {
        var bytes: [UInt8] = []
        for byte in utf8 {
            bytes.append(byte)
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
