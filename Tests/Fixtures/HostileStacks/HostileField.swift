import Terrane

/// A hostile text in a place where AWS takes only some: it arrives as it is, or the compiler says no.
struct HostileField: HostileStack {
    enum Place: String, CaseIterable {
        case tagKey, tagValue, stackTag, statementID, conditionKey, resource, alarmName, roleDescription
    }

    let place: Place
    let text: String
    let number: Int

    var name: Name { Name("field-\(place.rawValue)-\(number)") }
    var texts: [String] { [text] }
    var mayBeRefused: Bool { true }
    var tags: [Tag] { place == .stackTag ? [Tag("k" + text, text)] : [] }

    private var alarm: CloudWatch.MetricAlarm {
        CloudWatch.MetricAlarm(
            "alarm", alarmName: place == .alarmName ? Value(text) : "alarm",
            on: Metric("CPUUtilization", namespace: "AWS/ECS", unit: .percent), .above, 80,
            actions: ["arn:aws:sns:ap-northeast-1:111122223333:oncall"])
    }

    private var tagged: CloudWatch.MetricAlarm {
        switch place {
        case .tagKey: alarm.tag(text, "v")
        case .tagValue: alarm.tag("k", text)
        default: alarm
        }
    }

    private var statement: IAM.Statement {
        .allow(
            "s3:GetObject", on: [place == .resource ? "arn:aws:s3:::\(text)" : "arn:aws:s3:::hostile/*"],
            if: .equals(place == .conditionKey ? text : "aws:RequestTag/k", "v"),
            id: place == .statementID ? text : "Read")
    }

    private var role: IAM.Role {
        IAM.Role(
            "role", roleName: "hostile", description: place == .roleDescription ? text : "x",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"])))
    }

    var body: Content {
        tagged
        role
        IAM.RolePolicy("policy", policyName: "read", of: role.id, IAM.PolicyDocument(statement))
    }

    var expected: [Expected] {
        let alarm: [Expected.Step] = ["resource", "aws_cloudwatch_metric_alarm", "alarm"]
        let role: [Expected.Step] = ["resource", "aws_iam_role", "role"]
        return switch place {
        case .tagKey:
            [monitoring(alarm + ["tags", .key(text)], "v"), template("Alarm", ["Tags", 0, "Key"], text)]
        case .tagValue: [monitoring(alarm + ["tags", "k"], text), template("Alarm", ["Tags", 0, "Value"], text)]
        case .stackTag:
            [template("Alarm", ["Tags", 0, "Key"], "k" + text), template("Alarm", ["Tags", 0, "Value"], text)]
        case .statementID: inStatement(["Sid"], text)
        case .conditionKey: inStatement(["Condition", "StringEquals", .key(text)], "v")
        case .resource: inStatement(["Resource", 0], "arn:aws:s3:::" + text)
        case .alarmName: [monitoring(alarm + ["alarm_name"], text), template("Alarm", ["AlarmName"], text)]
        case .roleDescription:
            [
                found("terraform/security.tf", role + ["description"], text),
                template("Role", ["Description"], text),
            ]
        }
    }

    private func inStatement(_ path: [Expected.Step], _ text: String) -> [Expected] {
        let policy: [Expected.Step] = ["resource", "aws_iam_role_policy", "policy", "policy", "Statement", 0]
        return [
            found("terraform/security.tf", policy + path, text),
            template("Policy", ["PolicyDocument", "Statement", 0] + path, text),
        ]
    }

    private func monitoring(_ path: [Expected.Step], _ text: String) -> Expected {
        found("terraform/monitoring.tf", path, text)
    }

    private func template(_ resource: String, _ path: [Expected.Step], _ text: String) -> Expected {
        found("cloudformation/ap-northeast-1.template.json", ["Resources", .key(resource), "Properties"] + path, text)
    }
}
