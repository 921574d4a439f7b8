import Foundation
import Testing

/// What must not compile does not, each line for itself; its legal twin does.
@Suite struct WrittenMistakeTests {
    @Test func theWrongFormsDoNotCompile() throws {
        let messages = try Self.errors(in: WrittenMistake.all.map(\.bad))
        for (mistake, found) in zip(WrittenMistake.all, messages) {
            #expect(
                found.contains { $0.contains(mistake.message) }, "\(mistake.failure): \(mistake.bad): found \(found)")
        }
    }

    @Test func theRightFormsCompile() throws {
        let messages = try Self.errors(in: WrittenMistake.all.map(\.legal))
        for (mistake, found) in zip(WrittenMistake.all, messages) {
            #expect(found.isEmpty, "\(mistake.failure): \(mistake.legal): found \(found)")
        }
    }

    /// The compiler's errors, by line. Each line is the body of a function, and all of them are type-checked at once.
    private static func errors(in lines: [String]) throws -> [[String]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("Snippets.swift")
        let functions = lines.enumerated().map { "func f\($0.offset)() { \($0.element) }" }
        try Data((WrittenMistake.prelude + functions).joined(separator: "\n").utf8).write(to: source)
        let output = try typecheck(source)
        let first = WrittenMistake.prelude.count + 1
        return lines.indices.map { index in
            output.filter { $0.contains("Snippets.swift:\(first + index):") && $0.contains("error:") }.map(String.init)
        }
    }

    private static func typecheck(_ source: URL) throws -> [Substring] {
        let modules = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("Modules")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-Werror", "DeprecatedDeclaration",
            "-diagnostic-style", "llvm", "-I",
            modules.path, source.path,
        ]
        process.arguments? += try moduleMaps(beside: modules)
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n")
    }

    /// The C modules behind ours, which the Swift compiler looks for when it loads them.
    private static func moduleMaps(beside modules: URL) throws -> [String] {
        let folder = modules.deletingLastPathComponent()
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".build") }
            .map { folder.appendingPathComponent($0).appendingPathComponent("module.modulemap").path }
            .filter(FileManager.default.fileExists)
            .flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    }
}
