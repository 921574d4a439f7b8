import Terrane

enum SQS {
    /// A queue of messages between programs.
    struct Queue: Resource {
        static let type = ResourceType(
            terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue", area: .other, tagging: .list)

        var declaration: Declaration
        var queueName: String
        var visibilityTimeout: TimeSpan

        init(
            _ name: Name, queueName: String, visibilityTimeout: TimeSpan = .seconds(30), file: String = #fileID,
            line: Int = #line
        ) {
            declaration = Declaration(name, file: file, line: line)
            self.queueName = queueName
            self.visibilityTimeout = visibilityTimeout
        }

        var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        var properties: Properties {
            row("name", "QueueName", queueName)
            row("visibility_timeout_seconds", "VisibilityTimeout", visibilityTimeout.inSeconds)
        }
    }
}
