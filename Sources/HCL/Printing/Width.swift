/// Whether expressions fit on a line. Widths are estimates in bytes; they only decide where lines break.
enum Width {
    /// Takes the width of `expression` on one line from `room`; false if it does not fit or needs lines.
    static func fits(_ expression: Expression, within room: inout Int) -> Bool {
        guard room > 0 else { return false }
        switch expression {
        case .null, .bool: room -= 5
        case .number(let number): room -= number.literal.utf8.count
        case .template(let template): return fits(template.parts, within: &room, plus: 2)
        case .heredoc: return false
        case .tuple(let tuple): return fits(tuple, within: &room)
        case .object(let object): return fits(object, within: &room)
        case .variable(let name): room -= name.utf8.count
        case .attribute(let base, let name): return fits(base, within: &room, plus: name.utf8.count + 1)
        case .index(let base, let key): return fits(base, within: &room, plus: 2) && fits(key, within: &room)
        case .legacyIndex(let base, _), .attributeSplat(let base): return fits(base, within: &room, plus: 2)
        case .fullSplat(let base), .parenthesized(let base): return fits(base, within: &room, plus: 3)
        case .unary(_, let operand): return fits(operand, within: &room, plus: 1)
        case .binary(let left, _, let right): return fits(left, within: &room, plus: 4) && fits(right, within: &room)
        case .conditional(let condition, let then, let otherwise):
            return fits(condition, within: &room, plus: 6) && fits(then, within: &room)
                && fits(otherwise, within: &room)
        case .call(let name, let arguments, _):
            room -= name.utf8.count + 2
            return arguments.allSatisfy { fits($0, within: &room, plus: 2) }
        case .forTuple(let loop): return fits(loop, within: &room)
        case .forObject(let loop): return fits(loop, within: &room)
        }
        return room >= 0
    }

    private static func fits(_ expression: Expression, within room: inout Int, plus extra: Int) -> Bool {
        room -= extra
        return fits(expression, within: &room) && room >= 0
    }

    private static func fits(_ tuple: Tuple, within room: inout Int) -> Bool {
        room -= 2
        var objects = 0
        for item in tuple.items {
            guard case .element(let value, comment: nil) = item else { return false }
            if case .object(let object) = value, !object.items.isEmpty { objects += 1 }
            guard objects < 2, fits(value, within: &room, plus: 2) else { return false }
        }
        return room >= 0
    }

    private static func fits(_ object: Object, within room: inout Int) -> Bool {
        room -= 4
        for item in object.items {
            guard case .pair(let key, let value, comment: nil) = item, !value.holdsObject else { return false }
            guard fits(value, within: &room, plus: key.width + 5) else { return false }
        }
        return room >= 0
    }

    private static func fits(_ parts: [TemplatePart], within room: inout Int, plus extra: Int) -> Bool {
        room -= extra
        for part in parts where room >= 0 {
            switch part {
            case .literal(let text): room -= text.utf8.count
            case .interpolation(let value, _): guard fits(value, within: &room, plus: 3) else { return false }
            case .if(let directive):
                guard fits(directive.condition, within: &room, plus: 15),
                    fits(directive.then, within: &room, plus: 0),
                    fits(directive.otherwise ?? [], within: &room, plus: 7)
                else { return false }
            case .for(let directive):
                guard fits(directive.clause, within: &room), fits(directive.body, within: &room, plus: 15)
                else { return false }
            }
        }
        return room >= 0
    }

    private static func fits(_ clause: ForClause, within room: inout Int) -> Bool {
        let names = clause.value.utf8.count + (clause.key.map { $0.utf8.count + 2 } ?? 0)
        return fits(clause.collection, within: &room, plus: names + 8)
    }

    private static func fits(_ loop: ForTuple, within room: inout Int) -> Bool {
        guard fits(loop.clause, within: &room), fits(loop.result, within: &room, plus: 5) else { return false }
        guard let condition = loop.condition else { return true }
        return fits(condition, within: &room, plus: 4)
    }

    private static func fits(_ loop: ForObject, within room: inout Int) -> Bool {
        guard fits(loop.clause, within: &room), fits(loop.key, within: &room, plus: 7),
            fits(loop.result, within: &room, plus: 7)
        else { return false }
        guard let condition = loop.condition else { return true }
        return fits(condition, within: &room, plus: 4)
    }
}

extension ObjectKey {
    /// How wide it is, roughly.
    var width: Int {
        switch self {
        case .name(let name): name.utf8.count
        case .expression: 20
        }
    }
}

extension Expression {
    /// Whether it is an object with something in it, or a tuple of such.
    fileprivate var holdsObject: Bool {
        switch self {
        case .object(let object): !object.items.isEmpty
        case .tuple(let tuple): tuple.elements.contains { $0.holdsObject }
        default: false
        }
    }
}
