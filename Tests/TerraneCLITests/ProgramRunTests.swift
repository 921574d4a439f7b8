import Foundation
import Testing

@testable import TerraneCLI

/// Programs that do not behave.
@Suite struct ProgramRunTests {
    private func run(_ script: String, seconds: Double = 300) async -> ProgramRun.Result {
        await ProgramRun(
            program: "/bin/sh", arguments: ["-c", script], folder: "/", limit: .milliseconds(Int(seconds * 1000))
        ).result()
    }

    @Test func bothStreamsAndTheExitCodeAreHandedOver() async {
        let result = await run("echo out; echo err >&2; exit 3")
        #expect(result.ending == .exited(3))
        #expect(result.text == "out\n")
        #expect(result.complaint == "err\n")
    }

    @Test func oneThatHangsIsEndedWithAllThatItStarted() async throws {
        let scratch = try Scratch()
        let began = ContinuousClock.now
        let result = await run("sleep 300 & echo $! > \(scratch.path("pid")); wait", seconds: 0.5)
        #expect(result.ending == .tookTooLong)
        #expect(ContinuousClock.now - began < .seconds(250))
        let child = try #require(
            pid_t(String(contentsOfFile: scratch.path("pid"), encoding: .utf8).trimmingCharacters(in: .newlines)))
        #expect(isGone(child))
    }

    @Test func oneThatLeavesAChildAtItsPipesIsEndedToo() async {
        let began = ContinuousClock.now
        let result = await run("(sleep 300) & exit 0", seconds: 1)
        #expect(ContinuousClock.now - began < .seconds(250))
        #expect(result.ending == .tookTooLong || result.ending == .exited(0))
    }

    @Test func oneThatPrintsWithoutEndIsCutOff() async {
        let result = await run("yes flood")
        #expect(result.ending == .printedTooMuch)
    }

    @Test func muchOnBothStreamsIsNoDeadlock() async {
        let result = await run(
            "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789012345678901234567890123456789; "
                + "echo 0123456789012345678901234567890123456789012345678901234567890123456789 >&2; i=$((i+1)); done")
        #expect(result.ending == .exited(0))
        #expect(result.output.count == 3000 * 71)
        #expect(result.errors.count == 3000 * 71)
    }

    @Test func oneThatCrashesIsSaidToHave() async {
        #expect(await run("kill -SEGV $$").ending == .signalled(SIGSEGV))
    }

    @Test func oneThatIsNoProgramIsNotStarted() async throws {
        let scratch = try Scratch()
        try Data([0, 1, 2]).write(to: scratch.url.appendingPathComponent("tool"))
        let result = await ProgramRun(program: scratch.path("tool"), arguments: [], folder: "/", limit: .seconds(5))
            .result()
        guard case .notStarted = result.ending else {
            Issue.record("\(result.ending)")
            return
        }
    }
}

/// Whether a process ends within some seconds, or has.
func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<100 {
        if kill(process, 0) != 0 { return true }
        usleep(100_000)
    }
    return false
}
