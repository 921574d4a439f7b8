import TerraneAWS
import TerraneCore

/// Alarms take data points together in a way that CloudWatch has ("CloudWatch statistics definitions", Amazon CloudWatch User
/// Guide).
func checkStatistics(_ alarm: Inventory.Item) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let (plain, extended) = (alarm["statistic"], alarm["extended_statistic"])
    if let text = plain.text, !basic.contains(text) { problems.append(.statistic(alarm, text, isSingle: true)) }
    if let text = extended.text, !isExtended(text) { problems.append(.statistic(alarm, text, isSingle: false)) }
    if !plain.isAbsent, !extended.isAbsent { problems.append(.twoStatistics(alarm)) }
    if !alarm["metric_name"].isAbsent, plain.isAbsent, extended.isAbsent { problems.append(.noStatistic(alarm)) }
    return problems
        + alarm.parts("metric_query/metric").compactMap { $0["stat"].text }
        .filter { !basic.contains($0) && !isExtended($0) }.map { .statistic(alarm, $0, isSingle: false) }
}

private let basic = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"]

/// A percentile, `p99.9`; trimmed and winsorized means, counts and sums, `tm90`, `TM(10%:90%)`; `IQM`; `PR(:300)`.
private func isExtended(_ text: String) -> Bool {
    if text == "IQM" { return true }
    let letters = text.prefix { $0.isLetter }
    let rest = text.dropFirst(letters.count)
    if rest.hasPrefix("("), rest.hasSuffix(")"), rest.contains(":") {
        return ["TM", "WM", "TC", "TS", "PR"].contains(letters.uppercased())
    }
    guard ["p", "tm", "wm", "tc", "ts"].contains(letters.lowercased()), rest.allSatisfy({ $0.isNumber || $0 == "." }),
        let rank = Double(rest)
    else { return false }
    return (0...100).contains(rank)
}

extension Diagnostic {
    fileprivate static func statistic(_ alarm: Inventory.Item, _ text: String, isSingle: Bool) -> Diagnostic {
        let help =
            isSingle && isExtended(text)
            ? "It belongs into 'extended_statistic'."
            : Suggestion.nearest(to: text, among: basic).map { "Did you mean '\($0)'?" }
                ?? "Write one of '\(basic.joined(separator: "', '"))', or a percentile from 'p0' to 'p100'."
        return .error("alarm '\(alarm.name)' watches the statistic '\(text)'", help: help, at: alarm.source)
    }

    fileprivate static func twoStatistics(_ alarm: Inventory.Item) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' has a statistic and an extended one",
            help: "CloudWatch takes one of the two.", at: alarm.source)
    }

    fileprivate static func noStatistic(_ alarm: Inventory.Item) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' does not say how data points are taken together",
            help: "Give it a 'statistic', such as 'Average'.", at: alarm.source)
    }
}
