public import TerraneCore

/// Amazon EventBridge Scheduler.
public enum Scheduler {
    /// Starts a task again and again ("Using Amazon EventBridge Scheduler to schedule Amazon ECS tasks", Amazon ECS Developer
    /// Guide).
    public struct TaskSchedule: Resource {
        public static let type = ResourceType(
            terraform: "aws_scheduler_schedule", cloudFormation: "AWS::Scheduler::Schedule", area: .compute)

        public var declaration: Declaration
        public var scheduleName: String
        public var description: String
        public var schedule: Schedule
        public var cluster: Value<ARN>
        public var taskDefinition: Value<ARN>
        public var subnets: [Value<EC2.Subnet.ID>]
        public var securityGroups: [Value<EC2.SecurityGroup.ID>]
        /// With which the scheduler starts the task.
        public var role: Value<ARN>
        /// How often a start that failed is tried again, within an hour.
        public var retries = 3
        /// A queue for starts that failed for good.
        public var deadLetters: Value<ARN>?

        public init(
            _ name: Name, scheduleName: String? = nil, description: String, at schedule: Schedule,
            running taskDefinition: Value<ARN>, in cluster: Value<ARN>, subnets: [Value<EC2.Subnet.ID>],
            securityGroups: [Value<EC2.SecurityGroup.ID>], role: Value<ARN>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.scheduleName = scheduleName ?? name.dashed
            self.description = description
            self.schedule = schedule
            self.taskDefinition = taskDefinition
            self.cluster = cluster
            self.subnets = subnets
            self.securityGroups = securityGroups
            self.role = role
        }

        public var properties: Properties {
            row("name", "Name", scheduleName)
            row("description", "Description", description)
            row("schedule_expression", "ScheduleExpression", schedule.cron)
            row("schedule_expression_timezone", "ScheduleExpressionTimezone", schedule.timeZone)
            nested("flexible_time_window", "FlexibleTimeWindow") { row("mode", "Mode", "OFF") }
            nested("target", "Target") {
                row("arn", "Arn", cluster)
                row("role_arn", "RoleArn", role)
                nested("ecs_parameters", "EcsParameters") {
                    row("task_definition_arn", "TaskDefinitionArn", taskDefinition)
                    row("task_count", "TaskCount", 1)
                    row("launch_type", "LaunchType", "FARGATE")
                    row("enable_ecs_managed_tags", "EnableECSManagedTags", true)
                    row("propagate_tags", "PropagateTags", "TASK_DEFINITION")
                    nested("network_configuration", "NetworkConfiguration/AwsvpcConfiguration") {
                        row("subnets", "Subnets", subnets)
                        row("security_groups", "SecurityGroups", securityGroups)
                        row(
                            "assign_public_ip", terraform: false, "AssignPublicIp", cloudFormation: "DISABLED")
                    }
                }
                nested("retry_policy", "RetryPolicy") {
                    row("maximum_event_age_in_seconds", "MaximumEventAgeInSeconds", 3600)
                    row("maximum_retry_attempts", "MaximumRetryAttempts", retries)
                }
                if let deadLetters {
                    nested("dead_letter_config", "DeadLetterConfig") { row("arn", "Arn", deadLetters) }
                }
            }
        }
    }
}
