import TerraneAWS
import TerraneCore

/// The rules of composite alarms can be read, and ask about alarms that there are ("Create a composite alarm", Amazon CloudWatch
/// User Guide; "PutCompositeAlarm", Amazon CloudWatch API Reference).
func checkCompositeAlarms(_ inventory: Inventory) -> [Diagnostic] {
    let composites = inventory.all(CloudWatch.CompositeAlarm.self)
    guard !composites.isEmpty else { return [] }
    let names = (inventory.all(CloudWatch.MetricAlarm.self) + composites).compactMap { $0["alarm_name"].text }
    return composites.flatMap { alarm -> [Diagnostic] in
        guard let rule = alarm["alarm_rule"].text, !rule.contains("AT_LEAST") else { return [] }
        var reader = AlarmRuleReader(rule)
        let isRead = reader.read()
        let misspelt = reader.alarms.filter { !names.contains($0) }.compactMap { name in
            names.first { $0.isSlip(of: name) }.map { Diagnostic.unknownAlarm(alarm, name, $0) }
        }
        return misspelt + (isRead ? [] : [.alarmRule(alarm, rule, reader.place)])
    }
}

/// Reads the rule of a composite alarm: states of alarms, TRUE and FALSE, joined by AND, OR and NOT.
private struct AlarmRuleReader {
    private(set) var alarms: [String] = []
    private var words: ArraySlice<String>

    /// The word at which reading stopped.
    var place: String { words.first ?? "the end" }

    init(_ rule: String) { words = AlarmRuleReader.words(of: rule)[...] }

    mutating func read() -> Bool { expression() && words.isEmpty }

    private mutating func expression() -> Bool {
        guard term() else { return false }
        while take("AND") || take("OR") {
            guard term() else { return false }
        }
        return true
    }

    private mutating func term() -> Bool {
        if take("NOT") { return term() }
        if take("TRUE") || take("FALSE") { return true }
        if take("(") { return expression() && take(")") }
        guard take("ALARM") || take("OK") || take("INSUFFICIENT_DATA"), take("("), let name = words.popFirst(),
            name != ")", take(")")
        else { return false }
        alarms.append(name.hasPrefix("arn:") ? String(name.split(separator: ":").last ?? "") : name)
        return true
    }

    private mutating func take(_ word: String) -> Bool {
        guard words.first == word else { return false }
        words.removeFirst()
        return true
    }

    /// Words, brackets, and the names between quotes.
    private static func words(of rule: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in rule {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
                continue
            }
            switch character {
            case "\"", "'": quote = character
            case "(", ")", " ", "\n", "\t", "\r":
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "(" || character == ")" { words.append(String(character)) }
            default: word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension Diagnostic {
    fileprivate static func alarmRule(_ alarm: Inventory.Item, _ rule: String, _ place: String) -> Diagnostic {
        .error(
            "the rule of alarm '\(alarm.name)' cannot be read at '\(place)': \(rule)",
            help: "It is made of ALARM(\"name\"), OK(…), INSUFFICIENT_DATA(…), AND, OR, NOT and brackets, in capitals.",
            at: alarm.source)
    }

    fileprivate static func unknownAlarm(_ alarm: Inventory.Item, _ name: String, _ near: String) -> Diagnostic {
        .warning(
            "the rule of alarm '\(alarm.name)' asks about '\(name)', which this stack does not make",
            help: "Did you mean '\(near)'?", at: alarm.source)
    }
}
