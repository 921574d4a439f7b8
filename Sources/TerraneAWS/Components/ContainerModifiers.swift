public import TerraneCore

/// How a container starts and ends, and what it may take.
extension Container {
    /// Runs this instead of the image's command.
    public func command(_ words: String...) -> Container {
        with { $0.command = words }
    }

    /// Runs this instead of the image's entry point.
    public func entryPoint(_ words: String...) -> Container {
        with { $0.entryPoint = words }
    }

    /// Runs as this user, `1000:1000`, instead of the image's.
    public func user(_ user: String) -> Container {
        with { $0.user = user }
    }

    /// Its end does not end the task: a preparation, or a helper that may fail.
    public func nonessential() -> Container {
        with { $0.isEssential = false }
    }

    /// Cannot write to its own file system.
    public func readOnlyFileSystem() -> Container {
        with { $0.isReadOnly = true }
    }

    /// How much of the task's CPU and memory it gets, and beyond how much memory it is killed.
    public func reserving(
        cpuUnits: Int? = nil, memory: DataSize? = nil, atMost limit: DataSize? = nil
    ) -> Container {
        with {
            $0.cpuUnits = cpuUnits
            $0.memoryReservation = memory
            $0.memory = limit
        }
    }

    /// How long it may take to end once asked to; Fargate waits for two minutes at most.
    public func stopping(within timeout: TimeSpan) -> Container {
        with { $0.stopTimeout = timeout }
    }

    /// Starts only when another container of the task is that far.
    public func starting(
        after container: String, _ condition: ECS.ContainerDefinition.Dependency.Condition = .started
    ) -> Container {
        with { $0.dependencies.append(ECS.ContainerDefinition.Dependency(container, condition)) }
    }

    /// How many files, sockets among them, it may have open.
    public func openFiles(upTo count: Int) -> Container {
        with { $0.openFiles = count }
    }

    private func with(_ change: (inout ECS.ContainerDefinition.Options) -> Void) -> Container {
        var copy = self
        change(&copy.options)
        return copy
    }
}
