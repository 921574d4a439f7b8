import Foundation

/// Runs Bash.
enum Shell {
    struct Result {
        let status: Int32
        let output: Data
        let errors: Data

        var text: String { String(decoding: output, as: UTF8.self) }
        var messages: String { String(decoding: errors, as: UTF8.self) }
    }

    static func run(_ script: String) throws -> Result {
        try run("/bin/bash", ["-c", script], environment: ProcessInfo.processInfo.environment)
    }

    static func run(_ program: String, _ arguments: [String], environment: [String: String]) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-shell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["out", "err"].map { folder.appendingPathComponent($0) }
        for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try Data(contentsOf: files[0]),
            errors: try Data(contentsOf: files[1]))
    }
}
