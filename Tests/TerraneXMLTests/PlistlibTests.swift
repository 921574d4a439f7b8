import Foundation
import TerraneXML
import Testing

/// What Python's plistlib, a reader that has nothing in common with libxml2 or Foundation, makes of our property lists.
struct PlistlibTests {
    private static let list = PropertyList.dictionary([
        .init("method", .string("app-store-connect")), .init("empty", .string("")), .init("zeta", .boolean(true)),
        .init("alpha", .boolean(false)), .init("a <&> 'n' \"o\"", .string("a < b & c\n\"d\" \t日本👍]]>")),
        .init("count", .integer(-42)), .init("share", .real(0.5)),
        .init("list", .array([.string("a"), .array([]), .dictionary([]), .integer(Int.max), .real(1e300)])),
        .init("nested", .dictionary([.init("com.example.app", .string(" Profile "))])),
    ])

    @Test(.enabled(if: Python.isInstalled, "python3 is not installed"))
    func plistlibReadsTheSameValues() throws {
        let program = "import sys, json, plistlib; print(json.dumps(plistlib.load(sys.stdin.buffer)))"
        let bytes = try PlistlibTests.list.document(comment: "Generated.").serialized()
        #expect(
            try Python.run(program, on: bytes) == """
                {"method": "app-store-connect", "empty": "", "zeta": true, "alpha": false, \
                "a <&> 'n' \\"o\\"": "a < b & c\\n\\"d\\" \\t\\u65e5\\u672c\\ud83d\\udc4d]]>", "count": -42, "share": 0.5, \
                "list": ["a", [], {}, 9223372036854775807, 1e+300], "nested": {"com.example.app": " Profile "}}

                """)
    }

    @Test(.enabled(if: Python.isInstalled, "python3 is not installed"))
    func whatPlistlibWritesIsRead() throws {
        let program = """
            import sys, plistlib
            value = {'b': [1, 2.5, True, False, ''], 'a': {'x': 'y & z'}, 'm': ' s '}
            sys.stdout.write(plistlib.dumps(value, sort_keys=False).decode())
            """
        let text = try #require(try Python.run(program, on: []))
        #expect(
            try PropertyList.parse(Array(text.utf8))
                == .dictionary([
                    .init("b", .array([.integer(1), .real(2.5), .boolean(true), .boolean(false), .string("")])),
                    .init("a", .dictionary([.init("x", .string("y & z"))])), .init("m", .string(" s ")),
                ]))
    }
}

private enum Python {
    static let isInstalled = (try? run("import plistlib; print('yes')", on: [])) == "yes\n"

    /// What the program prints, or nil if it fails.
    static func run(_ program: String, on input: [UInt8]) throws -> String? {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString).plist")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
