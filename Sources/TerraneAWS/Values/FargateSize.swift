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

    public enum FourCPUMemory: Int, Sendable {
        case eight = 8
        case nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen
        case twenty, twentyOne, twentyTwo, twentyThree, twentyFour, twentyFive, twentySix, twentySeven, twentyEight
        case twentyNine, thirty
    }

    public enum EightCPUMemory: Int, Sendable {
        case sixteen = 16
        case twenty = 20
        case twentyFour = 24
        case twentyEight = 28
        case thirtyTwo = 32
        case thirtySix = 36
        case forty = 40
        case fortyFour = 44
        case fortyEight = 48
        case fiftyTwo = 52
        case fiftySix = 56
        case sixty = 60
    }

    public enum SixteenCPUMemory: Int, Sendable {
        case thirtyTwo = 32
        case forty = 40
        case fortyEight = 48
        case fiftySix = 56
        case sixtyFour = 64
        case seventyTwo = 72
        case eighty = 80
        case eightyEight = 88
        case ninetySix = 96
        case hundredAndFour = 104
        case hundredAndTwelve = 112
        case hundredAndTwenty = 120
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

    /// Four CPUs, with eight to thirty gibibytes.
    public static func fourCPUs(gibibytes memory: FourCPUMemory) -> FargateSize {
        FargateSize(4096, .gibibytes(memory.rawValue))
    }

    /// Eight CPUs, with sixteen to sixty gibibytes in steps of four.
    public static func eightCPUs(gibibytes memory: EightCPUMemory) -> FargateSize {
        FargateSize(8192, .gibibytes(memory.rawValue))
    }

    /// Sixteen CPUs, with thirty-two to a hundred and twenty gibibytes in steps of eight.
    public static func sixteenCPUs(gibibytes memory: SixteenCPUMemory) -> FargateSize {
        FargateSize(16384, .gibibytes(memory.rawValue))
    }
}
