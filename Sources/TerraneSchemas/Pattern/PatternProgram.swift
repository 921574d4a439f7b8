/// A pattern as instructions.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// A character of the set.
        case one(Int)
        /// So many of them.
        case run(Int, ClosedRange<Int>)
        case start
        case end
        case endOfText
        case wordBoundary(Bool)
        case split(Int, Int)
        case jump(Int)
        /// The instructions up to `next` match from here, or from so many characters before.
        case look(next: Int, back: Int, isNegated: Bool)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    /// Whether it can match at the start of the text alone.
    private(set) var isAnchored = false

    /// More instructions than any pattern worth its time has.
    private static let longest = 20_000

    init?(_ node: PatternNode) {
        guard add(node) else { return nil }
        instructions.append(.match)
        if case .start? = instructions.first { isAnchored = true }
    }

    private mutating func add(_ node: PatternNode) -> Bool {
        guard instructions.count < PatternProgram.longest else { return false }
        switch node {
        case .nothing: break
        case .one(let set): instructions.append(.one(index(of: set)))
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .endOfText: instructions.append(.endOfText)
        case .wordBoundary(let isOne): instructions.append(.wordBoundary(isOne))
        case .sequence(let nodes): return nodes.allSatisfy { add($0) }
        case .choice(let nodes): return add(choice: nodes)
        case .repetition(.one(let set), let times): instructions.append(.run(index(of: set), times))
        case .repetition(let node, let times): return add(node, times)
        case .look(let node, let isAhead, let isNegated):
            return add(look: node, back: isAhead ? 0 : node.width ?? 0, isNegated: isNegated)
        }
        return true
    }

    private mutating func index(of set: ScalarSet) -> Int {
        sets.append(set)
        return sets.count - 1
    }

    private mutating func add(choice nodes: [PatternNode]) -> Bool {
        var jumps: [Int] = []
        for node in nodes.dropLast() {
            let split = reserve()
            guard add(node) else { return false }
            jumps.append(reserve())
            instructions[split] = .split(split + 1, instructions.count)
        }
        guard nodes.suffix(1).allSatisfy({ add($0) }) else { return false }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
        return true
    }

    private mutating func add(_ node: PatternNode, _ times: ClosedRange<Int>) -> Bool {
        for _ in 0..<times.lowerBound {
            let count = instructions.count
            guard add(node) else { return false }
            // Nothing, however often, stays nothing.
            if instructions.count == count { return true }
        }
        if times.upperBound == Int.max {
            let split = reserve()
            guard add(node) else { return false }
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return true
        }
        var splits: [Int] = []
        for _ in times.lowerBound..<times.upperBound {
            splits.append(reserve())
            guard add(node) else { return false }
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
        return true
    }

    private mutating func add(look node: PatternNode, back: Int, isNegated: Bool) -> Bool {
        let look = reserve()
        guard add(node) else { return false }
        instructions.append(.match)
        instructions[look] = .look(next: instructions.count, back: back, isNegated: isNegated)
        return true
    }

    private mutating func reserve() -> Int {
        instructions.append(.match)
        return instructions.count - 1
    }
}
