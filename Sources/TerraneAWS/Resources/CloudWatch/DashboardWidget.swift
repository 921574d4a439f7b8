public import TerraneCore

extension CloudWatch {
    /// One field of a dashboard.
    public struct Widget: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// Lines over time.
            case graph([Metric])
            /// The latest value in figures.
            case number([Metric])
            /// The answer to a query over log groups, in the language of Logs Insights.
            case logs(Logs.Query, groups: [Value<String>])
            /// The state of alarms, by their ARNs.
            case alarms([Value<ARN>])
            /// Markdown.
            case text(String)
        }

        /// Of 24 columns.
        public enum Width: Int, Hashable, Sendable {
            case quarter = 6
            case third = 8
            case half = 12
            case full = 24
        }

        /// A value worth seeing on a graph, and what it means.
        public struct Mark: Hashable, Sendable {
            public let value: Double
            public let label: String
        }

        public let title: String
        public let kind: Kind
        public var width: Width
        /// Values drawn as lines across a graph: the threshold of an alarm.
        public var marks: [Mark] = []
        /// In rows; a graph reads well at six.
        public let height: Int

        public init(_ title: String, _ kind: Kind, width: Width, height: Int) {
            self.title = title
            self.kind = kind
            self.width = width
            self.height = height
        }

        public static func graph(_ title: String, _ metrics: Metric..., width: Width = .half, height: Int = 6) -> Widget
        {
            Widget(title, .graph(metrics), width: width, height: height)
        }

        public static func number(_ title: String, _ metrics: Metric..., width: Width = .quarter, height: Int = 6)
            -> Widget
        {
            Widget(title, .number(metrics), width: width, height: height)
        }

        public static func logs(
            _ title: String, from groups: [Value<String>], query: Logs.Query, width: Width = .full, height: Int = 6
        ) -> Widget {
            Widget(title, .logs(query, groups: groups), width: width, height: height)
        }

        public static func alarms(_ title: String, _ alarms: [Value<ARN>], width: Width = .full, height: Int = 3)
            -> Widget
        {
            Widget(title, .alarms(alarms), width: width, height: height)
        }

        public static func alarms(
            _ title: String, _ alarms: any AnyAlarm..., width: Width = .full, height: Int = 3
        ) -> Widget {
            Widget(title, .alarms(alarms.map(\.arn)), width: width, height: height)
        }

        func wide(_ width: Width) -> Widget {
            var copy = self
            copy.width = width
            return copy
        }

        /// The same graph with a line across it, in the unit of its metrics: `.marked("alarm", at: 80)`.
        public func marked(_ label: String, at value: Double) -> Widget {
            var copy = self
            copy.marks.append(Mark(value: value, label: label))
            return copy
        }

        /// Markdown under a heading.
        public static func text(_ title: String, _ markdown: String, width: Width = .full, height: Int = 2) -> Widget {
            Widget(title, .text(markdown), width: width, height: height)
        }
    }
}

extension CloudWatch.Widget {
    func expression(at place: (x: Int, y: Int)) -> Expression {
        .object([
            .init("type", .string(typeName)),
            .init("x", .integer(place.x)),
            .init("y", .integer(place.y)),
            .init("width", .integer(width.rawValue)),
            .init("height", .integer(height)),
            .init("properties", .object(properties)),
        ])
    }

    private var typeName: String {
        switch kind {
        case .graph, .number: "metric"
        case .logs: "log"
        case .alarms: "alarm"
        case .text: "text"
        }
    }

    private var properties: [Expression.Field] {
        let heading = Expression.Field("title", .string(title))
        let region = Expression.Field("region", Deployment.region.expression)
        switch kind {
        case .graph(let metrics):
            return [heading, region, .init("view", .string("timeSeries")), .init("metrics", lines(metrics))]
                + annotations
        case .number(let metrics):
            return [heading, region, .init("view", .string("singleValue")), .init("metrics", lines(metrics))]
        case .logs(let query, let groups):
            let view = query.isOverTime ? "timeSeries" : "table"
            return [heading, region, .init("view", .string(view)), .init("query", search(groups, query).expression)]
        case .alarms(let alarms):
            return [heading, .init("alarms", alarms.expression)]
        case .text(let markdown):
            return [.init("markdown", .string("## \(title)\n\n\(markdown)"))]
        }
    }

    private var annotations: [Expression.Field] {
        guard !marks.isEmpty else { return [] }
        let lines = marks.map {
            Expression.object([.init("label", .string($0.label)), .init("value", .number($0.value))])
        }
        return [.init("annotations", .object([.init("horizontal", .list(lines))]))]
    }

    /// `SOURCE '/ecs/koemo' | SOURCE '/aws/waf' | fields @message`.
    private func search(_ groups: [Value<String>], _ query: Logs.Query) -> Value<String> {
        let sources: Value<String> = groups.reduce("") { "\($0)SOURCE '\($1)' | " }
        return "\(sources)\(query.text)"
    }

    /// The lines of all metrics. Identifiers of metric math are unique in a widget: where two metrics call a part the same,
    /// the later one's are numbered.
    private func lines(_ metrics: [Metric]) -> Expression {
        var taken: Set<String> = []
        return .list(
            metrics.enumerated().flatMap { index, metric in
                let number = index + 1
                let clashes = !taken.isDisjoint(with: metric.partIdentifiers)
                let distinct = clashes ? metric.renamingParts { "\($0)_\(number)" } : metric
                taken.formUnion(distinct.partIdentifiers)
                return CloudWatch.Widget.lines(distinct, number: number)
            })
    }

    /// The lines of one metric: itself, or its expression and, invisibly, the parts.
    private static func lines(_ metric: Metric, number: Int) -> [Expression] {
        switch metric.source {
        case .metric:
            return line(metric, [.init("label", .string(metric.label))])
        case .math(let expression, let parts):
            let result: [Expression.Field] = [
                .init("expression", .string(expression)), .init("label", .string(metric.label)),
                .init("id", .string("result\(number)")), .init("period", .integer(metric.period.inSeconds)),
            ]
            let hidden = parts.flatMap {
                line($0.metric, [.init("id", .string($0.id)), .init("visible", .boolean(false))])
            }
            return [.list([.object(result)])] + hidden
        }
    }

    /// `[namespace, name, dimension, value, …, {options}]`; nothing for arithmetic within arithmetic.
    private static func line(_ metric: Metric, _ options: [Expression.Field]) -> [Expression] {
        guard case .metric(let namespace, let name, let dimensions) = metric.source else { return [] }
        let pairs = dimensions.flatMap { [.string($0.name), $0.value.expression] }
        let reduction: [Expression.Field] = [
            .init("stat", .string(metric.statistic.name)), .init("period", .integer(metric.period.inSeconds)),
        ]
        return [.list([.string(namespace), .string(name)] + pairs + [.object(options + reduction)])]
    }
}

extension Metric {
    fileprivate var partIdentifiers: [String] {
        if case .math(_, let parts) = source { parts.map(\.id) } else { [] }
    }

    fileprivate func renamingParts(_ rename: (String) -> String) -> Metric {
        guard case .math(let expression, let parts) = source else { return self }
        let math = MetricMath(expression, parts).renamed(rename)
        return Metric(math: math.expression, math.parts, label: label, unit: unit, period: period)
    }
}
