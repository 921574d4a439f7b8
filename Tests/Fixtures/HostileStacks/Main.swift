import Foundation
import Terrane
import TerraneCLI
import TerraneCompiler

/// Writes hostile stacks, and beside them what other tools must find in the output.
///
///     HostileStacks FOLDER COUNT SEED
@main struct HostileStacks {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let folder = arguments.first, let count = Int(arguments[2]),
            let seed = UInt64(arguments[3])
        else { fail("usage: HostileStacks FOLDER COUNT SEED") }
        var texts = HostileTexts(seed: seed)
        let batches = stacks(of: texts.sayable(count)) + long(&texts) + fields(of: texts.sayable(count / 10))
        let compiled = await compile(batches)
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        _ = try OutputFolder(root: root.appendingPathComponent("out", isDirectory: true))
            .write(compiled.flatMap(\.artifacts), within: .everything)
        try write(compiled.flatMap(\.stack.expected), to: root.appendingPathComponent("expected.json"))
        try write(
            await verdicts(on: (0..<count).map { _ in texts.text() }), to: root.appendingPathComponent("verdicts.json"))
    }

    /// Every kind of stack, with so few texts each that no quota is met.
    static func stacks(of texts: [String], batch: Int = 25) -> [any HostileStack] {
        stride(from: 0, to: texts.count, by: batch).flatMap { start -> [any HostileStack] in
            let some = Array(texts[start..<min(start + batch, texts.count)])
            return [
                HostileValues(name: "values-b\(start)", texts: some),
                HostileContainers(name: "containers-b\(start)", texts: some),
                HostileDocuments(name: "documents-b\(start)", texts: some),
                HostileWorkflow(name: "workflow-b\(start)", texts: some),
                HostileCloud(name: "cloud-b\(start)", texts: some),
            ]
        }
    }

    /// One stack for each text and each place that does not take them all.
    static func fields(of texts: [String]) -> [any HostileStack] {
        texts.enumerated().flatMap { number, text -> [any HostileStack] in
            HostileField.Place.allCases.map { HostileField(place: $0, text: text, number: number) }
                + [true, false].map {
                    HostileRevision(name: "revision-\($0)-\(number)", text: text, isContainer: $0)
                }
        }
    }

    /// 100 kB, which is too long for a template with many of them, and for an expression of GitHub's.
    static func long(_ texts: inout HostileTexts) -> [any HostileStack] {
        let text = texts.long(100_000)
        return [
            // ECS takes 64 KiB of containers, and this one says its text twice.
            HostileContainers(name: "containers-long", texts: [texts.long(10_000)]),
            HostileDocuments(name: "documents-long", texts: [text]),
            HostileWorkflow(name: "workflow-long", texts: [text.replacing(bytes: "${{", with: "_")]),
        ]
    }

    /// Every stack that is not refused, and what becomes of it.
    private static func compile(
        _ stacks: [any HostileStack]
    ) async -> [(stack: any HostileStack, artifacts: [Artifact])] {
        var compiled: [(stack: any HostileStack, artifacts: [Artifact])] = []
        for stack in stacks {
            let compilation = await Compiler().compile([stack])
            let errors = compilation.diagnostics.filter { $0.severity == .error }
            if errors.isEmpty {
                compiled.append((stack, compilation.artifacts))
            } else if !stack.mayBeRefused || errors.contains(where: { $0.location == nil }) {
                fail("\(stack.name): \(errors[0].summary)")
            }
        }
        return compiled
    }

    /// What the compiler says to a text in a resource.
    private struct Verdict: Encodable {
        let text: String
        let isRefused: Bool
        let hasPlace: Bool
    }

    private static func verdicts(on texts: [String]) async -> [Verdict] {
        var verdicts: [Verdict] = []
        for text in texts {
            let found = await Compiler(targets: [.terraform]).compile([HostileValues(name: "verdict", texts: [text])])
                .diagnostics.filter { $0.severity == .error }
            verdicts.append(
                Verdict(text: text, isRefused: !found.isEmpty, hasPlace: found.contains { $0.location != nil }))
        }
        return verdicts
    }

    private static func write(_ value: some Encodable, to file: URL) throws {
        try JSONEncoder().encode(value).write(to: file)
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
