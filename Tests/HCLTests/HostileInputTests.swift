import Testing

@testable import HCL

/// Whatever the bytes, the parser comes back with a tree that prints, and the print parses.
@Suite struct HostileInputTests {
    private func survives(_ source: [UInt8]) {
        let (body, diagnostics) = Parser.parse(source)
        let printed = Printer.print(body)
        guard diagnostics.isEmpty else { return }
        let again = Parser.parse(printed)
        #expect(again.diagnostics.isEmpty, "\(String(decoding: source, as: UTF8.self))\n---\n\(String(decoding: printed, as: UTF8.self))\n\(again.diagnostics)")
        #expect(again.body == body, "\(String(decoding: source, as: UTF8.self))\n---\n\(String(decoding: printed, as: UTF8.self))")
    }

    @Test func randomBytesDoNotTrap() {
        var dice = Dice(seed: 7)
        let signs = Array("{}[]()\"$%~<-EOT\n =,:.?#/*\\ab0 forinif".utf8)
        for _ in 0..<treeCount * 5 {
            survives(dice.list(upTo: 60) { $0.chance(90) ? $0.pick(signs) : UInt8(truncatingIfNeeded: $0.next()) })
        }
    }

    @Test func mutatedFilesDoNotTrap() {
        var dice = Dice(seed: 8)
        for seed in 0..<UInt64(treeCount) {
            var random = RandomTree(seed: seed)
            var source = Printer.print(random.file(blocks: 1))
            for _ in 0..<1 + dice.roll(3) {
                let place = dice.roll(source.count)
                switch dice.roll(3) {
                case 0: source.remove(at: place)
                case 1: source.insert(dice.pick(Array("{}[]()\"$%~\n=,".utf8)), at: place)
                default: source.swapAt(place, dice.roll(source.count))
                }
                if source.isEmpty { source = [0x0A] }
            }
            survives(source)
        }
    }

    @Test func aFileCutAnywhereDoesNotTrap() {
        var random = RandomTree(seed: 9)
        let source = Printer.print(random.file(blocks: 6))
        for length in 0...source.count { survives(Array(source[..<length])) }
    }

    @Test(arguments: ["[", "(", "{ a = ", "f(", "\"${", "a[", "!", "-", "a ? ", "[for x in ", "{ for x in ", "\"%{if ", "a + (", "<<A\n${"])
    func deepNestingIsAnErrorNotACrash(_ opening: String) {
        let source = "a = " + String(repeating: opening, count: 20_000)
        let (_, diagnostics) = Parser.parse(source)
        #expect(diagnostics.contains { $0.summary == "nested too deeply" })
    }

    @Test(arguments: [" + a", ".a", "[0]", "[*]", ".*", ".0", " ? a : a", " || a"])
    func aLongChainIsAnErrorNotACrash(_ link: String) {
        let source = "a = a" + String(repeating: link, count: 20_000)
        let (_, diagnostics) = Parser.parse(source)
        #expect(diagnostics.map(\.summary) == ["nested too deeply"])
    }

    @Test func deepBlocksAreAnErrorNotACrash() {
        let (_, diagnostics) = Parser.parse(String(repeating: "a {\n", count: 20_000))
        #expect(diagnostics.contains { $0.summary == "nested too deeply" })
    }

    @Test func bytesThatAreNotUTF8AreReported() {
        let (body, diagnostics) = Parser.parse([0x61, 0x3D, 0x22, 0xFF, 0x22])
        #expect(diagnostics.map(\.summary) == ["byte that is not UTF-8"])
        #expect(diagnostics.map(\.range.start.offset) == [3])
        #expect(body.attributes.first?.value == .string("\u{FFFD}"))
    }
}
