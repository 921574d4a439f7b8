public import ArgumentParser
public import TerraneCompiler
import TerraneCore

/// Which stacks and targets a command is about.
struct StackOptions: ParsableArguments {
    @Argument(help: "Stacks by name or glob: koemo, koemo/staging, '*/production'. All of them by default.")
    var stacks: [String] = []

    @Option(name: .shortAndLong, help: "Only this environment.")
    var environment: String?

    @Option(name: .shortAndLong, help: "Only this target. Can be given more than once.")
    var target: [Target] = []

    var targets: Set<Target> { target.isEmpty ? Set(Target.allCases) : Set(target) }

    /// Whether every stack was asked for.
    var isEverything: Bool { stacks.isEmpty && environment == nil }

    /// Whether all there is was asked for, which includes what belongs to no stack.
    var includesRepository: Bool { isEverything && targets.contains(.github) }

    /// The stacks that were asked for; asking for none there is, is a mistake.
    func selection(from all: [any Stack]) throws -> [any Stack] {
        for pattern in stacks where !all.contains(where: { matches($0, pattern) }) {
            throw ValidationError("no stack matches '\(pattern)'; there are \(StackOptions.names(of: all))")
        }
        let selected = all.filter { stack in
            (stacks.isEmpty || stacks.contains { matches(stack, $0) })
                && (environment == nil || stack.environment.name == environment)
        }
        if selected.isEmpty, let environment {
            throw ValidationError(
                "no stack is for the environment '\(environment)'; there are \(StackOptions.names(of: all))")
        }
        return selected
    }

    private func matches(_ stack: any Stack, _ pattern: String) -> Bool {
        let whole = pattern.contains("/") ? pattern : pattern + "/*"
        return Glob(whole).matches("\(stack.name)/\(stack.environment.name)")
    }

    private static func names(of all: [any Stack]) -> String {
        all.map { "\($0.name)/\($0.environment.name)" }.joined(separator: ", ")
    }
}

extension Target: ExpressibleByArgument {}
