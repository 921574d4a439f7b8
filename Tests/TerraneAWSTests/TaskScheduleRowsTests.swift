import TerraneAWS
import TerraneCore
import Testing

struct TaskScheduleRowsTests {
    private let schedule = Scheduler.TaskSchedule(
        "nightly", description: "d", at: .at(2, 30, on: .weekdays, in: "Asia/Tokyo"), running: "arn:task",
        in: "arn:cluster", subnets: ["subnet-1"], securityGroups: ["sg-1"], role: "arn:role")

    private func lines(_ prefix: String, of schedule: Scheduler.TaskSchedule) -> [Substring] {
        bilingual(schedule).split(separator: "\n").filter { $0.hasPrefix(prefix) }
    }

    @Test func whenATaskStarts() {
        #expect(
            bilingual(schedule).split(separator: "\n").prefix(5).joined(separator: "\n") == """
                name | Name = "nightly"
                description | Description = "d"
                schedule_expression | ScheduleExpression = "cron(30 2 ? * MON-FRI *)"
                schedule_expression_timezone | ScheduleExpressionTimezone = "Asia/Tokyo"
                flexible_time_window/mode | FlexibleTimeWindow/Mode = "OFF"
                """)
    }

    @Test func whatStarts() {
        let task = "target/ecs_parameters"
        let right = "Target/EcsParameters"
        let network = "\(task)/network_configuration"
        let place = "\(right)/NetworkConfiguration/AwsvpcConfiguration"
        #expect(
            lines("target/", of: schedule).joined(separator: "\n") == """
                target/arn | Target/Arn = "arn:cluster"
                target/role_arn | Target/RoleArn = "arn:role"
                \(task)/task_definition_arn | \(right)/TaskDefinitionArn = "arn:task"
                \(task)/task_count | \(right)/TaskCount = 1
                \(task)/launch_type | \(right)/LaunchType = "FARGATE"
                \(task)/enable_ecs_managed_tags | \(right)/EnableECSManagedTags = true
                \(task)/propagate_tags | \(right)/PropagateTags = "TASK_DEFINITION"
                \(network)/subnets | \(place)/Subnets = ["subnet-1"]
                \(network)/security_groups | \(place)/SecurityGroups = ["sg-1"]
                \(network)/assign_public_ip = false | \(place)/AssignPublicIp = "DISABLED"
                target/retry_policy/maximum_event_age_in_seconds | Target/RetryPolicy/MaximumEventAgeInSeconds = 3600
                target/retry_policy/maximum_retry_attempts | Target/RetryPolicy/MaximumRetryAttempts = 3
                """)
    }

    @Test func eachPropertyOfAScheduleShowsOnBothSides() {
        expectEachChangeToShow(
            schedule,
            [
                Change("scheduleName") { $0.scheduleName = "other" },
                Change("description") { $0.description = "other" }, Change("schedule") { $0.schedule = .everyHour },
                Change("cluster") { $0.cluster = "arn:other" },
                Change("taskDefinition") { $0.taskDefinition = "arn:other" },
                Change("subnets") { $0.subnets = ["subnet-2"] },
                Change("securityGroups") { $0.securityGroups = ["sg-2"] }, Change("role") { $0.role = "arn:other" },
                Change("retries") { $0.retries = 0 }, Change("deadLetters") { $0.deadLetters = "arn:queue" },
            ])
    }
}
