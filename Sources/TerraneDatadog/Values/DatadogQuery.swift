/// What a monitor watches or an objective counts: a metric put together over its sources, or arithmetic over several
/// ("Metric queries", Datadog documentation).
///
///     DatadogQuery.sum("api.errors", from: ["env:production"])
///     DatadogQuery.average("mysql.performance.threads_connected") / .average("mysql.performance.max_connections")
public indirect enum DatadogQuery: Hashable, Sendable {
    /// How the values of several sources at one moment become one.
    public enum Aggregator: String, Hashable, Sendable {
        case average = "avg"
        case sum, maximum = "max"
        case minimum = "min"
    }

    public enum Operator: String, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    /// A metric over the sources that have all the tags, by the keys of a group where there is one value for each.
    case metric(Aggregator, name: String, scope: [DatadogTag], groups: [String], suffix: String)
    case number(Double)
    case arithmetic(DatadogQuery, Operator, DatadogQuery)

    public static func average(_ metric: String, from scope: [DatadogTag] = [], by groups: [String] = [])
        -> DatadogQuery
    {
        .metric(.average, name: metric, scope: scope, groups: groups, suffix: "")
    }

    public static func sum(_ metric: String, from scope: [DatadogTag] = [], by groups: [String] = []) -> DatadogQuery {
        .metric(.sum, name: metric, scope: scope, groups: groups, suffix: "")
    }

    public static func maximum(_ metric: String, from scope: [DatadogTag] = [], by groups: [String] = [])
        -> DatadogQuery
    {
        .metric(.maximum, name: metric, scope: scope, groups: groups, suffix: "")
    }

    public static func minimum(_ metric: String, from scope: [DatadogTag] = [], by groups: [String] = [])
        -> DatadogQuery
    {
        .metric(.minimum, name: metric, scope: scope, groups: groups, suffix: "")
    }

    /// The metric as a number of events, not as a rate for each second.
    public var asCount: DatadogQuery { suffixed(".as_count()") }
    /// The metric as a rate for each second, not as a number of events.
    public var asRate: DatadogQuery { suffixed(".as_rate()") }

    private func suffixed(_ suffix: String) -> DatadogQuery {
        guard case .metric(let aggregator, let name, let scope, let groups, _) = self else { return self }
        return .metric(aggregator, name: name, scope: scope, groups: groups, suffix: suffix)
    }

    public static func + (left: DatadogQuery, right: DatadogQuery) -> DatadogQuery { .arithmetic(left, .plus, right) }
    public static func - (left: DatadogQuery, right: DatadogQuery) -> DatadogQuery { .arithmetic(left, .minus, right) }
    public static func * (left: DatadogQuery, right: DatadogQuery) -> DatadogQuery { .arithmetic(left, .times, right) }
    public static func / (left: DatadogQuery, right: DatadogQuery) -> DatadogQuery { .arithmetic(left, .over, right) }
}

extension DatadogQuery: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(integerLiteral number: Int) { self = .number(Double(number)) }
    public init(floatLiteral number: Double) { self = .number(number) }
}

extension DatadogQuery {
    /// The query in Datadog's words: `sum:api.errors{env:production}`.
    public var text: String {
        switch self {
        case .metric(let aggregator, let name, let scope, let groups, let suffix):
            let tags = scope.isEmpty ? "*" : scope.map(\.text).joined(separator: ",")
            let by = groups.isEmpty ? "" : " by {\(groups.joined(separator: ","))}"
            return "\(aggregator.rawValue):\(name){\(tags)}\(by)\(suffix)"
        case .number(let number): return DatadogQuery.text(of: number)
        case .arithmetic(let left, let sign, let right):
            return
                "\(left.operand(of: sign, isRight: false)) \(sign.rawValue) \(right.operand(of: sign, isRight: true))"
        }
    }

    /// In brackets where the order of evaluation would change: `(a + b) / c`, `a / (b / c)`.
    private func operand(of sign: Operator, isRight: Bool) -> String {
        guard case .arithmetic(_, let own, _) = self else { return text }
        let binds = own.rank > sign.rank || (own.rank == sign.rank && !isRight)
        return binds ? text : "(\(text))"
    }

    /// 0.8, and 100 rather than 100.0.
    static func text(of number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }

    var metrics: [(name: String, scope: [DatadogTag])] {
        switch self {
        case .metric(_, let name, let scope, _, _): [(name, scope)]
        case .number: []
        case .arithmetic(let left, _, let right): left.metrics + right.metrics
        }
    }
}

extension DatadogQuery.Operator {
    fileprivate var rank: Int {
        switch self {
        case .plus, .minus: 1
        case .times, .over: 2
        }
    }
}
