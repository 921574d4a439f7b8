import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A run of somebody else's program, bounded in time and in what it may print.
///
/// It has a session of its own, so that nothing of it can ask at the terminal, and all that it started ends with it.
struct ProgramRun: Sendable {
    enum Ending: Hashable, Sendable {
        case exited(Int32)
        case signalled(Int32)
        case tookTooLong
        case printedTooMuch
        case notStarted(String)
    }

    struct Result: Sendable {
        let ending: Ending
        var output: [UInt8] = []
        var errors: [UInt8] = []

        var text: String { String(decoding: output, as: UTF8.self) }
        var complaint: String { String(decoding: errors, as: UTF8.self) }
    }

    let program: String
    let arguments: [String]
    let folder: String
    let limit: Duration
    /// What it reads on standard input.
    var input: [UInt8] = []
    /// A tool that has more to say than this has lost itself.
    var outputLimit = 32 << 20

    func result() async -> Result {
        let group = ProcessGroup()
        let clock = Task {
            try await Task.sleep(for: limit)
            group.end()
        }
        defer { clock.cancel() }
        do {
            return try await run(in: group)
        } catch {
            if group.finish() { return Result(ending: .tookTooLong) }
            let isFlood = (error as? SubprocessError)?.code == .outputLimitExceeded
            return Result(ending: isFlood ? .printedTooMuch : .notStarted("\(error)"))
        }
    }

    private func run(in group: ProcessGroup) async throws -> Result {
        input.isEmpty ? try await run(in: group, reading: .none) : try await run(in: group, reading: .array(input))
    }

    private func run(in group: ProcessGroup, reading input: some InputProtocol) async throws -> Result {
        var options = PlatformOptions()
        options.createSession = true
        let done = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: ProgramRun.environment,
            workingDirectory: FilePath(folder), platformOptions: options, input: input,
            output: .bytes(limit: outputLimit), error: .bytes(limit: outputLimit)
        ) { group.begin($0.processIdentifier.value) }
        let tookTooLong = group.finish()
        return Result(
            ending: tookTooLong ? .tookTooLong : Ending(done.terminationStatus), output: done.standardOutput,
            errors: done.standardError)
    }

    /// Plain text, no questions, and no news of newer versions.
    private static var environment: Environment {
        .inherit.updating([
            "NO_COLOR": "1", "TERM": "dumb", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1",
            "TF_DATA_DIR": nil, "TF_WORKSPACE": nil,
        ])
    }
}

extension ProgramRun.Ending {
    fileprivate init(_ status: TerminationStatus) {
        switch status {
        case .exited(let code): self = .exited(code)
        case .signaled(let signal): self = .signalled(signal)
        }
    }
}
