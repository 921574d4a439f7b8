@testable import HCL

/// A reproducible source of chance (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

    mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[roll(choices.count)] }

    mutating func list<Element>(upTo count: Int, _ make: (inout Dice) -> Element) -> [Element] {
        var result: [Element] = []
        for _ in 0..<roll(count + 1) { result.append(make(&self)) }
        return result
    }
}

/// Makes trees that mean themselves: printed and parsed again they are equal. So it puts parentheses where they are
/// needed, and leaves out what the parser would write in another way.
struct RandomTree {
    var dice: Dice

    init(seed: UInt64) {
        dice = Dice(seed: seed)
    }

    mutating func file(blocks: Int) -> Body {
        var items: [BodyItem] = []
        for _ in 0..<blocks { items += trivia() + [.block(block(depth: 0, isTop: true))] }
        return Body(BlankLines.normalized(items, scope: .file))
    }

    private mutating func block(depth: Int, isTop: Bool) -> Block {
        let type = dice.pick(["resource", "variable", "dynamic", "in", "content", "for", "lifecycle"])
        let scope = BlankLines.Scope.block(type: type, isTopLevel: isTop)
        let labels = dice.list(upTo: 2) { dice in dice.pick(["a", "two words", "", "q\"uo\\te", "tab\t", "é", "\u{7F}", "😀"]) }
        var result = Block(type, labels: labels, comment: trailing())
        if dice.chance(15) {
            result.body = [.attribute(Attribute("one", expression(2, heredoc: false).normalized(as: "one", in: scope)))]
            result.isOneLine = true
            if result.soleAttribute != nil { return result }
            result.isOneLine = false
        }
        result.body = body(depth: depth, scope: scope)
        return result
    }

    private mutating func body(depth: Int, scope: BlankLines.Scope) -> Body {
        var items: [BodyItem] = []
        var count = 0
        for _ in 0..<dice.roll(6) {
            items += trivia()
            if depth < 3, dice.chance(25) {
                items.append(.block(block(depth: depth + 1, isTop: false)))
            } else {
                count += 1
                let name = dice.pick(["a", "name", "type", "a-rather-long_name", "in", "for", "ñame"]) + (count > 1 ? "\(count)" : "")
                let value = expression(4, heredoc: true).normalized(as: name, in: scope)
                items.append(.attribute(Attribute(name, value, comment: value.endsWithHeredoc ? nil : trailing())))
            }
        }
        items += trivia()
        return Body(BlankLines.normalized(items, scope: scope))
    }

    private mutating func trivia() -> [BodyItem] {
        if dice.chance(15) { return [.blankLine] }
        if dice.chance(15) { return [.comment(comment())] }
        return []
    }

    private mutating func comment() -> Comment {
        Comment(dice.pick(["c", "a longer remark", "", "= [ {", "é ${x}"]), style: dice.pick([.hash, .slashes, .block]))
    }

    private mutating func trailing() -> Comment? { dice.chance(15) ? comment() : nil }

    private mutating func text() -> String {
        let bits = ["a", "b c", "$", "%", "{", "}", "${", "%{", "$${", "\"", "\\", "\n", "\t", "\r", "\u{1}", "é", "😀", "\u{301}", "\u{200D}", "\u{A0}", "~", "#", "\u{E000}"]
        return dice.list(upTo: 4) { dice in dice.pick(bits) }.joined()
    }

    private mutating func word() -> String { dice.pick(["var", "local", "x", "in", "if", "aws_vpc", "each", "a-b", "名"]) }

    mutating func expression(_ depth: Int, heredoc: Bool) -> Expression {
        if depth <= 0 { return leaf() }
        switch dice.roll(20) {
        case 0...3: return leaf()
        case 4: return .template(Template(parts: parts(depth - 1, isHeredoc: false)))
        case 5 where heredoc: return .heredoc(self.heredoc(depth - 1))
        case 6, 7: return .tuple(tuple(depth - 1))
        case 8, 9: return .object(object(depth - 1))
        case 10: return .attribute(operand(depth - 1, .postfix), word())
        case 11: return .index(operand(depth - 1, .postfix), indexKey(depth - 1))
        case 12: return dice.chance(50) ? .attributeSplat(.attribute(.variable("a"), word())) : .fullSplat(operand(depth - 1, .postfix))
        case 13: return .legacyIndex(.attribute(.variable("a"), word()), dice.roll(3))
        case 14:
            let arguments = list(upTo: 3) { $0.expression(depth - 1, heredoc: true) }
            let name = dice.pick(["merge", "f", "provider::aws::arn", "in"])
            return .call(name, arguments, expandsLast: !arguments.isEmpty && dice.chance(20))
        case 15: return unary(depth - 1)
        case 16:
            let sign = dice.pick(BinaryOperator.allCases)
            let left = operand(depth - 1, sign.precedence)
            return .binary(left, sign, operand(depth - 1, sign.precedence.tighter))
        case 17:
            let condition = operand(depth - 1, .or)
            let then = expression(depth - 1, heredoc: false)
            return .conditional(condition, then: then, else: expression(depth - 1, heredoc: false))
        case 18: return loop(depth - 1)
        default: return .parenthesized(expression(depth - 1, heredoc: true))
        }
    }

    private mutating func list<Element>(upTo count: Int, _ make: (inout RandomTree) -> Element) -> [Element] {
        var result: [Element] = []
        for _ in 0..<dice.roll(count + 1) { result.append(make(&self)) }
        return result
    }

    /// Terraform's own `fmt` loses the key of `a[null]`.
    private mutating func indexKey(_ depth: Int) -> Expression {
        switch expression(depth, heredoc: true) {
        case .null, .bool: .number(0)
        case let key: key
        }
    }

    private mutating func unary(_ depth: Int) -> Expression {
        let inner = operand(depth, .unary)
        if dice.chance(50) { return .unary(.not, inner) }
        if case .number(let number) = inner, !number.isNegative { return inner }
        return .unary(.negate, inner)
    }

    private mutating func operand(_ depth: Int, _ precedence: Precedence) -> Expression {
        let inner = expression(depth, heredoc: false)
        if inner.precedence >= precedence { return inner }
        return .parenthesized(inner)
    }

    private mutating func leaf() -> Expression {
        switch dice.roll(7) {
        case 0: .null
        case 1: .bool(dice.chance(50))
        case 2: .number(dice.pick([0, 80, -1, Number(unchecked: "1.5"), Number(unchecked: "1e+9"), Number(unchecked: "-2.5E-3")]))
        case 3, 4: .string(text())
        case 5: .tuple(Tuple(list(upTo: 3) { .string($0.text()) }))
        default: .reference(word(), word())
        }
    }

    private mutating func tuple(_ depth: Int) -> Tuple {
        var items: [TupleItem] = []
        for _ in 0..<dice.roll(4) {
            if dice.chance(8) { items.append(.comment(comment())) }
            if dice.chance(8), let last = items.last, last != .blankLine { items.append(.blankLine) }
            var value = expression(depth, heredoc: true)
            if items.isEmpty, value == .variable("for") { value = .null }
            items.append(.element(value, comment: dice.chance(8) ? comment() : nil))
        }
        if dice.chance(8) { items.append(.comment(comment())) }
        return Tuple(items: items)
    }

    private mutating func object(_ depth: Int) -> Object {
        var items: [ObjectItem] = []
        for _ in 0..<dice.roll(4) {
            if dice.chance(8) { items.append(.comment(comment())) }
            if dice.chance(8), let last = items.last, last != .blankLine { items.append(.blankLine) }
            let value = expression(depth, heredoc: true)
            let comment = dice.chance(8) && !value.endsWithHeredoc ? comment() : nil
            items.append(.pair(key(depth), value, comment: comment))
        }
        if dice.chance(8) { items.append(.comment(comment())) }
        return Object(items)
    }

    private mutating func key(_ depth: Int) -> ObjectKey {
        if dice.chance(60) { return .name(dice.pick(["a", "name", "for", "null", "two words", "a-b", "é", "e\u{301}x", "👍🏽"])) }
        if dice.chance(30) { return .name(text()) }
        switch expression(depth, heredoc: true) {
        case .template(let template):
            if let text = template.literal { return .name(text) }
            return .expression(.template(template))
        case let other: return .expression(other)
        }
    }

    private mutating func loop(_ depth: Int) -> Expression {
        let condition = dice.chance(40) ? expression(depth, heredoc: true) : nil
        let clause = clause(depth)
        if dice.chance(50) {
            return .forTuple(ForTuple(clause, result: expression(depth, heredoc: true), if: condition))
        }
        let key = expression(depth, heredoc: true)
        let result = expression(depth, heredoc: true)
        return .forObject(ForObject(clause, key: key, result: result, isGrouping: dice.chance(30), if: condition))
    }

    private mutating func clause(_ depth: Int) -> ForClause {
        ForClause(key: dice.chance(40) ? "k" : nil, value: "v", in: expression(depth, heredoc: true))
    }

    private mutating func strip() -> Strip {
        dice.chance(85) ? .none : Strip(before: dice.chance(50), after: dice.chance(50))
    }

    private mutating func parts(_ depth: Int, isHeredoc: Bool) -> [TemplatePart] {
        let made = list(upTo: 4) { $0.part(depth, isHeredoc) }
        return isHeredoc ? made.filter { if case .literal("") = $0 { false } else { true } } : made
    }

    private mutating func part(_ depth: Int, _ isHeredoc: Bool) -> TemplatePart {
        switch dice.roll(depth > 0 ? 8 : 5) {
        case 0...3: return .literal(isHeredoc ? line() : text())
        case 4, 5: return .interpolation(expression(depth - 1, heredoc: true), strip: strip())
        case 6:
            let then = parts(depth - 1, isHeredoc: isHeredoc)
            let otherwise = dice.chance(50) ? parts(depth - 1, isHeredoc: isHeredoc) : nil
            return .if(IfDirective(
                expression(depth - 1, heredoc: true), then: then, else: otherwise, ifStrip: strip(), elseStrip: strip(),
                endStrip: strip()))
        default:
            let body = parts(depth - 1, isHeredoc: isHeredoc)
            return .for(ForDirective(clause(depth - 1), body: body, forStrip: strip(), endStrip: strip()))
        }
    }

    private mutating func line() -> String {
        dice.pick(["text\n", "  indented\n", "\n", "   \n", "a ${ b\n", "$${ %{\n", "\\ \"\n", "é😀\n", "EOT x\n", "mid ", "crlf\r\n", "{ [ (\n"])
    }

    private mutating func heredoc(_ depth: Int) -> Heredoc {
        let parts = TemplatePart.melded(parts(depth, isHeredoc: true) + [.literal(dice.pick(["end\n", " end\n", "\n"]))])
        var result = Heredoc(Template(parts: parts), marker: dice.pick(["EOT", "EOF"]), isIndented: dice.chance(50))
        if result.isIndented, !HeredocLines.hasStrip(parts), let shared = HeredocLines.sharedIndentation(of: parts) {
            result.template.parts = HeredocLines.removing(shared, from: parts)
        }
        return result
    }
}
