import Foundation

/// The `terraform` on this machine, the judge of what is canonical.
enum Terraform {
    static let path: String? = ProcessInfo.processInfo.environment["PATH"]?
        .split(separator: ":").map { "\($0)/terraform" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    struct Result {
        var output: [UInt8]
        var errors: String
        var status: Int32
    }

    /// What `terraform fmt -` makes of `source`.
    static func format(_ source: [UInt8]) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "input")
        try Data(source).write(to: input)
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = ["fmt", "-no-color", "-"]
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: input)
        let outputURL = folder.appending(path: "output")
        let errorsURL = folder.appending(path: "errors")
        try Data().write(to: outputURL)
        try Data().write(to: errorsURL)
        process.standardOutput = try FileHandle(forWritingTo: outputURL)
        process.standardError = try FileHandle(forWritingTo: errorsURL)
        try process.run()
        process.waitUntilExit()
        let output = try Data(contentsOf: outputURL)
        let errors = String(decoding: try Data(contentsOf: errorsURL), as: UTF8.self)
        return Result(output: Array(output), errors: errors, status: process.terminationStatus)
    }
}
