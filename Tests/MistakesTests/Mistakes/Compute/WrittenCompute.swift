extension WrittenMistake {
    static var compute: [WrittenMistake] {
        [
            WrittenMistake(
                "No Fargate configuration exists for given values: 256 CPU, 4096 memory",
                "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
                saying: "has no member 'four'", bad: "let size: FargateSize = .quarterCPU(.four)",
                legal: "let size: FargateSize = .halfCPU(gibibytes: .four)"),
            WrittenMistake(
                "InvalidParameterException: a capacity provider strategy without a capacity provider",
                "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
                saying: "to expected argument type 'CapacityStrategy'",
                bad: "let cluster = FargateCluster(\"shop\", strategy: [])",
                legal: "let cluster = FargateCluster(\"shop\", strategy: .spot(afterRegular: 2))"),
            WrittenMistake(
                "InvalidParameterException: a capacity provider strategy with two bases",
                "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
                saying: "extra argument 'afterSpot'",
                bad: "let strategy: CapacityStrategy = .mixed(regular: 1, spot: 1, afterRegular: 1, afterSpot: 1)",
                legal: "let strategy: CapacityStrategy = .mixed(regular: 1, spot: 1, afterRegular: 1)"),
        ]
    }
}
