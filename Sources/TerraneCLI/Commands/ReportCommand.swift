import ArgumentParser
import Foundation
import TerraneCompiler
import TerraneCore

/// `report`: a page about each system, for people.
struct ReportCommand<Program: StackProgram>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report", abstract: "Write an HTML page about each system.",
            discussion:
                "A page tells of every environment that was asked for, needs nothing beside it, and can be read "
                + "without scripts; several get an index. Nothing is written when a stack has an error. A run for the "
                + "whole program removes pages that an earlier one wrote and that are not wanted any more.")
    }

    @OptionGroup var selection: StackOptions

    @Option(name: .shortAndLong, help: "The output folder. By default .build/report beside the nearest Package.swift.")
    var output: String?

    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        let console = speech.console
        let stacks = try selection.selection(from: Program.stacks)
        let (compilation, _) = try await console.compile(stacks, of: Program.self, selection)
        let places = SourceIndex().places(in: compilation.graphs)
        let pages = try compileReports(of: compilation.graphs, policies: Program.policies) { source in
            "\(places[source.file] ?? source.file):\(source.line)"
        }
        let changes = try console.reportingFileProblems(after: compilation.diagnostics) {
            try OutputFolder(root: folder).write(pages, within: selection.isEverything ? .everything : .nothing)
        }
        console.show(changes, of: folder, compilation.diagnostics)
    }

    private var folder: URL {
        if let output { return URL(fileURLWithPath: output, isDirectory: true) }
        return PackageRoot.url.appendingPathComponent(".build/report", isDirectory: true)
    }
}
