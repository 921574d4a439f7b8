import TerraneYAML
import Testing

struct RandomTreeTests {
    @Test(arguments: 0..<50)
    func aTreeComesBackWithItsCommentsInBetween(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<40 {
            let node = Node.random(&dice)
            for isIndented in [false, true] {
                let bytes = try Emitter.emit(node, header: "x", indentsSequences: isIndented)
                #expect(try Parser.parse(bytes) == node.unadorned)
                #expect(try Emitter.emit(node, header: "x", indentsSequences: isIndented) == bytes)
            }
        }
    }

    @Test(.enabled(if: Python.hasYAML, "python3 with PyYAML is not installed: the cross-check is left out"))
    func readersOfYAML11ReadTheSameTree() throws {
        var dice = Dice(seed: 7)
        #expect(try Python.disagreements((0..<600).map { _ in Node.random(&dice) }) == "")
    }
}
