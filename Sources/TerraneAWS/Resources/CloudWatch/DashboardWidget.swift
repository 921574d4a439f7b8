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
            case logs(query: String, groups: [Value<String>])
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

        public let title: String
        public let kind: Kind
        public let width: Width
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
            _ title: String, from groups: [Value<String>], query: String, width: Width = .full, height: Int = 6
        ) -> Widget {
            Widget(title, .logs(query: query, groups: groups), width: width, height: height)
        }

        public static func alarms(_ title: String, _ alarms: [Value<ARN>], width: Width = .full, height: Int = 3)
            -> Widget
        {
            Widget(title, .alarms(alarms), width: width, height: height)
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
        case .number(let metrics):
            return [heading, region, .init("view", .string("singleValue")), .init("metrics", lines(metrics))]
        case .logs(let query, let groups):
            return [heading, region, .init("view", .string("table")), .init("query", search(groups, query).expression)]
        case .alarms(let alarms):
            return [heading, .init("alarms", alarms.expression)]
        case .text(let markdown):
            return [.init("markdown", .string("## \(title)\n\n\(markdown)"))]
        }
    }

    /// `SOURCE '/ecs/koemo' | SOURCE '/aws/waf' | fields @message`.
    private func search(_ groups: [Value<String>], _ query: String) -> Value<String> {
        let sources: Value<String> = groups.reduce("") { "\($0)SOURCE '\($1)' | " }
        return "\(sources)\(query)"
    }

    private func lines(_ metrics: [Metric]) -> Expression {
        .list(metrics.enumerated().flatMap { CloudWatch.Widget.lines($0.element, number: $0.offset + 1) })
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

    private var metrics: [Metric] {
        switch kind {
        case .graph(let metrics), .number(let metrics): metrics
        case .logs, .alarms, .text: []
        }
    }

    /// An identifier that two parts of this widget's metrics share.
    var repeatedIdentifier: String? {
        var seen: Set<String> = []
        return metrics.flatMap(\.partIdentifiers).first { !seen.insert($0).inserted }
    }
}

extension Metric {
    fileprivate var partIdentifiers: [String] {
        if case .math(_, let parts) = source { parts.map(\.id) } else { [] }
    }
}
