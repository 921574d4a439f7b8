import TerraneAWS
import TerraneCore

/// CloudWatch may use the keys of the topics that alarms tell ("Setting up Amazon SNS notifications", Amazon CloudWatch User
/// Guide; "Enable compatibility between event sources from AWS services and encrypted topics", Amazon SNS Developer Guide).
/// With a key that it may not use, alarms go off and tell nobody.
func checkTopicKeys(_ inventory: Inventory) -> [Diagnostic] {
    let keys = Dictionary(
        inventory.policies(of: KMS.Key.self).map { ($0.item.name, $0) },
        uniquingKeysWith: { first, _ in first })
    return inventory.all(SNS.Topic.self).compactMap { topic in
        guard let key = topic.values("kms_master_key_id").first, isTold(topic, in: inventory) else { return nil }
        if let name = topic.fact(key).text, name.hasSuffix("alias/aws/sns") { return .topicWithForeignKey(topic) }
        guard let policy = inventory.target(of: key).flatMap({ keys[$0.name] }), !letsCloudWatchIn(policy) else {
            return nil
        }
        return .keyRefusesAlarms(topic, policy)
    }
}

private func isTold(_ topic: Inventory.Item, in inventory: Inventory) -> Bool {
    inventory.referrers(of: topic).contains {
        $0.type == CloudWatch.MetricAlarm.type.terraform.typeName
            || $0.type == CloudWatch.CompositeAlarm.type.terraform.typeName
    }
}

private func letsCloudWatchIn(_ policy: PolicyReading) -> Bool {
    policy.statements.contains { statement in
        guard statement.allows else { return false }
        let services = statement.principals("Service").map { statement.item.fact($0) }
        return statement.isForEverybody || statement.has("NotPrincipal")
            || services.contains { $0.isLate || $0.text == "cloudwatch.amazonaws.com" }
    }
}

extension Diagnostic {
    fileprivate static func topicWithForeignKey(_ topic: Inventory.Item) -> Diagnostic {
        .error(
            "alarms tell the topic '\(topic.name)', which is encrypted with the key 'alias/aws/sns'",
            help:
                "CloudWatch may not use that key, and its policy cannot be changed: encrypt the topic with a key of your "
                + "own that lets 'cloudwatch.amazonaws.com' in.", at: topic.source)
    }

    fileprivate static func keyRefusesAlarms(_ topic: Inventory.Item, _ policy: PolicyReading) -> Diagnostic {
        .error(
            "alarms tell the topic '\(topic.name)', whose key '\(policy.item.name)' does not let CloudWatch in",
            help: "Allow 'kms:Decrypt' and 'kms:GenerateDataKey*' to 'cloudwatch.amazonaws.com' in the key's policy.",
            at: topic.source, notes: [Note("the key is declared here", at: policy.item.source)])
    }
}
