/// Reads the regular expressions of registry schemas, which are Java's, JavaScript's or Python's: what these have in common.
struct PatternParser {
    private struct Unreadable: Error {}

    private let source: [UInt32]
    private var position = 0
    private var depth = 0
    private var ignoresCase = false
    private var dotTakesLineBreaks = false

    static func parse(_ source: String) -> PatternNode? {
        var parser = PatternParser(source: source.unicodeScalars.map(\.value))
        guard let node = try? parser.choice(), parser.position == parser.source.count else { return nil }
        return node
    }

    private init(source: [UInt32]) {
        self.source = source
    }

    // MARK: Structure

    /// Groups in more groups than this are nobody's, and would be too much for the stack of a thread.
    private static let deepest = 100

    private mutating func choice() throws -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < PatternParser.deepest else { throw Unreadable() }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws -> PatternNode {
        var nodes: [PatternNode] = []
        while position < source.count, !next(is: "|"), !next(is: ")") { nodes.append(try repeated(try atom())) }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func repeated(_ node: PatternNode) throws -> PatternNode {
        guard let times = try quantifier() else { return node }
        _ = take("?") || take("+")
        // A repetition of a repetition means something else in each language.
        guard try quantifier() == nil else { throw Unreadable() }
        return .repetition(node, times)
    }

    private mutating func quantifier() throws -> ClosedRange<Int>? {
        if take("*") { return 0...Int.max }
        if take("+") { return 1...Int.max }
        if take("?") { return 0...1 }
        guard next(is: "{"), position + 1 < source.count, ScalarSet.digits.contains(source[position + 1]) else {
            return nil
        }
        position += 1
        let low = try integer()
        var high = low
        if take(",") { high = next(is: "}") ? Int.max : try integer() }
        guard take("}"), low <= high else { throw Unreadable() }
        return low...high
    }

    private mutating func integer() throws -> Int {
        var digits = ""
        while position < source.count, ScalarSet.digits.contains(source[position]) {
            digits.unicodeScalars.append(Unicode.Scalar(source[position]) ?? "0")
            position += 1
        }
        guard let number = Int(digits) else { throw Unreadable() }
        return number
    }

    // MARK: Atoms

    private mutating func atom() throws -> PatternNode {
        guard position < source.count else { throw Unreadable() }
        let scalar = source[position]
        position += 1
        switch Unicode.Scalar(scalar) {
        case "(": return try group()
        case "[": return .one(cased(try characterClass()))
        case ".": return .one(dotTakesLineBreaks ? .any : .anyButLineBreak)
        case "^": return .start
        case "$": return .endOfText
        case "\\": return try escape()
        case "*", "+", "?": throw Unreadable()
        default: return .one(cased(ScalarSet(scalar...scalar)))
        }
    }

    private mutating func group() throws -> PatternNode {
        let before = (ignoresCase, dotTakesLineBreaks)
        if take("?") {
            if let node = try look() { return node }
            if !take(":"), try setsFlags() { return .nothing }
        }
        let node = try choice()
        guard take(")") else { throw Unreadable() }
        (ignoresCase, dotTakesLineBreaks) = before
        return node
    }

    private mutating func look() throws -> PatternNode? {
        for (text, isAhead, isNegated) in [
            ("=", true, false), ("!", true, true), ("<=", false, false), ("<!", false, true),
        ]
        where takeAll(text) {
            let node = try choice()
            guard take(")"), isAhead || node.width != nil else { throw Unreadable() }
            return .look(node, isAhead: isAhead, isNegated: isNegated)
        }
        return nil
    }

    /// `(?i)`, which holds to the end of the group around it, or `(?i:`, `(?<name>`, which begin one.
    private mutating func setsFlags() throws -> Bool {
        if take("<") {
            while position < source.count, !take(">") { position += 1 }
            return false
        }
        while position < source.count, !next(is: ")"), !next(is: ":") {
            if take("i") {
                ignoresCase = true
            } else if take("s") {
                dotTakesLineBreaks = true
            } else if !take("m"), !take("u") {
                throw Unreadable()
            }
        }
        if take(")") { return true }
        position += 1
        return false
    }

    private func cased(_ set: ScalarSet) -> ScalarSet {
        guard ignoresCase else { return set }
        var set = set
        set.ignoreCase()
        return set
    }

    // MARK: Escapes

    private mutating func escape() throws -> PatternNode {
        guard position < source.count else { throw Unreadable() }
        switch Unicode.Scalar(source[position]) {
        case "b", "B":
            position += 1
            return .wordBoundary(source[position - 1] == Unicode.Scalar("b").value)
        case "A":
            position += 1
            return .start
        case "z", "Z":
            position += 1
            return .end
        case "1", "2", "3", "4", "5", "6", "7", "8", "9", "k": throw Unreadable()
        default: return .one(cased(try escapedSet()))
        }
    }

    /// What a backslash and the letters after it stand for, in a class or outside.
    private mutating func escapedSet() throws -> ScalarSet {
        let letter = source[position]
        position += 1
        switch Unicode.Scalar(letter) {
        case "d": return .digits
        case "w": return .word
        case "s": return .space
        case "D": return negated(.digits)
        case "W": return negated(.word)
        case "S": return negated(.space)
        case "p": return try property(isNegated: false)
        case "P": return try property(isNegated: true)
        default:
            let scalar = try escapedScalar(letter)
            return ScalarSet(scalar...scalar)
        }
    }

    private func negated(_ set: ScalarSet) -> ScalarSet {
        var set = set
        set.isNegated = true
        return set
    }

    private mutating func escapedScalar(_ letter: UInt32) throws -> UInt32 {
        switch Unicode.Scalar(letter) {
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "f": return 0x0C
        case "v": return 0x0B
        case "0": return 0
        case "x": return try hexadecimal(digits: 2)
        case "u": return try codeUnit()
        default: return letter
        }
    }

    /// `\uD83D\uDE00` is one character; half of one is none.
    private mutating func codeUnit() throws -> UInt32 {
        let first = try hexadecimal(digits: 4)
        guard (0xD800...0xDFFF).contains(first) else { return first }
        guard first < 0xDC00, takeAll("\\u") else { throw Unreadable() }
        let second = try hexadecimal(digits: 4)
        guard (0xDC00...0xDFFF).contains(second) else { throw Unreadable() }
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }

    private mutating func hexadecimal(digits count: Int) throws -> UInt32 {
        if take("{") {
            var text = ""
            while position < source.count, !take("}") { text += try letter() }
            guard let value = UInt32(text, radix: 16) else { throw Unreadable() }
            return value
        }
        var text = ""
        for _ in 0..<count { text += try letter() }
        guard let value = UInt32(text, radix: 16) else { throw Unreadable() }
        return value
    }

    private mutating func letter() throws -> String {
        guard position < source.count, let scalar = Unicode.Scalar(source[position]) else { throw Unreadable() }
        position += 1
        return String(Character(scalar))
    }

    private mutating func property(isNegated: Bool) throws -> ScalarSet {
        var name = ""
        if take("{") {
            while position < source.count, !take("}") { name += try letter() }
        } else {
            name = try letter()
        }
        var set = ScalarSet()
        switch name {
        case "ASCII": set.insert(0...127)
        case "Print", "Graph":
            set.insert((name == "Print" ? 0x20 : 0x21)...0x7E)
            set.insert(0xA0...0x10FFFF)
        default:
            guard let first = name.first, "LMNPSZC".contains(first), name.count < 3 else { throw Unreadable() }
            set.insert(name.count == 1 ? .category(first) : .subcategory(name), isNegated: isNegated)
            return set
        }
        set.isNegated = isNegated
        return set
    }

    // MARK: Classes

    private mutating func characterClass() throws -> ScalarSet {
        var set = ScalarSet()
        let isNegated = take("^")
        var isFirst = true
        while isFirst || !next(is: "]") {
            isFirst = false
            guard position < source.count else { throw Unreadable() }
            try addItem(to: &set)
        }
        position += 1
        set.isNegated = isNegated
        return set
    }

    private mutating func addItem(to set: inout ScalarSet) throws {
        guard let low = try classScalar(into: &set) else { return }
        guard next(is: "-"), position + 1 < source.count, source[position + 1] != Unicode.Scalar("]").value else {
            set.insert(low...low)
            return
        }
        let dash = position
        position += 1
        var unused = ScalarSet()
        if let high = try classScalar(into: &unused), low <= high {
            set.insert(low...high)
        } else {
            position = dash
            set.insert(low...low)
        }
    }

    /// A character of a class; nil if it was a set, which is then added.
    private mutating func classScalar(into set: inout ScalarSet) throws -> UInt32? {
        guard position < source.count else { throw Unreadable() }
        let scalar = source[position]
        position += 1
        guard Unicode.Scalar(scalar) == "\\", position < source.count else { return scalar }
        switch Unicode.Scalar(source[position]) {
        case "d", "w", "s", "D", "W", "S", "p", "P":
            set.formUnion(try escapedSet())
            return nil
        case "b":
            position += 1
            return 0x08
        default:
            position += 1
            return try escapedScalar(source[position - 1])
        }
    }

    // MARK: Reading

    private func next(is scalar: Unicode.Scalar) -> Bool {
        position < source.count && source[position] == scalar.value
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next(is: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func takeAll(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        guard source[position...].starts(with: scalars) else { return false }
        position += scalars.count
        return true
    }
}
