public import TerraneCore

extension ELB {
    /// How a load balancer asks a target whether it is well ("Health checks for Application Load Balancer target
    /// groups", User Guide for Application Load Balancers).
    public struct HealthCheck: Hashable, Sendable {
        public let path: String
        public let interval: TimeSpan
        public let timeout: TimeSpan
        /// How many good answers in a row make a target healthy, and how many bad ones unhealthy.
        public let healthy: Int
        public let unhealthy: Int
        /// Status codes that count as well: `200`, `200-299`.
        public let codes: String

        public static func http(
            _ path: String, every interval: TimeSpan = .seconds(30), timeout: TimeSpan = .seconds(5), healthy: Int = 2,
            unhealthy: Int = 3, codes: String = "200"
        ) -> HealthCheck {
            HealthCheck(
                path: path, interval: interval, timeout: timeout, healthy: healthy, unhealthy: unhealthy, codes: codes)
        }

        func check(of name: Name) -> [Diagnostic] {
            let numbers: [(String, Int, ClosedRange<Int>)] = [
                ("the seconds between health checks", interval.inSeconds, 5...300),
                ("the timeout of health checks in seconds", timeout.inSeconds, 2...120),
                ("the number of good answers that make a target healthy", healthy, 2...10),
                ("the number of bad answers that make a target unhealthy", unhealthy, 2...10),
            ]
            var problems = numbers.filter { !$0.2.contains($0.1) }.map { Diagnostic.outOfRange($0, of: name, $1, $2) }
            if timeout >= interval { problems.append(.healthCheckTimeout(name, timeout, interval)) }
            if !path.hasPrefix("/") { problems.append(.healthCheckPath(name, path)) }
            return problems
        }
    }
}

extension Diagnostic {
    static func healthCheckTimeout(_ name: Name, _ timeout: TimeSpan, _ interval: TimeSpan) -> Diagnostic {
        .error(
            "health checks of '\(name)' wait \(timeout.inSeconds) seconds and come every \(interval.inSeconds)",
            help: "A check must be over before the next one begins: make the timeout shorter.")
    }

    static func healthCheckPath(_ name: Name, _ path: String) -> Diagnostic {
        .error(
            "the health check path of '\(name)' is '\(path)'", help: "Paths begin with a slash, such as '/health'.")
    }
}
