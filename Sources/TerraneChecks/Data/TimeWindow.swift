/// A time of every day, or of every week, as RDS and ElastiCache write it: `05:00-06:00`, `sun:17:00-sun:18:00`.
struct TimeWindow {
    /// Minutes after midnight, or after the beginning of Monday.
    let start: Int
    let length: Int

    /// How many minutes a round has: those of a day or of a week.
    private let round: Int

    static let day = 1440
    static let week = 7 * day

    init?(daily text: String) {
        self.init(text, round: TimeWindow.day) { TimeWindow.minutes(ofClock: $0) }
    }

    init?(weekly text: String) {
        self.init(text, round: TimeWindow.week) { moment in
            let parts = moment.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let day = TimeWindow.days.firstIndex(of: parts[0].lowercased()),
                let minutes = TimeWindow.minutes(ofClock: parts[1])
            else { return nil }
            return day * TimeWindow.day + minutes
        }
    }

    private init?(_ text: String, round: Int, _ read: (Substring) -> Int?) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = read(ends[0]), let end = read(ends[1]) else { return nil }
        self.start = start
        self.round = round
        length = (end - start + round) % round
    }

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// `05:30`, in minutes.
    private static func minutes(ofClock text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    /// Whether one of every day is open at the same time as one of every week. One that begins when the other ends is not.
    func overlaps(weekly other: TimeWindow) -> Bool {
        (0..<7).contains { day in
            let begin = day * TimeWindow.day + start
            return TimeWindow.minutes(from: begin, to: other.start) < length
                || TimeWindow.minutes(from: other.start, to: begin) < other.length
        }
    }

    private static func minutes(from start: Int, to end: Int) -> Int { (end - start + week) % week }
}
