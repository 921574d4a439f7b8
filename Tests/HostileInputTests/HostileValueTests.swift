import TerraneCompiler
import TerraneCore
import Testing

@testable import HostileStacks

/// Whatever a text holds, each file that has it reads back as the same text: with the seeds of these tests, some 20,000 times.
@Suite struct HostileValueTests {
    /// How many texts a seed makes; each stands in some thirty places.
    static let textsOfASeed = 75

    @Test(arguments: UInt64(1)...10)
    func everyTextComesBackFromEveryPlace(seed: UInt64) async {
        var texts = HostileTexts(seed: seed)
        await check(HostileStacks.stacks(of: texts.sayable(HostileValueTests.textsOfASeed)), seed)
    }

    /// What is not taken as it is, is refused with a place; and some texts are taken everywhere.
    @Test(arguments: UInt64(1)...3)
    func aTextThatAWSMayNotTakeComesBackOrIsRefused(seed: UInt64) async {
        var texts = HostileTexts(seed: seed)
        await check(HostileStacks.fields(of: texts.sayable(12)), seed)
    }

    @Test func everyPlaceTakesAWord() async {
        for stack in HostileStacks.fields(of: ["Read"]) {
            let errors = await Compiler().compile([stack]).diagnostics.filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(stack.name): \(errors.map(\.summary))")
        }
        await check(HostileStacks.fields(of: ["Read"]), 0)
    }

    @Test func aTextOfAHundredKilobytesComesBackToo() async {
        var texts = HostileTexts(seed: 100)
        await check(HostileStacks.long(&texts), 100)
    }

    /// Each bit by itself, and before and behind a letter.
    @Test func everyBitComesBackFromEveryPlace() async {
        let texts = HostileTexts.bits.flatMap { [$0, "a" + $0, $0 + "a"] }.filter { !$0.mustBeRefused }
        await check(HostileStacks.stacks(of: texts), 0)
    }

    private func check(_ stacks: [any HostileStack], _ seed: UInt64) async {
        for stack in stacks {
            let compilation = await Compiler().compile([stack])
            let errors = compilation.diagnostics.filter { $0.severity == .error }
            let isFine = errors.isEmpty || (stack.mayBeRefused && errors.allSatisfy { $0.location != nil })
            #expect(isFine, "seed \(seed), \(stack.name): \(errors.map(\.summary))")
            if !errors.isEmpty { continue }
            for document in compilation.artifacts where document.path.hasSuffix("/graph.json") {
                let graph = try? readGraphDocument(document.contents)
                #expect(
                    graph.map { lowerToGraphDocument($0).drafts.map(\.artifact) } == [document],
                    "seed \(seed), \(stack.name)")
            }
            let output = HostileOutput(compilation.artifacts)
            let problems = stack.expected.compactMap { output.problem(with: $0) }
            #expect(
                problems.isEmpty,
                "seed \(seed), \(stack.name): \(problems.count) of \(stack.expected.count): \(problems.prefix(3))")
        }
    }
}
