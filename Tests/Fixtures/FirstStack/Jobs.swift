import Terrane

let jobs = RawResource("jobs", terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue") {
    row("visibility_timeout_seconds", "VisibilityTimeout", 30)
}
