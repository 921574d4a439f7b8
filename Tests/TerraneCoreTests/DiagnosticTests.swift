import TerraneCore
import Testing

@Suite struct DiagnosticTests {
    @Test func theWorstComesFirstAndNothingTwice() {
        let here = SourceLocation(file: "a/A.swift", line: 9)
        let there = SourceLocation(file: "a/A.swift", line: 3)
        let found: [Diagnostic] = [
            .warning("w", at: there), .error("late", at: here), .error("early", at: there), .error("early", at: there),
            .error("nowhere"),
        ]
        #expect(found.sortedForPeople().map(\.summary) == ["early", "late", "nowhere", "w"])
    }

    @Test func aSlipOfTheHandIsRecognised() {
        #expect(
            Suggestion.nearest(to: "koemo-sesions", among: ["koemo-backend", "koemo-sessions"]) == "koemo-sessions")
        #expect(Suggestion.nearest(to: "xyz", among: ["koemo-backend"]) == nil)
        #expect(Suggestion.nearest(to: "visibility_timeout", among: []) == nil)
    }

    @Test func aNameOfWhichAPartIsLeftOutOrAddedIsNearToo() {
        let known = ["visibility_timeout_seconds", "delay_seconds", "name"]
        #expect(Suggestion.nearest(to: "visibility_timeout", among: known) == "visibility_timeout_seconds")
        #expect(Suggestion.nearest(to: "queue_name", among: known) == "name")
        #expect(Suggestion.nearest(to: "sec", among: known) == nil)
    }
}
