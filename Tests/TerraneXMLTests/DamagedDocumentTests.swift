import TerraneXML
import Testing

/// A good document with a byte changed or its end cut off is read or refused, like any other text.
struct DamagedDocumentTests {
    @Test(arguments: 0..<40)
    func aDamagedDocumentIsReadOrRefused(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let type = Document.DocumentType("a", publicID: "-//A//B//EN", systemID: "http://example.com/a.dtd")
        let text = try Document(.random(&dice), type: type, comment: "head").serialized()
        for _ in 0..<50 {
            var damaged = text
            guard let index = damaged.indices.randomElement(using: &dice) else { return }
            damaged[index] = UInt8.random(in: 0...255, using: &dice)
            _ = try? Document.parse(damaged)
            _ = try? PropertyList.parse(Array(text.prefix(index)))
        }
    }
}
