import Foundation
import TerraneYAML
import Testing

/// Strings that some reader of YAML takes for something else.
private let awkward: [String] = [
    "", " ", "~", "null", "Null", "true", "false", "yes", "Yes", "no", "on", "off", "y", "n", "Y", "N", "012", "0o14", "0x1f",
    "0b11", "1e3", "1_000", ".5", "5.", "-1", "+1", ".inf", "-.inf", ".nan", "2024-01-01", "2024-01-01T10:00:00Z",
    "2024-01-01 10:00:00", "12:30", "12:30:45", "190:20:30", "<<", "=", "-", "- a", "? x", ": x", "x:", "a: b", "#x", "a #b", "&a", "*a",
    "!t", "|", ">", "%x", "@x", "`x", "'x'", "\"x\"", "{a}", "[a]", "a, b", ",", " leading", "trailing ", "tab\tinside", "\ttab",
    "bell\u{7}", "nul\u{0}", "del\u{7F}", "nel\u{85}", "line\u{2028}separator", "\u{2029}", "\u{FEFF}bom", "cr\rlf", "crlf\r\n", "é",
    "日本語", "🙂", "a\nb", "a\nb\n", "a\n\nb\n\n", "\na", "\n", "\n\n", "  indented\nmore", "trailing space \nb", "a\n  b\n", "---",
    "...", "--- a", "#!/bin/sh\nset -e\n", "${{ github.sha }}", "a\\b", "don't", "\\n",
]

@Suite struct AwkwardStringTests {
    @Test(arguments: awkward) func aStringComesBackAsItself(text: String) throws {
        let node: Node = ["key": .string(text), "list": [.string(text)]]
        #expect(try Parser.parse(Emitter.emit(node)) == node)
    }

    @Test(arguments: awkward) func aKeyComesBackAsItself(text: String) throws {
        let node = Node.mapping([Node.Pair(.string(text), 1)])
        #expect(try Parser.parse(Emitter.emit(node)) == node)
    }

    /// PyYAML reads YAML 1.1, in which far more bare words are no strings.
    @Test(.enabled(if: Python.hasYAML, "python3 with PyYAML is not here to read the strings"))
    func anotherReaderTakesThemForStringsToo() throws {
        let node = Node.mapping([Node.Pair("values", .sequence(awkward.map { .string($0) }))])
        let script = "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer.read().decode())['values']))"
        let output = try Python.run(script, input: Emitter.emit(node))
        let values = try JSONDecoder().decode([String].self, from: output)
        #expect(values == awkward)
    }

    @Test func aScriptIsALiteralBlock() throws {
        let node: Node = ["run": "set -e\necho \"$HOME: yes\"\n\nexit 0\n"]
        #expect(
            String(decoding: try Emitter.emit(node), as: UTF8.self) == """
                run: |
                  set -e
                  echo "$HOME: yes"

                  exit 0

                """)
    }

    @Test func theQuietestSafeStyleIsTaken() throws {
        let node: Node = ["name": "Build and test", "on": "push", "version": "22", "flag": true, "count": 3, "none": "null"]
        #expect(
            String(decoding: try Emitter.emit(node), as: UTF8.self) == """
                name: Build and test
                'on': push
                version: '22'
                flag: true
                count: 3
                none: 'null'

                """)
    }
}

/// Python as another reader of what is written.
enum Python {
    static let hasYAML = (try? run("import yaml", input: [])) != nil

    struct Failure: Error {}

    static func run(_ script: String, input: [UInt8]) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString)")
        try Data(input).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.standardInput = try FileHandle(forReadingFrom: folder)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return data
    }
}
