import TerraneYAML
import Testing

/// A good document with a byte changed or its end cut off is read or refused, like any other text.
struct DamagedTextTests {
    @Test(arguments: 0..<40)
    func aDamagedDocumentIsReadOrRefused(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let text = try Emitter.emit(.random(&dice))
        for _ in 0..<50 {
            var damaged = text
            guard let index = damaged.indices.randomElement(using: &dice) else { return }
            damaged[index] = UInt8.random(in: 0...255, using: &dice)
            _ = try? Parser.parseAll(damaged)
            _ = try? Parser.parse(Array(text.prefix(index)), scalarsAsStrings: true)
        }
    }
}
