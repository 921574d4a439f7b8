import Foundation

/// A built program of this package, run as a user runs it.
struct Program {
    let executable: URL

    /// Beside the tests, which were built with it.
    init(name: String) {
        executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
            name)
    }

    /// A program of the system.
    init(at executable: URL) {
        self.executable = executable
    }

    var path: String { executable.path }

    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    static let stacks = Program(name: "stacks")
    static let mistaken = Program(name: "MistakenStacks")

    /// The folder of the package: two above this file's.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    func run(
        _ arguments: String..., in folder: URL = Program.package, environment: [String: String] = [:]
    ) throws -> Result {
        try run(arguments, in: folder, environment: environment)
    }

    func run(
        _ arguments: [String], in folder: URL = Program.package, environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let scratch = try Scratch()
        let (output, errors) = (scratch.url.appendingPathComponent("out"), scratch.url.appendingPathComponent("err"))
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}

/// A folder that is gone when the test is over.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "terrane-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Every file below a folder, with its bytes.
    static func contents(of folder: String) -> [String: Data] {
        var files: [String: Data] = [:]
        let paths = FileManager.default.enumerator(atPath: folder)
        while let path = paths?.nextObject() as? String {
            if let data = FileManager.default.contents(atPath: folder + "/" + path) { files[path] = data }
        }
        return files
    }
}
