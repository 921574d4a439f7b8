import TerraneAWS
import TerraneCore

extension Checks {
    /// What happens by the clock does so at times that AWS understands.
    static func checkSchedules(_ inventory: Inventory) -> [Diagnostic] {
        [
            ("aws_appautoscaling_scheduled_action", "schedule"), ("aws_scheduler_schedule", "schedule_expression"),
            ("aws_cloudwatch_event_rule", "schedule_expression"), ("aws_backup_plan", "rule/schedule"),
        ].flatMap { type, path in
            inventory.all(type).flatMap { item in
                item.values(path).compactMap { item.fact($0).text }.compactMap { text in
                    ScheduleExpression(text).problem.map { .schedule(item, text, $0) }
                }
            }
        }
    }
}

extension Diagnostic {
    static func schedule(_ item: Inventory.Item, _ text: String, _ problem: String) -> Diagnostic {
        .error(
            "\(item.label) happens at '\(text)', which is no time that AWS understands",
            help: "A schedule \(problem).", at: item.source)
    }
}
