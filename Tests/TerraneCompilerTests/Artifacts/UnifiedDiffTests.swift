import Testing

@testable import TerraneCompiler

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).lines.joined(separator: "\n")
    }

    @Test func equalTextsHaveNoDifference() {
        #expect(diff("a\nb\n", "a\nb\n").isEmpty)
        #expect(diff("", "").isEmpty)
    }

    @Test func aChangedLineHasThreeLinesAroundIt() {
        let old = (1...9).map { "\($0)\n" }.joined()
        #expect(
            diff(old, old.replacing("5", with: "five")) == """
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """)
    }

    @Test func changesFarApartAreHunksOfTheirOwn() {
        let old = (10...40).map { "\($0)\n" }.joined()
        let result = diff(old, old.replacing("12\n", with: "").replacing("38\n", with: "38\nnew\n"))
        #expect(
            result.split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,6 +1,5 @@", "@@ -27,5 +26,6 @@"])
    }

    @Test func aNewFileIsAllAdditions() {
        #expect(diff("", "a\nb\n") == "@@ -0,0 +1,2 @@\n+a\n+b")
        #expect(diff("a\n", "") == "@@ -1,1 +0,0 @@\n-a")
    }

    @Test func aMissingLastNewlineIsShown() {
        #expect(diff("a\nb", "a\nb\n") == "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b")
        #expect(diff("a\n\n", "a\n") == "@@ -1,2 +1,1 @@\n a\n-")
        #expect(diff("", "\n") == "@@ -0,0 +1,1 @@\n+")
    }

    @Test func textsThatDifferEverywhereAreReplaced() {
        let old = (0..<3000).map { "old \($0)\n" }.joined()
        let new = (0..<3000).map { "new \($0)\n" }.joined()
        let diff = UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8))
        #expect(diff.lines.count == 6001)
        #expect(diff.bounded(to: 10).rest == 5991)
    }

    /// Applying the edits to the old text gives the new one, whatever the texts.
    @Test func theEditsLeadFromOneTextToTheOther() {
        var random = SplitMix(state: 7)
        for _ in 0..<500 {
            let old = (0..<Int(random.next() % 30)).map { _ in Int(random.next() % 4) }
            let new = (0..<Int(random.next() % 30)).map { _ in Int(random.next() % 4) }
            var rebuilt: [Int] = []
            for edit in LineChanges(from: old, to: new).edits {
                switch edit {
                case .keep(let line): rebuilt.append(old[line])
                case .add(let line): rebuilt.append(new[line])
                case .remove: break
                }
            }
            #expect(rebuilt == new)
        }
    }
}

/// A seeded source of random numbers, the same on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
