import ArgumentParser
import TerraneCompiler
import TerraneCore

/// `explain`: all there is to know of a resource.
struct ExplainCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: "Show a resource: its Swift line, its properties in both dialects, what refers to it.")
    }

    @Argument(
        help: ArgumentHelp(
            "The resource: its name (koemo-backend/logs), Terraform address (aws_ecs_service.koemo_backend) or "
                + "CloudFormation logical ID (KoemoBackend).", valueName: "address"))
    var address: String

    @OptionGroup var selection: StackOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        let stacks = try selection.selection(from: Program.stacks)
        let compilation = await Compiler(targets: []).compile(stacks)
        let found = compilation.resources(at: address)
        let printer = ExplanationPrinter(console: speech.console)
        guard let resource = found.first else { throw unknown(in: compilation) }
        guard found.count == 1 else { throw ambiguous(found, printer) }
        let explanation = Explanation(
            of: resource.node, in: compilation, graph: resource.graph, policies: Program.policies)
        speech.console.data(speech.format == .json ? printer.json(explanation) : printer.text(explanation))
    }

    private func unknown(in compilation: Compilation) -> ValidationError {
        let nearest = compilation.nearestAddress(to: address).map { "; did you mean '\($0)'?" } ?? ""
        return ValidationError("no stack makes a resource '\(address)'\(nearest)")
    }

    private func ambiguous(_ found: [FoundResource], _ printer: ExplanationPrinter) -> ValidationError {
        let candidates = found.map { resource in
            "  \(resource.graph.stack)/\(resource.graph.environment.name)  \(resource.node.name)  "
                + printer.place(resource.node.source)
        }
        return ValidationError(
            "'\(address)' means \(found.count) resources; name the stack too:\n" + candidates.joined(separator: "\n"))
    }
}
