import TerraneCore
import Testing

@testable import TerraneAWS

struct TaskDefinitionTests {
    private let task = ECS.TaskDefinition(
        "task", family: "api-task", size: .oneCPU(gibibytes: .two), executionRole: "arn:start", taskRole: "arn:run",
        containers: [ECS.ContainerDefinition(name: "api", image: "nginx")])

    @Test func cpuAndMemoryAreStringsOnBothSides() {
        let rows = DataTable(task)
        #expect(rows.terraform["cpu"] == .string("1024") && rows.cloudFormation["Cpu"] == .string("1024"))
        #expect(rows.terraform["memory"] == .string("2048") && rows.cloudFormation["Memory"] == .string("2048"))
    }

    @Test func containersAreJSONTextForTerraformAndObjectsForCloudFormation() {
        let rows = DataTable(task)
        let container = task.containers[0].table
        #expect(rows.terraform["container_definitions"] == .json(.list([container.object(in: .terraform)])))
        #expect(rows.cloudFormation["ContainerDefinitions"] == .list([container.object(in: .cloudFormation)]))
    }

    @Test func theRegistrableFormIsTheWholeRequestInCamelCase() {
        guard case .object(let fields) = task.registrable else {
            Issue.record("not an object")
            return
        }
        #expect(
            fields.map(\.key) == [
                "family", "networkMode", "requiresCompatibilities", "cpu", "memory", "executionRoleArn", "taskRoleArn",
                "containerDefinitions",
            ])
        #expect(fields[3].value == .string("1024"))
    }

    @Test func itComesWithAFileNamedAfterItsFamily() {
        #expect(task.documents.map(\.path) == ["ecs/api-task.task-definition.json"])
        #expect(task.documents.allSatisfy { $0.scope == .environment })
    }

    @Test func onlyThePairsThatFargateHasCanBeWritten() {
        #expect(FargateSize.quarterCPU(.half).memory == .mebibytes(512))
        #expect(FargateSize.halfCPU(gibibytes: .four).cpuUnits == 512)
        #expect(FargateSize.twoCPUs(gibibytes: .sixteen).memory == .gibibytes(16))
        #expect(FargateSize.fourCPUs(gibibytes: .thirty).memory == .gibibytes(30))
        #expect(FargateSize.eightCPUs(gibibytes: .sixty).cpuUnits == 8192)
        #expect(FargateSize.sixteenCPUs(gibibytes: .hundredAndTwenty).memory == .gibibytes(120))
    }
}
