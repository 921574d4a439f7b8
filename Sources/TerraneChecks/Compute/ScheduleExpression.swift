/// When something happens by the clock, in the grammar that EventBridge, Application Auto Scaling and AWS Backup share ("Cron
/// expressions", "Rate expressions", Amazon EventBridge User Guide).
struct ScheduleExpression {
    let text: String

    init(_ text: String) { self.text = text }

    /// What is wrong with it, as the end of a sentence.
    var problem: String? {
        if let fields = inside("cron") { return problem(ofFields: fields.split(separator: " ").map(String.init)) }
        if let words = inside("rate") { return problem(ofRate: words.split(separator: " ").map(String.init)) }
        return inside("at") == nil ? "is written 'cron(…)', 'rate(…)' or 'at(…)'" : nil
    }

    private func inside(_ function: String) -> Substring? {
        guard text.hasPrefix(function + "("), text.hasSuffix(")") else { return nil }
        return text.dropFirst(function.count + 1).dropLast()
    }

    private func problem(ofFields fields: [String]) -> String? {
        if fields.count != 6 { return "has six fields: minutes, hours, day of month, month, day of week, year" }
        if (fields[2] == "?") == (fields[4] == "?") {
            return "names a day of the month or of the week, with '?' for the other"
        }
        let ranges = [(0, "minutes", 0...59), (1, "hours", 0...23)]
        for (index, name, range) in ranges {
            let numbers = fields[index].split { !$0.isNumber }.compactMap { Int($0) }
            if numbers.contains(where: { !range.contains($0) }) {
                return "has \(name) of \(range.lowerBound) to \(range.upperBound)"
            }
        }
        return nil
    }

    private func problem(ofRate words: [String]) -> String? {
        guard words.count == 2, let count = Int(words[0]), count > 0 else {
            return "has a number and a unit: 'rate(5 minutes)'"
        }
        let units = count == 1 ? ["minute", "hour", "day"] : ["minutes", "hours", "days"]
        return units.contains(words[1]) ? nil : "has one of the units \(units.joined(separator: ", ")) after \(count)"
    }
}
