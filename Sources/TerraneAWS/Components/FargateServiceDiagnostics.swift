import TerraneCore

extension Diagnostic {
    static func serviceWithoutContainers(_ name: Name) -> Diagnostic {
        .error("service '\(name)' has no container", help: "List at least one `Container`.")
    }

    static func nothingListens(_ name: Name) -> Diagnostic {
        .error(
            "service '\(name)' is behind a load balancer, but none of its containers listens",
            help: "Give the container that answers requests a `port`.")
    }

    static func nothingEssential(_ name: Name) -> Diagnostic {
        .error(
            "service '\(name)' has no essential container",
            help: "ECS demands one, with which the task ends: take `nonessential()` away from it.")
    }

    static func containerTwice(_ container: String, in service: Name) -> Diagnostic {
        .error("service '\(service)' has two containers called '\(container)'", help: "Give one of them another name.")
    }

    static func portTwice(_ port: Port?, in service: Name) -> Diagnostic {
        .error(
            "two containers of service '\(service)' listen at port \(port?.number ?? 0)",
            help: "The containers of a task share one network interface: give one of them another port.")
    }

    static func settingTwice(_ name: String, first: SourceLocation) -> Diagnostic {
        .error(
            "a container is told '\(name)' twice", help: "ECS takes a name once, as a variable or as a secret.",
            notes: [Note("first told here", at: first)])
    }

    static func publishedTwice(_ name: String, first: SourceLocation) -> Diagnostic {
        .error(
            "two containers are told different values of '\(name)' that are known only once deployed",
            help:
                "They reach the containers through one SSM parameter: give one of the variables another name, or list an "
                + "`SSM.Parameter` for it and use `Secret(\"\(name)\", from: …)`.",
            notes: [Note("the other value is here", at: first)])
    }

    static func unknownContainer(_ other: String, wantedBy container: String, of known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: other, among: known.filter { $0 != container })
        return .error(
            "container '\(container)' starts after '\(other)', which is no other container of the service",
            help: near.map { "Did you mean '\($0)'?" } ?? "List it beside '\(container)'.")
    }

    static func healthUnknown(_ other: String, wantedBy container: String) -> Diagnostic {
        .error(
            "container '\(container)' waits for the health of '\(other)', which has no health check",
            help: "Give '\(other)' a `.healthCheck(…)`, or wait until it is `.started`.")
    }

    static func stopTimeout(_ container: String, _ timeout: TimeSpan) -> Diagnostic {
        .error(
            "container '\(container)' cannot take \(timeout.inSeconds) seconds to stop",
            help: "Fargate allows 2 to 120 seconds.")
    }

    static func healthCheck(_ container: String, _ what: String, _ bounds: String) -> Diagnostic {
        .error("the \(what) of the health check of '\(container)' is out of range", help: "ECS allows \(bounds).")
    }
}
