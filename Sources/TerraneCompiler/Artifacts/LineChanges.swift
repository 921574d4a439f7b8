/// Which lines of a text were kept, removed and added: Myers' algorithm ("An O(ND) Difference Algorithm and Its
/// Variations", 1986), with a bound on its effort. Texts that differ in more lines than that are shown as replaced whole.
struct LineChanges {
    enum Edit {
        case keep(Int)
        case remove(Int)
        case add(Int)

        var isChange: Bool {
            if case .keep = self { false } else { true }
        }
    }

    /// Changed lines that stand close together, with the lines around them.
    struct Hunk {
        var edits: [Edit] = []
        var oldStart = 0
        var oldCount = 0
        var newStart = 0
        var newCount = 0
    }

    private static let effort = 1000

    let edits: [Edit]

    init<Line: Hashable>(from old: [Line], to new: [Line]) {
        let (first, second) = LineChanges.numbered(old, new)
        var head = 0
        while head < first.count, head < second.count, first[head] == second[head] { head += 1 }
        var tail = 0
        while tail < first.count - head, tail < second.count - head,
            first[first.count - 1 - tail] == second[second.count - 1 - tail]
        { tail += 1 }
        let middle = LineChanges.shortest(
            Array(first[head..<(first.count - tail)]), Array(second[head..<(second.count - tail)]), offset: head)
        edits =
            (0..<head).map { .keep($0) } + middle + ((first.count - tail)..<first.count).map { .keep($0) }
    }

    /// Lines as numbers, equal for equal lines, so that comparing them is cheap.
    private static func numbered<Line: Hashable>(_ old: [Line], _ new: [Line]) -> ([Int], [Int]) {
        var numbers: [Line: Int] = [:]
        func number(_ line: Line) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        return (old.map(number), new.map(number))
    }

    private static func shortest(_ old: [Int], _ new: [Int], offset: Int) -> [Edit] {
        guard !old.isEmpty, !new.isEmpty, let trace = trace(old, new) else {
            return old.indices.map { .remove($0 + offset) } + new.indices.map { .add($0 + offset) }
        }
        return path(through: trace, old.count, new.count).map { edit in
            switch edit {
            case .keep(let line): .keep(line + offset)
            case .remove(let line): .remove(line + offset)
            case .add(let line): .add(line + offset)
            }
        }
    }

    /// For each number of edits the furthest that each diagonal reaches; nil when that takes too many edits.
    private static func trace(_ old: [Int], _ new: [Int]) -> [[Int]]? {
        let limit = min(old.count + new.count, effort)
        var furthest = Array(repeating: 0, count: 2 * limit + 3)
        var trace: [[Int]] = []
        for edits in 0...limit {
            trace.append(Array(furthest[(limit + 1 - edits - 1)...(limit + 1 + edits + 1)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let slot = diagonal + limit + 1
                let goesDown = diagonal == -edits || (diagonal != edits && furthest[slot - 1] < furthest[slot + 1])
                var x = goesDown ? furthest[slot + 1] : furthest[slot - 1] + 1
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                furthest[slot] = x
                if x >= old.count, x - diagonal >= new.count { return trace }
            }
        }
        return nil
    }

    /// Walks the trace backwards from the end of both texts.
    private static func path(through trace: [[Int]], _ oldCount: Int, _ newCount: Int) -> [Edit] {
        var edits: [Edit] = []
        var (x, y) = (oldCount, newCount)
        for (count, furthest) in trace.enumerated().reversed() {
            let diagonal = x - y
            let slot = diagonal + count + 1
            let goesDown = diagonal == -count || (diagonal != count && furthest[slot - 1] < furthest[slot + 1])
            let previous = goesDown ? diagonal + 1 : diagonal - 1
            let (fromX, fromY) =
                count == 0 ? (0, 0) : (furthest[previous + count + 1], furthest[previous + count + 1] - previous)
            while x > fromX, y > fromY {
                x -= 1
                y -= 1
                edits.append(.keep(x))
            }
            guard count > 0 else { break }
            edits.append(goesDown ? .add(fromY) : .remove(fromX))
            (x, y) = (fromX, fromY)
        }
        return edits.reversed()
    }

    // MARK: Hunks

    /// The changes with `context` lines around them; those whose lines touch are one hunk.
    func hunks(context: Int) -> [Hunk] {
        var ranges: [Range<Int>] = []
        for (index, edit) in edits.enumerated() where edit.isChange {
            let around = max(0, index - context)..<min(edits.count, index + context + 1)
            if let last = ranges.last, around.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<around.upperBound
            } else {
                ranges.append(around)
            }
        }
        var (position, old, new) = (0, 0, 0)
        return ranges.map { range in
            let skipped = edits[position..<range.lowerBound]
            old += skipped.count { !$0.isAddition }
            new += skipped.count { !$0.isRemoval }
            var hunk = Hunk(oldStart: old, newStart: new)
            for edit in edits[range] { hunk.append(edit) }
            old += hunk.oldCount
            new += hunk.newCount
            position = range.upperBound
            return hunk
        }
    }
}

extension LineChanges.Edit {
    var isAddition: Bool { if case .add = self { true } else { false } }
    var isRemoval: Bool { if case .remove = self { true } else { false } }
}

extension LineChanges.Hunk {
    mutating func append(_ edit: LineChanges.Edit) {
        edits.append(edit)
        switch edit {
        case .keep:
            oldCount += 1
            newCount += 1
        case .remove: oldCount += 1
        case .add: newCount += 1
        }
    }
}
