public import TerraneCore

/// The CPU and memory of a Fargate task. Only the pairs that Fargate has can be written ("Fargate task definition
/// differences: Task CPU and memory", Amazon ECS Developer Guide).
public struct FargateSize: Hashable, Sendable {
    /// 1024 to a virtual CPU.
    public let cpuUnits: Int
    public let memory: DataSize

    private init(_ cpuUnits: Int, _ memory: DataSize) {
        self.cpuUnits = cpuUnits
        self.memory = memory
    }

    public enum QuarterCPUMemory: Int, Sendable {
        case half = 512
        case one = 1024
        case two = 2048
    }

    public enum HalfCPUMemory: Int, Sendable {
        case one = 1
        case two, three, four
    }

    public enum OneCPUMemory: Int, Sendable {
        case two = 2
        case three, four, five, six, seven, eight
    }

    public enum TwoCPUMemory: Int, Sendable {
        case four = 4
        case five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen
    }

    /// A quarter of a CPU, with a half, one or two gibibytes.
    public static func quarterCPU(_ memory: QuarterCPUMemory) -> FargateSize {
        FargateSize(256, .mebibytes(memory.rawValue))
    }

    /// Half a CPU, with one to four gibibytes.
    public static func halfCPU(gibibytes memory: HalfCPUMemory) -> FargateSize {
        FargateSize(512, .gibibytes(memory.rawValue))
    }

    /// One CPU, with two to eight gibibytes.
    public static func oneCPU(gibibytes memory: OneCPUMemory) -> FargateSize {
        FargateSize(1024, .gibibytes(memory.rawValue))
    }

    /// Two CPUs, with four to sixteen gibibytes.
    public static func twoCPUs(gibibytes memory: TwoCPUMemory) -> FargateSize {
        FargateSize(2048, .gibibytes(memory.rawValue))
    }
}
