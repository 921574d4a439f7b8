/// Text under construction for `Fn::Sub` ("Fn::Sub", AWS CloudFormation User Guide).
struct Substitution {
    /// What such a text is made of.
    enum Piece {
        case literal(String)
        /// An intrinsic function, or what is printed as JSON.
        case value(JSON)
    }

    private var text = ""
    private var variables: [JSON.Member] = []

    /// The finished value: a plain string where there is nothing to substitute.
    static func json(of pieces: [Piece]) -> JSON {
        let melded = meld(pieces)
        switch melded.count {
        case 0: return .string("")
        case 1: if case .literal(let text) = melded[0] { return .string(text) }
        default: break
        }
        var substitution = Substitution()
        for piece in melded { substitution.append(piece) }
        return substitution.json
    }

    /// Literals side by side as one, for a dollar may end the first and a brace begin the second.
    private static func meld(_ pieces: [Piece]) -> [Piece] {
        var melded: [Piece] = []
        for piece in pieces {
            let text: String
            switch piece {
            case .literal(let literal), .value(.string(let literal)): text = literal
            case .value(.object(let members)) where members.count == 1:
                melded.append(piece)
                continue
            case .value(let value): text = JSONPrinter.compact(value)
            }
            if case .literal(let before)? = melded.last {
                melded[melded.count - 1] = .literal(before + text)
            } else {
                melded.append(.literal(text))
            }
        }
        return melded
    }

    private mutating func append(_ piece: Piece) {
        switch piece {
        case .literal(let literal): append(literal)
        case .value(.object(let members)): append(intrinsic: members[0])
        case .value(let other): append(JSONPrinter.compact(other))
        }
    }

    private mutating func append(intrinsic: JSON.Member) {
        switch (intrinsic.key, intrinsic.value) {
        case ("Ref", .string(let name)):
            text += "${\(name)}"
        case ("Fn::GetAtt", .array(let parts)):
            text += "${\(parts.map(Substitution.name).joined(separator: "."))}"
        default:
            append(variable: .object([intrinsic]))
        }
    }

    /// A name that no logical ID can have: it holds an underscore.
    private mutating func append(variable value: JSON) {
        let name = "Value_\(variables.count + 1)"
        variables.append(JSON.Member(name, value))
        text += "${\(name)}"
    }

    private static func name(_ part: JSON) -> String {
        if case .string(let name) = part { name } else { "" }
    }

    private var json: JSON {
        guard !variables.isEmpty else { return .object(["Fn::Sub": .string(text)]) }
        return .object(["Fn::Sub": .array([.string(text), .object(variables)])])
    }
}

// MARK: Literals

extension Substitution {
    /// Adds literal text.
    ///
    /// `${Name}` becomes `${!Name}`, which is how the guide has it. It is silent about `${` before anything else, so
    /// there the dollar is a value, which nobody reads again.
    private mutating func append(_ literal: String) {
        var rest = literal.utf8[...]
        while let start = Substitution.nextMark(in: rest) {
            text += String(Substring(rest[..<start]))
            let inside = rest[start...].dropFirst(2)
            if Substitution.beginsWithName(inside) {
                text += "${!"
            } else {
                append(variable: "$")
                text += "{"
            }
            rest = inside
        }
        text += String(Substring(rest))
    }

    private static func nextMark(in text: Substring.UTF8View) -> String.Index? {
        var rest = text
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            let next = rest.index(after: dollar)
            if next < rest.endIndex, rest[next] == UInt8(ascii: "{") { return dollar }
            rest = rest[next...]
        }
        return nil
    }

    /// Whether a name and the closing brace follow.
    private static func beginsWithName(_ text: Substring.UTF8View) -> Bool {
        let name = text.prefix(while: isNameByte)
        return !name.isEmpty && name.endIndex < text.endIndex && text[name.endIndex] == UInt8(ascii: "}")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
        }
    }
}
