import Terrane

/// Hostile texts as variables and commands of a container: the task definition in all its forms.
struct HostileContainers: HostileStack {
    let name: Name
    let texts: [String]

    private var container: ECS.ContainerDefinition {
        var container = ECS.ContainerDefinition(name: "api", image: "public.ecr.aws/nginx/nginx:1.27")
        container.environment = texts.enumerated().map { .init("V\($0)", Value($1)) }
        container.options.command = texts
        return container
    }

    var body: Content {
        ECS.TaskDefinition(
            "task", family: "hostile", size: .quarterCPU(.half),
            executionRole: "arn:aws:iam::111122223333:role/hostile",
            taskRole: nil, containers: [container])
    }

    var expected: [Expected] {
        let terraform: [Expected.Step] = ["resource", "aws_ecs_task_definition", "task", "container_definitions", 0]
        let cloudFormation: [Expected.Step] = ["Resources", "Task", "Properties", "ContainerDefinitions", 0]
        return texts.enumerated().flatMap { index, text in
            [
                found("terraform/compute.tf", terraform + ["environment", .index(index), "value"], text),
                found("terraform/compute.tf", terraform + ["command", .index(index)], text),
                found(
                    "ecs/hostile.task-definition.json",
                    ["containerDefinitions", 0, "environment", .index(index), "value"], text),
                found("ecs/hostile.task-definition.json", ["containerDefinitions", 0, "command", .index(index)], text),
                found(
                    "cloudformation/ap-northeast-1.template.json",
                    cloudFormation + ["Environment", .index(index), "Value"], text),
                found(
                    "cloudformation/ap-northeast-1.template.json", cloudFormation + ["Command", .index(index)], text),
            ]
        }
    }
}
