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
        for pattern in stacks where !all.contains(where: { StackOptions.matches(StackOptions.label(of: $0), pattern) })
        {
            throw ValidationError("no stack matches '\(pattern)'; there are \(StackOptions.names(of: all))")
        }
        let selected = all.filter { stack in
            includes(stack.name.path, in: stack.environment.name)
        }
        if selected.isEmpty, let environment {
            throw ValidationError(
                "no stack is for the environment '\(environment)'; there are \(StackOptions.names(of: all))")
        }
        return selected
    }

    /// Whether a stack of that name was asked for, be there one or not.
    func includes(_ stack: String, in environment: String) -> Bool {
        (stacks.isEmpty || stacks.contains { StackOptions.matches("\(stack)/\(environment)", $0) })
            && (self.environment == nil || environment == self.environment)
    }

    private static func matches(_ label: String, _ pattern: String) -> Bool {
        Glob(pattern.contains("/") ? pattern : pattern + "/*").matches(label)
    }

    private static func names(of all: [any Stack]) -> String {
        all.map(label).joined(separator: ", ")
    }

    private static func label(of stack: any Stack) -> String { "\(stack.name)/\(stack.environment.name)" }
}

extension Target: ExpressibleByArgument {}
