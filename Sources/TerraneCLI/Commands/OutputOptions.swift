import ArgumentParser
import Foundation

/// Where files go and how a command speaks.
struct OutputOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The output folder. By default golden/ beside the nearest Package.swift.")
    var output: String?

    @OptionGroup var speech: SpeechOptions

    /// Where the repository's own files go, seen from the output folder: beside `golden/`, or into the folder that was named.
    var repositoryPlace: String { output == nil ? "../.github" : ".github" }

    var repositoryFolder: URL { folder.appendingPathComponent(repositoryPlace, isDirectory: true).standardizedFileURL }

    /// The output folder; without the option the package's `golden`, wherever below the package one stands.
    var folder: URL { OutputOptions.folder(output) }

    static func folder(_ output: String?) -> URL {
        if let output { return URL(fileURLWithPath: output, isDirectory: true) }
        return PackageRoot.url.appendingPathComponent("golden", isDirectory: true)
    }
}

/// How a command speaks.
struct SpeechOptions: ParsableArguments {
    @Option(
        help: "How to write what was found: text, json, github (annotations of a workflow), sarif (2.1.0) or junit.")
    var format: OutputFormat = .text

    @Option(help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color: ColorChoice = .auto

    var console: Console { Console(format: format, color: color) }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif, junit

    /// Whether a run says everything in one document, at its end.
    var isDocument: Bool { self == .json || self == .sarif || self == .junit }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether what goes to a stream is coloured.
    func isColoured(_ stream: Console.Stream) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty && isatty(stream.descriptor) == 1
        }
    }
}
