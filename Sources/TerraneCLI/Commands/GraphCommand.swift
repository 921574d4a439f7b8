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

    @Option(help: "svg, mermaid, dot (Graphviz) or drawio.")
    var format: PictureFormat = .svg

    func run() async throws {
        let chosen = try selection.selection(from: Program.stacks)
        let console = Console(format: .text, color: .auto)
        let compilation = await Compiler(targets: [], policies: Program.policies).compile(chosen)
        guard let graph = compilation.graphs.first, compilation.graphs.count == 1 else {
            throw ValidationError("\(compilation.graphs.count) stacks are meant; name one of them: koemo/production")
        }
        console.data(bytes: Picture(of: graph).printed(as: format))
    }
}

extension PictureFormat: ExpressibleByArgument {}
