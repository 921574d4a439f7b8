import Foundation
import FuzzTargets
import Testing

@testable import HostileStacks

/// What the fuzzer found once, and a few thousand inputs like it: each parser keeps its promises of all of them.
@Suite struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fuzz/Corpus", isDirectory: true)

    private static func corpus(of target: FuzzTarget) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(
            at: folder.appendingPathComponent(target.name, isDirectory: true), includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
    }

    @Test(arguments: FuzzTarget.all)
    func theCorpusIsKept(_ target: FuzzTarget) throws {
        let corpus = try CorpusTests.corpus(of: target)
        #expect(!corpus.isEmpty)
        for input in corpus { #expect(target.check(input) == nil, "\(Data(input).base64EncodedString())") }
    }

    @Test(arguments: FuzzTarget.all)
    func inputsLikeItAreKept(_ target: FuzzTarget) throws {
        let corpus = try CorpusTests.corpus(of: target)
        var mutation = Mutation(seed: 1)
        for round in 0..<1_500 {
            let input = mutation.mutated(corpus[round % corpus.count], with: corpus)
            #expect(target.check(input) == nil, "\(Data(input).base64EncodedString())")
        }
    }

    @Test func everyCorpusHasItsParser() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: CorpusTests.folder.path)
        #expect(Set(names) == Set(FuzzTarget.all.map(\.name)))
    }
}

/// Changes bytes as a fuzzer does that does not see what they lead to. The same seed changes the same.
private struct Mutation {
    private var dice: Dice

    init(seed: UInt64) {
        dice = Dice(seed: seed)
    }

    mutating func mutated(_ input: [UInt8], with others: [[UInt8]]) -> [UInt8] {
        var bytes = input
        for _ in 0...dice.roll(4) {
            let place = dice.roll(bytes.count + 1)
            switch dice.roll(5) {
            case 0 where place < bytes.count: bytes.remove(at: place)
            case 1: bytes.insert(UInt8(truncatingIfNeeded: dice.next()), at: place)
            case 2: bytes.insert(contentsOf: dice.pick(HostileTexts.bits).utf8, at: place)
            case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.roll(8))
            default:
                let other = dice.pick(others)
                let start = dice.roll(other.count + 1)
                bytes.insert(contentsOf: other[start..<min(other.count, start + dice.roll(20))], at: place)
            }
        }
        return bytes
    }
}
