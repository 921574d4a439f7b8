import Foundation

/// libxml2's own checker, run as a program of its own.
enum XMLLint {
    static let isInstalled = (try? complaints(Array("<a/>".utf8))) == ""

    /// Nothing, if the text is well-formed.
    static func complaints(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString).xml")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xmllint", "--nonet", "--noout", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? text : "xmllint ended with \(process.terminationStatus): \(text)"
    }
}
