public import TerraneCore

extension CloudWatch {
    /// A page of graphs and texts ("Dashboard body structure and syntax", Amazon CloudWatch API Reference). Widgets
    /// stand in the order given, from left to right, 24 columns to a line.
    public struct Dashboard: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudwatch_dashboard", cloudFormation: "AWS::CloudWatch::Dashboard", area: .monitoring)

        public var declaration: Declaration
        public var dashboardName: String
        public var widgets: [Widget]

        public init(
            _ name: Name, dashboardName: String? = nil, widgets: [Widget], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.dashboardName = dashboardName ?? name.dashed
            self.widgets = widgets
        }

        /// Lines of one to four widgets, which share its width equally.
        ///
        ///     CloudWatch.Dashboard(
        ///         "board",
        ///         rows: [
        ///             [.graph("Tasks", api.metrics.cpu, api.metrics.memory), .graph("Requests", balancer.metrics.requests)],
        ///             [.logs("Errors", from: [api.logs.id], query: .matching("ERROR").counted(every: .minutes(5)))],
        ///         ])
        public init(
            _ name: Name, dashboardName: String? = nil, rows: [[Widget]], file: String = #fileID, line: Int = #line
        ) {
            self.init(
                name, dashboardName: dashboardName, widgets: rows.flatMap(Dashboard.filling), file: file, line: line)
        }

        public var properties: Properties {
            row("dashboard_name", "DashboardName", dashboardName)
            row("dashboard_body", "DashboardBody", Value<String>.json(document))
        }

        /// The body as the JSON that CloudWatch reads.
        var document: Expression {
            var place = Place()
            return .object([.init("widgets", .list(widgets.map { $0.expression(at: place.take($0)) }))])
        }

        /// The widgets as wide as the line allows; after four of them a new line begins.
        private static func filling(_ row: [Widget]) -> [Widget] {
            stride(from: 0, to: row.count, by: 4).flatMap { start in
                let line = row[start..<min(start + 4, row.count)]
                let width: Widget.Width = [.full, .half, .third, .quarter][line.count - 1]
                return line.map { $0.wide(width) }
            }
        }
    }

    /// Where the next widget goes.
    struct Place {
        private var x = 0
        private var y = 0
        private var lineHeight = 0

        /// The place of `widget`, on a new line if it does not fit on this one.
        mutating func take(_ widget: Widget) -> (x: Int, y: Int) {
            if x + widget.width.rawValue > 24 {
                (x, y, lineHeight) = (0, y + lineHeight, 0)
            }
            defer {
                x += widget.width.rawValue
                lineHeight = max(lineHeight, widget.height)
            }
            return (x, y)
        }
    }
}
