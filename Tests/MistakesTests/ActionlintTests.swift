import Foundation
import Terrane
import TerraneCompiler
import Testing

/// A judge whom we did not write agrees: where `actionlint` is installed (`make proofs` installs it) it finds nothing in the legal
/// twins of workflows, and refuses the bad ones that it can see.
@Suite(.enabled(if: Actionlint.isInstalled)) struct ActionlintTests {
    /// Rules about what actionlint does not know.
    private static let unseen: Set<String> = [
        // Actions stand at commits, of which it does not know the inputs.
        "unknown-input", "missing-input", "deprecated-input",
        // The file of the workflow that is called is not beside the caller's.
        "argument-of-another-kind", "missing-argument", "group-held-by-caller",
        // What the runs and their tokens may do.
        "artifact-not-ready", "artifact-of-variations", "checkout-of-stranger", "container-without-linux",
        "group-held-by-run", "missing-permission", "probably-missing-permission", "static-keys",
        "timeout-beyond-runner",
        // GitHub's own limits, names and empty values; '?' in a schedule.
        "environment-name", "expression-too-long", "malformed-cron", "malformed-secret", "matrix-too-large",
        "only-exceptions", "payload-of-other-event", "unknown-variable", "variable-of-runner", "variable-of-same-map",
    ]

    private static let written = Mistake.all.filter { $0.stage == .workflow }

    @Test func theLegalTwinsAreLegal() throws {
        let found = try Actionlint.findings(in: Self.written.map(\.legal))
        for (mistake, lines) in zip(Self.written, found) { #expect(lines.isEmpty, "\(mistake.rule): \(lines)") }
    }

    @Test func theBadTwinsThatItCanSeeAreNot() throws {
        let seen = Self.written.filter { !Self.unseen.contains($0.rule) }
        for (mistake, lines) in zip(seen, try Actionlint.findings(in: seen.map(\.bad))) {
            #expect(!lines.isEmpty, "\(mistake.rule)")
        }
    }
}

/// The tool that the proofs pin.
private enum Actionlint {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../.build/proofs/venv/bin/actionlint").standardizedFileURL.path

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// What it says about the workflow of each stack.
    static func findings(in stacks: [any Stack]) throws -> [[Substring]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, stack) in stacks.enumerated() {
            for case let workflow as Workflow in stack.body.entries.map(\.element) {
                let printed = workflow.printed(headedBy: "") { $0.text }
                try Data(printed.bytes).write(to: folder.appendingPathComponent("\(number).yml"))
            }
        }
        let lines = try run(in: folder, stacks.indices.map { "\($0).yml" })
        return stacks.indices.map { number in lines.filter { $0.hasPrefix("\(number).yml:") } }
    }

    private static func run(in folder: URL, _ files: [String]) throws -> [Substring] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-oneline", "-no-color", "-shellcheck=", "-pyflakes="] + files
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n")
    }
}
