import TerraneCore

extension Checks {
    /// Every name is one that its provider takes, and nobody else in the stack has it.
    static func names(_ inventory: Inventory) -> [Diagnostic] {
        var taken: [TakenName: Inventory.Item] = [:]
        return NameRule.all.flatMap { rule in
            inventory.all(rule.type).flatMap { item -> [Diagnostic] in
                guard let name = item[rule.attribute].text else { return [] }
                var found: [Diagnostic] = []
                if item.node.type != rule.checked, let problem = rule.problem(with: name) {
                    found.append(.resourceName(name, problem, rule, item))
                }
                if let key = TakenName(name, rule, item), let other = taken.updateValue(item, forKey: key) {
                    found.append(.nameTaken(name, rule, item, other))
                }
                return found + fifo(name, item)
            }
        }
    }

    /// "The name of a FIFO queue must end with the .fifo suffix" (CreateQueue and CreateTopic).
    private static func fifo(_ name: String, _ item: Inventory.Item) -> [Diagnostic] {
        let flag = ["aws_sqs_queue": "fifo_queue", "aws_sns_topic": "fifo_topic"][item.type]
        guard let flag, !item[flag].isLate else { return [] }
        let isFIFO = item[flag].flag ?? false
        return isFIFO == name.hasSuffix(".fifo") ? [] : [.fifoName(name, item, isFIFO: isFIFO)]
    }
}

/// A name, and where it may stand only once.
private struct TakenName: Hashable {
    let noun: String
    let place: String
    let name: String

    /// Nil where the place is known only once deployed.
    init?(_ name: String, _ rule: NameRule, _ item: Inventory.Item) {
        switch rule.scope {
        case .region: place = item.region.rawValue
        case .account, .anywhere: place = ""
        case .within(let path):
            guard let parent = TakenName.identity(of: path, in: item) else { return nil }
            place = item.region.rawValue + "/" + parent
        }
        noun = rule.type == "aws_cloudwatch_composite_alarm" ? "aws_cloudwatch_metric_alarm" : rule.type
        self.name = rule.isCaseless ? name.lowercased() : name
    }

    /// The same for two values that are surely the same.
    private static func identity(of path: String, in item: Inventory.Item) -> String? {
        guard let value = item.values(path).first else { return "" }
        if let target = value.referred { return "the resource " + target.path }
        return item.fact(value).text
    }
}

extension Diagnostic {
    fileprivate static func resourceName(
        _ name: String, _ problem: String, _ rule: NameRule, _ item: Inventory.Item
    ) -> Diagnostic {
        .error(
            "the \(rule.noun) name '\(name.prefix(80))' \(problem)",
            help: "Give '\(item.name)' another name (\(rule.page)).", at: item.source)
    }

    fileprivate static func nameTaken(
        _ name: String, _ rule: NameRule, _ item: Inventory.Item, _ other: Inventory.Item
    ) -> Diagnostic {
        .error(
            "'\(item.name)' and '\(other.name)' are both the \(rule.noun) '\(name)'",
            help: "The second would find the name taken: give one of them another.", at: item.source,
            notes: [Note("the other one", at: other.source)])
    }

    fileprivate static func fifoName(_ name: String, _ item: Inventory.Item, isFIFO: Bool) -> Diagnostic {
        .error(
            isFIFO
                ? "'\(name)' keeps the order, so its name has to end in '.fifo'"
                : "the name '\(name)' ends in '.fifo', but '\(item.name)' does not keep the order",
            help: isFIFO ? "Call it '\(name).fifo'." : "Leave the ending out, or let it be a FIFO one.", at: item.source
        )
    }
}
