public import TerraneCore

extension Datadog {
    /// How many of all events are to be good over some weeks ("Metric-based SLOs", Datadog documentation).
    public struct ServiceLevelObjective: Resource {
        public enum Timeframe: String, Hashable, Sendable, ExpressionConvertible {
            case week = "7d"
            case month = "30d"
            case quarter = "90d"
        }

        public static let type = ResourceType(
            terraform: "datadog_service_level_objective", cloudFormation: "Datadog::SLOs::SLO", area: .monitoring)

        public var declaration: Declaration
        public var title: String
        public var description: String?
        public var good: DatadogQuery
        public var total: DatadogQuery
        public var timeframe: Timeframe
        public var target: Percentage
        public var warning: Percentage?
        public var tags: [DatadogTag]

        public init(
            _ name: Name, titled title: String, description: String? = nil, good: DatadogQuery, of total: DatadogQuery,
            over timeframe: Timeframe, target: Percentage, warning: Percentage? = nil, tags: [DatadogTag] = [],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.title = title
            self.description = description
            self.good = good
            self.total = total
            self.timeframe = timeframe
            self.target = target
            self.warning = warning
            self.tags = tags
        }

        public var properties: Properties {
            row("name", "Name", title)
            row("type", "Type", "metric")
            row("description", "Description", description)
            row("tags", "Tags", tags.isEmpty ? nil : tags)
            nested("query", "Query") {
                row("numerator", "Numerator", good.text)
                row("denominator", "Denominator", total.text)
            }
            repeated("thresholds", "Thresholds", [self]) { objective in
                row("timeframe", "Timeframe", objective.timeframe)
                row("target", "Target", objective.target.ofHundred)
                row("warning", "Warning", objective.warning?.ofHundred)
            }
        }

        public func check() -> [Diagnostic] {
            var problems = good.check(of: name) + total.check(of: name)
            let isShare = target.ofHundred > 0 && target.ofHundred < 100
            if !isShare { problems.append(.objectiveTarget(name, target)) }
            if let warning, warning <= target || warning.ofHundred >= 100 {
                problems.append(.objectiveWarning(name))
            }
            return problems
        }
    }
}

extension Diagnostic {
    static func objectiveTarget(_ objective: Name, _ target: Percentage) -> Diagnostic {
        .error(
            "objective '\(objective)' aims at \(DatadogQuery.text(of: target.ofHundred)) percent",
            help: "A target lies between 0 and 100 percent, and is neither.")
    }

    static func objectiveWarning(_ objective: Name) -> Diagnostic {
        .error(
            "objective '\(objective)' warns when the target is missed already",
            help: "Put the warning between the target and 100 percent.")
    }
}
