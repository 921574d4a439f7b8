/// A search for a pattern in a text.
struct PatternRun {
    private struct Place {
        let instruction: Int
        let position: Int
    }

    private let program: PatternProgram
    private let text: [UInt32]
    /// Places that were tried, a bit for each.
    private var tried: [UInt64]
    /// The work that is left to do: a check may take the time for 16 million places.
    private var strength = 1 << 24

    private var isOverworked: Bool { strength < 0 }

    init(program: PatternProgram, text: [UInt32]) {
        self.program = program
        self.text = text
        let places = program.instructions.count * (text.count + 1)
        strength -= places
        tried = strength < 0 ? [] : Array(repeating: 0, count: (places + 63) / 64)
    }

    mutating func search() -> Bool? {
        guard !isOverworked else { return nil }
        for position in 0...(program.isAnchored ? 0 : text.count) {
            let isFound = matches(from: 0, at: position)
            if isOverworked { return nil }
            if isFound { return true }
        }
        return false
    }

    /// Whether the instructions from `first` on reach a match from there. What was tried before led nowhere, or is being tried.
    private mutating func matches(from first: Int, at position: Int) -> Bool {
        var places = [Place(instruction: first, position: position)]
        while !isOverworked, let place = places.popLast() {
            guard isNew(place) else { continue }
            if step(place, &places) { return true }
        }
        return false
    }

    private mutating func isNew(_ place: Place) -> Bool {
        let bit = place.position * program.instructions.count + place.instruction
        let mask = UInt64(1) << UInt64(bit & 63)
        if tried[bit >> 6] & mask != 0 { return false }
        tried[bit >> 6] |= mask
        return true
    }

    /// Adds the places that follow; true for a match.
    private mutating func step(_ place: Place, _ places: inout [Place]) -> Bool {
        let (next, position) = (place.instruction + 1, place.position)
        switch program.instructions[place.instruction] {
        case .match: return true
        case .one(let set):
            if position < text.count, program.sets[set].contains(text[position]) {
                places.append(Place(instruction: next, position: position + 1))
            }
        case .run(let set, let times): run(program.sets[set], times, from: place, &places)
        case .start: if position == 0 { places.append(Place(instruction: next, position: position)) }
        case .end: if position == text.count { places.append(Place(instruction: next, position: position)) }
        case .endOfText:
            if position == text.count || (position == text.count - 1 && text[position] == 0x0A) {
                places.append(Place(instruction: next, position: position))
            }
        case .wordBoundary(let isOne):
            if isWordBoundary(position) == isOne { places.append(Place(instruction: next, position: position)) }
        case .split(let first, let second):
            places.append(Place(instruction: second, position: position))
            places.append(Place(instruction: first, position: position))
        case .jump(let target): places.append(Place(instruction: target, position: position))
        case .look(let after, let back, let isNegated):
            let found = position >= back && look(from: next, at: position - back)
            if found != isNegated { places.append(Place(instruction: after, position: position)) }
        }
        return false
    }

    /// As many characters as there are, within the bounds; then on from each number of them, the largest first.
    private mutating func run(_ set: ScalarSet, _ times: ClosedRange<Int>, from place: Place, _ places: inout [Place]) {
        let limit = min(times.upperBound, text.count - place.position)
        var count = 0
        while count < limit, set.contains(text[place.position + count]) { count += 1 }
        guard count >= times.lowerBound else { return }
        strength -= count
        guard !isOverworked else { return }
        for taken in times.lowerBound...count {
            places.append(Place(instruction: place.instruction + 1, position: place.position + taken))
        }
    }

    /// The inner pattern by itself: whether it matched there before is not remembered, so its places are tried anew.
    private mutating func look(from first: Int, at position: Int) -> Bool {
        strength -= tried.count
        let before = tried
        defer { tried = before }
        return matches(from: first, at: position)
    }

    private func isWordBoundary(_ position: Int) -> Bool {
        let before = position > 0 && ScalarSet.word.contains(text[position - 1])
        let after = position < text.count && ScalarSet.word.contains(text[position])
        return before != after
    }
}
