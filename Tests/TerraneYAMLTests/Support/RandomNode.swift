import TerraneYAML

extension Node {
    /// A tree with comments, wishes and awkward texts.
    static func random(_ dice: inout Dice, depth: Int = 0) -> Node {
        var node = randomContent(&dice, depth)
        node.isFlow = Int.random(in: 0..<6, using: &dice) == 0
        node.style =
            [.automatic, .automatic, .automatic, .literal, .singleQuoted, .doubleQuoted].randomElement(using: &dice)
            ?? .automatic
        if Int.random(in: 0..<8, using: &dice) == 0 { node.comment = Texts.random(&dice) }
        if Int.random(in: 0..<8, using: &dice) == 0 { node.leading = ["", Texts.random(&dice), "x", ""] }
        return node
    }

    private static func randomContent(_ dice: inout Dice, _ depth: Int) -> Node {
        switch Int.random(in: 0..<(depth < 5 ? 12 : 8), using: &dice) {
        case 0: .null
        case 1: Node(.scalar(.boolean(Bool.random(using: &dice))))
        case 2: Node(.scalar(.integer(Int.random(in: .min ... .max, using: &dice))))
        case 3: Node(.scalar(.number(number(&dice))))
        case 4...7: .string(Texts.random(&dice))
        case 8, 9: .sequence((0..<Int.random(in: 0..<5, using: &dice)).map { _ in random(&dice, depth: depth + 1) })
        default: mapping(&dice, depth)
        }
    }

    private static func mapping(_ dice: inout Dice, _ depth: Int) -> Node {
        var keys: Set<String> = []
        var pairs: [Pair] = []
        for _ in 0..<Int.random(in: 0..<5, using: &dice) {
            let text = Texts.random(&dice)
            guard keys.insert(text).inserted else { continue }
            let key =
                Int.random(in: 0..<8, using: &dice) == 0 ? Node.string(text).preceded(by: "", "why") : .string(text)
            pairs.append(Pair(key, random(&dice, depth: depth + 1)))
        }
        return .mapping(pairs)
    }

    private static func number(_ dice: inout Dice) -> Double {
        let number = Double(bitPattern: dice.next())
        return number.isNaN ? 0.5 : number
    }
}
