import TerraneCore
import Testing

/// The largest values do no harm: what is too much is for a check to refuse.
@Suite struct BoundaryTests {
    @Test func unitsStopAtTheirLimits() {
        #expect(TimeSpan.minutes(.max) == .seconds(.max))
        #expect(TimeSpan.weeks(.min) == .seconds(.min))
        #expect(TimeSpan.weeks(2) == .days(14))
        #expect(DataSize.gibibytes(.max) == .mebibytes(.max))
        #expect(DataSize.gibibytes(2) == .mebibytes(2048))
    }

    @Test func aLongWordIsNobodysSlip() {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(Suggestion.nearest(to: long, among: ["a", long + "y"]) == nil)
        #expect(Suggestion.nearest(to: "netwrok", among: ["network", long]) == "network")
    }
}
