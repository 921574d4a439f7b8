public import TerraneCore

extension Logs {
    /// A question to log groups, in the language of Logs Insights ("CloudWatch Logs Insights language query syntax", Amazon
    /// CloudWatch Logs User Guide). What Terrane has no word for is written as it is: `"stats avg(duration) by route"`.
    ///
    ///     Logs.Query.matching("ERROR").counted(every: .minutes(5))
    public struct Query: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The commands, in their order.
        public let commands: [String]
        /// Whether the answer is a number for each stretch of time, and so a graph.
        public let isOverTime: Bool

        public init(stringLiteral text: String) {
            self.init([text])
        }

        public init(_ commands: [String], isOverTime: Bool = false) {
            self.commands = commands
            self.isOverTime = isOverTime
        }

        /// Events whose message holds `words`, letter for letter.
        public static func matching(_ words: String) -> Query {
            Query(["filter @message like /\(pattern(words))/"])
        }

        /// JSON events whose member has this value: `.matching("level", equals: "error")`.
        public static func matching(_ member: String, equals value: String) -> Query {
            Query(["filter \(member) = \(LogText.quoted(value))"])
        }

        /// How many there are in each stretch of time.
        public func counted(every span: TimeSpan) -> Query {
            Query(commands + ["stats count() by bin(\(Query.bin(span)))"], isOverTime: true)
        }

        /// The latest of them, in full.
        public func latest(_ count: Int = 50) -> Query {
            Query(["fields @timestamp, @message"] + commands + ["sort @timestamp desc", "limit \(count)"])
        }

        public var text: String { commands.joined(separator: " | ") }

        /// `5m`; seconds where it is no whole number of minutes.
        private static func bin(_ span: TimeSpan) -> String {
            span.inSeconds % 60 == 0 ? "\(span.inMinutes)m" : "\(span.inSeconds)s"
        }

        private static func pattern(_ words: String) -> String {
            LogText.escaped(words, "\\/.^$|?*+()[]{}")
        }
    }

    /// A query kept under a name, for whoever looks into an incident.
    public struct QueryDefinition: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudwatch_query_definition", cloudFormation: "AWS::Logs::QueryDefinition",
            area: .monitoring)

        public var declaration: Declaration
        /// Slashes make folders: `koemo/errors`.
        public var queryName: String
        public var groups: [Value<String>]
        public var query: Query

        public init(
            _ name: Name, queryName: String? = nil, over groups: [Value<String>], _ query: Query,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.queryName = queryName ?? name.path
            self.groups = groups
            self.query = query
        }

        public var properties: Properties {
            row("name", "Name", queryName)
            row("log_group_names", "LogGroupNames", groups)
            row("query_string", "QueryString", query.text)
        }
    }
}
