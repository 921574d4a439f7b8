import TerraneAWS
import TerraneCore

/// Alarms look at periods that CloudWatch has, and no further back than it keeps ("PutMetricAlarm", Amazon CloudWatch API
/// Reference).
func checkAlarmTiming(_ alarm: Inventory.Item) -> [Diagnostic] {
    let metrics = WatchedMetric.all(of: alarm)
    let periods = metrics.compactMap(\.period) + alarm.parts("metric_query").compactMap { $0["period"].integer }
    var problems: [Diagnostic] = metrics.filter { $0.facts != nil && $0.isOfAWS && [10, 20, 30].contains($0.period) }
        .prefix(1)
        .map { .periodBelowMinute(alarm, $0) }
    if let meaning = alarm["treat_missing_data"].text, !meanings.contains(meaning) {
        problems.append(.missingDataMeaning(alarm, meaning))
    }
    guard !alarm.isOfComponent else { return problems }
    problems += Set(periods).sorted().filter { !isPeriod($0) }.map { .alarmPeriod(alarm, $0) }
    return problems + checkEvaluation(alarm, longest: periods.max())
}

private let meanings = ["missing", "ignore", "breaching", "notBreaching"]

private func isPeriod(_ seconds: Int) -> Bool {
    [10, 20, 30].contains(seconds) || (seconds > 0 && seconds.isMultiple(of: 60))
}

private func checkEvaluation(_ alarm: Inventory.Item, longest: Int?) -> [Diagnostic] {
    guard let count = alarm["evaluation_periods"].integer else { return [] }
    var problems: [Diagnostic] = []
    if count < 1 { problems.append(.noPeriods(alarm, count)) }
    if let datapoints = alarm["datapoints_to_alarm"].integer, !(1...max(1, count)).contains(datapoints) {
        problems.append(.datapointsOverPeriods(alarm, datapoints, count))
    }
    if let period = longest {
        let limit = period < 3_600 ? 86_400 : 604_800
        if period.multipliedReportingOverflow(by: count).overflow || period * count > limit {
            problems.append(.alarmLooksTooFarBack(alarm, count, period, limit))
        }
    }
    return problems
}

extension Diagnostic {
    fileprivate static func alarmPeriod(_ alarm: Inventory.Item, _ period: Int) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' has a period of \(period) seconds",
            help: "CloudWatch takes 10, 20, 30 and multiples of 60.", at: alarm.source)
    }

    fileprivate static func periodBelowMinute(_ alarm: Inventory.Item, _ metric: WatchedMetric) -> Diagnostic {
        .warning(
            "alarm '\(alarm.name)' looks at \(metric.title) every \(metric.period ?? 0) seconds, and AWS publishes it once a minute",
            help: "Most of its periods have no data: make the period 60 seconds.", at: alarm.source)
    }

    fileprivate static func missingDataMeaning(_ alarm: Inventory.Item, _ meaning: String) -> Diagnostic {
        let suggestion = Suggestion.nearest(to: meaning, among: meanings).map { "Did you mean '\($0)'? " } ?? ""
        return .error(
            "alarm '\(alarm.name)' takes missing data as '\(meaning)'",
            help: "\(suggestion)CloudWatch takes '\(meanings.joined(separator: "', '"))'.", at: alarm.source)
    }

    fileprivate static func noPeriods(_ alarm: Inventory.Item, _ count: Int) -> Diagnostic {
        .error("alarm '\(alarm.name)' looks at \(count) periods", help: "Look at one at least.", at: alarm.source)
    }

    fileprivate static func datapointsOverPeriods(
        _ alarm: Inventory.Item, _ datapoints: Int, _ count: Int
    ) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' waits for \(datapoints) data points out of \(count)",
            help: "Look at more periods, or ask for between 1 and \(count).", at: alarm.source)
    }

    fileprivate static func alarmLooksTooFarBack(
        _ alarm: Inventory.Item, _ count: Int, _ period: Int, _ limit: Int
    ) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' looks at \(count) periods of \(period) seconds, and CloudWatch at \(limit) seconds in all",
            help: "Periods of an hour and more allow seven days, shorter ones a day: look at fewer.", at: alarm.source)
    }
}
