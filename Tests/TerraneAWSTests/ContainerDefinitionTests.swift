import TerraneCore
import Testing

@testable import TerraneAWS

struct ContainerDefinitionTests {
    private var definition: ECS.ContainerDefinition {
        var definition = ECS.ContainerDefinition(name: "api", image: "nginx")
        definition.ports = [3000]
        definition.environment = [.init("NODE_ENV", "production")]
        definition.secrets = [.init("JWT_SECRET", "arn:jwt")]
        definition.logGroup = "/ecs/api"
        return definition
    }

    private func fields(_ definition: ECS.ContainerDefinition, in dialect: Properties.Dialect) -> [String: Expression] {
        guard case .object(let fields) = definition.table.object(in: dialect) else { return [:] }
        return Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value) })
    }

    @Test func theAPISpellsInCamelCaseAndCloudFormationInPascalCase() {
        let left = definition.table.object(in: .terraform)
        let right = definition.table.object(in: .cloudFormation)
        #expect(
            names(left) == ["name", "image", "essential", "portMappings", "environment", "secrets", "logConfiguration"])
        #expect(
            names(right) == [
                "Name", "Image", "Essential", "PortMappings", "Environment", "Secrets", "LogConfiguration",
            ])
    }

    @Test func aPortIsMappedOverTCP() {
        #expect(
            fields(definition, in: .terraform)["portMappings"]
                == .list([.object([.init("containerPort", .integer(3000)), .init("protocol", .string("tcp"))])]))
        #expect(
            fields(definition, in: .cloudFormation)["PortMappings"]
                == .list([.object([.init("ContainerPort", .integer(3000)), .init("Protocol", .string("tcp"))])]))
    }

    @Test func logOptionsAreSpeltAlikeEverywhere() {
        let options = Expression.object([
            .init("awslogs-group", .string("/ecs/api")), .init("awslogs-region", .context(.region)),
            .init("awslogs-stream-prefix", .string("ecs")),
        ])
        #expect(
            fields(definition, in: .terraform)["logConfiguration"]
                == .object([.init("logDriver", .string("awslogs")), .init("options", options)]))
        #expect(
            fields(definition, in: .cloudFormation)["LogConfiguration"]
                == .object([.init("LogDriver", .string("awslogs")), .init("Options", options)]))
    }

    @Test func whatIsNotGivenIsNotWritten() {
        let bare = ECS.ContainerDefinition(name: "a", image: "b")
        #expect(Set(fields(bare, in: .terraform).keys) == ["name", "image", "essential"])
    }

    @Test func optionsHaveTwoSpellingsToo() {
        var container = definition
        container.options.isEssential = false
        container.options.entryPoint = ["/bin/sh"]
        container.options.command = ["-c", "sleep 1"]
        container.options.user = "1000:1000"
        container.options.cpuUnits = 256
        container.options.memory = .gibibytes(1)
        container.options.memoryReservation = .mebibytes(512)
        container.options.stopTimeout = .minutes(2)
        container.options.dependencies = [.init("migrate", .succeeded)]
        container.options.openFiles = 65536
        container.options.isReadOnly = true
        let left = fields(container, in: .terraform)
        #expect(
            left["essential"] == .boolean(false) && left["cpu"] == .integer(256) && left["memory"] == .integer(1024))
        #expect(left["memoryReservation"] == .integer(512) && left["stopTimeout"] == .integer(120))
        #expect(left["readonlyRootFilesystem"] == .boolean(true) && left["user"] == .string("1000:1000"))
        #expect(left["entryPoint"] == ["/bin/sh"].expression && left["command"] == ["-c", "sleep 1"].expression)
        let right = fields(container, in: .cloudFormation)
        #expect(
            right["DependsOn"]
                == .list([
                    .object([.init("ContainerName", .string("migrate")), .init("Condition", .string("SUCCESS"))])
                ]))
        #expect(
            right["Ulimits"]
                == .list([
                    .object([
                        .init("Name", .string("nofile")), .init("SoftLimit", .integer(65536)),
                        .init("HardLimit", .integer(65536)),
                    ])
                ]))
        #expect(right["ReadonlyRootFilesystem"] == .boolean(true) && right["StopTimeout"] == .integer(120))
    }
}

private func names(_ object: Expression) -> [String] {
    if case .object(let fields) = object { fields.map(\.key) } else { [] }
}
