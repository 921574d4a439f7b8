import Foundation
import Testing

/// What must not compile does not, and its legal twin does.
@Suite struct CompilationTests {
    /// Type-checks a snippet against the modules built with the tests, warnings being errors as in every target.
    private func check(_ snippet: String) throws -> (compiles: Bool, messages: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("Snippet.swift")
        try Data(("import TerraneCore\n" + snippet).utf8).write(to: source)
        let modules = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("Modules")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-I", modules.path, source.path,
        ]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus == 0, String(decoding: output, as: UTF8.self))
    }

    private static let prelude = """
        enum BucketName: TextSubject {}
        let address: Value<Host> = "example.com"
        let size = Parameter<Int>("size")

        """

    @Test(arguments: [
        ("let text: String = \"\\(address)\"", "a Value cannot become a String"),
        ("let text: String = \"\\(size)\"", "a Parameter cannot become a String"),
        (
            "let name: Value<BucketName> = address",
            "cannot assign value of type 'Value<Host>' to type 'Value<BucketName>'"
        ),
        ("let arn: Value<ARN> = 3", "requires the types 'ARN' and 'Int' be equivalent"),
    ])
    func theWrongFormDoesNotCompile(snippet: String, message: String) throws {
        let result = try check(CompilationTests.prelude + snippet)
        #expect(!result.compiles)
        #expect(result.messages.contains(message), "\(result.messages)")
    }

    @Test func theRightFormsCompile() throws {
        let result = try check(
            CompilationTests.prelude + """
                let text: Value<String> = "\\(address):\\(size)"
                let name: Value<BucketName> = address.as()
                let arn: Value<ARN> = "arn:aws:s3:::a"
                """)
        #expect(result.compiles, "\(result.messages)")
    }
}
