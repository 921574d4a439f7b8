import ArgumentParser
public import TerraneChecks
public import TerraneCore

/// A program of stacks. Marked `@main`, it is the command line that compiles them.
///
///     @main struct Stacks: StackProgram {
///         static var stacks: [any Stack] {
///             Koemo(environment: .production)
///             Koemo(environment: .staging)
///         }
///     }
public protocol StackProgram: SendableMetatype {
    @StacksBuilder static var stacks: [any Stack] { get }
    /// What belongs to the repository and to none of its systems: its own workflows, which go to `.github`.
    @ContentBuilder static var repository: Content { get }
    /// What the organisation asks of its stacks. `Policies.standard` unless it says otherwise.
    static var policies: [Policy] { get }
}

extension StackProgram {
    public static var repository: Content { Content() }
    public static var policies: [Policy] { Policies.standard }
}

/// Lists stacks.
@resultBuilder
public enum StacksBuilder {
    public static func buildExpression(_ stack: any Stack) -> [any Stack] { [stack] }
    public static func buildExpression(_ stacks: [any Stack]) -> [any Stack] { stacks }
    public static func buildBlock(_ stacks: [any Stack]...) -> [any Stack] { Array(stacks.joined()) }
    public static func buildOptional(_ stacks: [any Stack]?) -> [any Stack] { stacks ?? [] }
    public static func buildEither(first stacks: [any Stack]) -> [any Stack] { stacks }
    public static func buildEither(second stacks: [any Stack]) -> [any Stack] { stacks }
    public static func buildArray(_ stacks: [[any Stack]]) -> [any Stack] { Array(stacks.joined()) }
}

extension StackProgram {
    /// Runs the command that the arguments name, and ends the process with its exit code.
    public static func main() async {
        ProcessSignals.prepare()
        await RootCommand<Self>.main()
    }
}

/// The command line of a program of stacks.
struct RootCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: ProcessSignals.programName,
            abstract: "Compiles infrastructure written in Swift to Terraform, CloudFormation, ECS and GitHub Actions.",
            version: TerraneRelease.version,
            subcommands: [
                ListCommand<Program>.self, SynthCommand<Program>.self, CheckCommand<Program>.self,
                DiffCommand<Program>.self, ValidateCommand<Program>.self, ExplainCommand<Program>.self,
                GraphCommand<Program>.self, ReportCommand<Program>.self,
            ])
    }
}
