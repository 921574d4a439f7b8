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

        public var properties: Properties {
            row("dashboard_name", "DashboardName", dashboardName)
            row("dashboard_body", "DashboardBody", Value<String>.json(document))
        }

        /// The body as the JSON that CloudWatch reads.
        var document: Expression {
            var place = Place()
            return .object([.init("widgets", .list(widgets.map { $0.expression(at: place.take($0)) }))])
        }

        public func check() -> [Diagnostic] {
            widgets.compactMap { widget in
                widget.repeatedIdentifier.map { .identifierUsedTwice($0, in: widget.title, of: name) }
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

extension Diagnostic {
    static func identifierUsedTwice(_ id: String, in widget: String, of dashboard: Name) -> Diagnostic {
        .error(
            "two metrics in '\(widget)' of dashboard '\(dashboard)' use the identifier '\(id)'",
            help: "Identifiers of metric math are unique in a widget: rename one, or draw the metrics in two widgets.")
    }
}
