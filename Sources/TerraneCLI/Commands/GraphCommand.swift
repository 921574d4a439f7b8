public import ArgumentParser
public import TerraneCompiler
import TerraneCore

/// `graph`: the architecture as a picture.
struct GraphCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "graph", abstract: "Draw the architecture of a stack.",
            discussion: "The picture of one stack goes to standard output; name the stack and its environment. "
                + "`synth --target diagram` writes the pictures of all of them as SVG.")
    }

    @OptionGroup var selection: StackOptions
    @OptionGroup var revisions: RevisionOptions

    @Option(help: "svg, mermaid, dot (Graphviz) or drawio.")
    var format: PictureFormat = .svg

    @Flag(help: "Colour what a change touches, and show what it removes: the same revisions as of diff.")
    var diff = false

    func run() async throws {
        let console = Console(format: .text, color: .auto)
        let stacks = try selection.selection(from: Program.stacks)
        guard let stack = stacks.first, stacks.count == 1 else {
            throw ValidationError("\(stacks.count) stacks are meant; name one of them: koemo/production")
        }
        do {
            console.data(bytes: try await picture(of: stack, console).printed(as: format))
        } catch let problem as FileProblem {
            DiagnosticPrinter(console).show([.error(problem.summary, help: problem.help, rule: "revision")])
            throw ExitCode(1)
        }
    }

    private func picture(of stack: any Stack, _ console: Console) async throws -> Picture {
        let (name, environment) = (stack.name.dashed, stack.environment.name)
        func isMeant(_ other: String, _ otherEnvironment: String) -> Bool {
            other == name && otherEnvironment == environment
        }
        let recorded = try await revisions.newer
        let found =
            if let recorded { try await recorded.graphs(where: isMeant).first } else {
                try await compiled(stack, console)
            }
        guard let newer = found else {
            throw ValidationError("the stack \(name)/\(environment) is not in that revision")
        }
        guard diff else { return Picture(of: newer) }
        let tree = try await revisions.older
        guard let older = try await tree.graphs(where: isMeant).first else {
            return Picture(of: newer, changedFrom: nil, by: compareAdded(newer))
        }
        return Picture(of: newer, changedFrom: older, by: compare(older, newer))
    }

    /// What the stack is now.
    private func compiled(_ stack: any Stack, _ console: Console) async throws -> ResourceGraph? {
        let compilation = await Compiler(targets: [], policies: Program.policies).compile([stack])
        guard !compilation.diagnostics.hasErrors else {
            DiagnosticPrinter(console).show(compilation.diagnostics)
            throw ExitCode(1)
        }
        return compilation.graphs.first
    }
}

extension PictureFormat: ExpressibleByArgument {}
