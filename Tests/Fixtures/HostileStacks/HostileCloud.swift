import Terrane

/// Hostile texts where AWS takes any text: dashboards, descriptions of alarms, values of conditions.
struct HostileCloud: HostileStack {
    let name: Name
    let texts: [String]

    private var widgets: [CloudWatch.Widget] {
        texts.map { .text($0, "x" + $0) } + texts.map { .alarms($0, HostileCloud.watched) }
    }

    private static let watched: [Value<ARN>] = ["arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:x"]

    private func alarm(_ index: Int) -> CloudWatch.MetricAlarm {
        CloudWatch.MetricAlarm(
            "alarm-\(index)", alarmName: "alarm-\(index)", description: "x" + texts[index],
            on: Metric("CPUUtilization", namespace: "AWS/ECS", unit: .percent), .above, 80,
            actions: ["arn:aws:sns:ap-northeast-1:111122223333:oncall"])
    }

    private var statement: IAM.Statement {
        let conditions = texts.enumerated().map { IAM.Statement.Condition.equals("aws:RequestTag/k\($0)", Value($1)) }
        return IAM.Statement(
            .allow, id: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::hostile/*"], conditions: conditions
        )
    }

    var body: Content {
        CloudWatch.Dashboard("board", widgets: widgets)
        IAM.RolePolicy("policy", policyName: "read", of: "hostile", IAM.PolicyDocument(statement))
        texts.indices.map { alarm($0) as any Element }
    }

    var expected: [Expected] {
        let template = "cloudformation/ap-northeast-1.template.json"
        let dashboard: [Expected.Step] = ["resource", "aws_cloudwatch_dashboard", "board", "dashboard_body", "widgets"]
        let policy: [Expected.Step] = ["resource", "aws_iam_role_policy", "policy", "policy"]
        return texts.enumerated().flatMap { index, text -> [Expected] in
            let condition: [Expected.Step] = [
                "Statement", 0, "Condition", "StringEquals", .key("aws:RequestTag/k\(index)"),
            ]
            let markdown = "## \(text)\n\nx\(text)"
            let alarms: [Expected.Step] = [.index(texts.count + index), "properties", "title"]
            let body: [Expected.Step] = ["Resources", "Board", "Properties", "DashboardBody", "widgets"]
            return [
                found("terraform/monitoring.tf", dashboard + [.index(index), "properties", "markdown"], markdown),
                found("terraform/monitoring.tf", dashboard + alarms, text),
                found(template, body + [.index(index), "properties", "markdown"], markdown),
                found(template, body + alarms, text),
                found("terraform/security.tf", policy + condition, text),
                found(template, ["Resources", "Policy", "Properties", "PolicyDocument"] + condition, text),
                found(
                    "terraform/monitoring.tf",
                    ["resource", "aws_cloudwatch_metric_alarm", .key("alarm_\(index)"), "alarm_description"], "x" + text
                ),
                found(
                    template, ["Resources", .key("Alarm\(index)"), "Properties", "AlarmDescription"], "x" + text),
            ]
        }
    }
}
