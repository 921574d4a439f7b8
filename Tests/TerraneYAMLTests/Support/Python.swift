import Foundation
import TerraneYAML

/// PyYAML, a reader of YAML 1.1 that has nothing in common with libyaml.
enum Python {
    static let hasYAML = (try? run("import yaml", Data()))?.status == 0

    /// What PyYAML reads otherwise than it was written: nothing, if all is well. One process for all cases.
    static func disagreements(_ nodes: [Node]) throws -> String {
        let cases = try nodes.map { node -> [Any] in
            [String(decoding: try Emitter.emit(node, indentsSequences: true), as: UTF8.self), described(node)]
        }
        let result = try run(comparison, try JSONSerialization.data(withJSONObject: cases))
        return result.status == 0 ? result.output : "python3 ended with \(result.status): \(result.output)"
    }

    private static func described(_ node: Node) -> [Any] {
        switch node.content {
        case .scalar(.null): ["null"]
        case .scalar(.boolean(let flag)): ["bool", flag ? "True" : "False"]
        case .scalar(.integer(let number)): ["int", String(number)]
        case .scalar(.number(let number)): ["float", number.isNaN ? "nan" : String(number.bitPattern)]
        case .scalar(.string(let text)): ["str", text]
        case .sequence(let items): ["list", items.map { described($0) }]
        case .mapping(let pairs): ["dict", pairs.map { [described($0.key), described($0.value)] }]
        }
    }

    private static let comparison = """
        import json, struct, sys, yaml
        def described(value):
            if value is None: return ["null"]
            if isinstance(value, bool): return ["bool", str(value)]
            if isinstance(value, int): return ["int", str(value)]
            if isinstance(value, float):
                bits = struct.unpack("<Q", struct.pack("<d", value))[0]
                return ["float", "nan" if value != value else str(bits)]
            if isinstance(value, str): return ["str", value]
            if isinstance(value, list): return ["list", [described(item) for item in value]]
            if isinstance(value, dict): return ["dict", [[described(k), described(v)] for k, v in value.items()]]
            return [type(value).__name__, str(value)]
        for text, wanted in json.load(sys.stdin.buffer):
            try:
                found = described(yaml.load(text, yaml.SafeLoader))
            except Exception as error:
                found = str(error)
            if found != wanted: print(ascii(text), "is read as", ascii(found), "instead of", ascii(wanted))
        """

    private static func run(_ program: String, _ input: Data) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString).json")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
