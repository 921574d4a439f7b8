/// Text under construction for `Fn::Sub` ("Fn::Sub", AWS CloudFormation User Guide).
struct Substitution {
    private var text = ""
    private var variables: [JSON.Member] = []
    private var hasValues = false

    /// Adds literal text; `${` becomes `${!`, which is how `Fn::Sub` writes it.
    mutating func append(_ literal: String) {
        plain += literal
        text += Substitution.escape(literal)
    }

    /// Adds a value: a reference by its name, anything else by a variable.
    mutating func append(value: JSON) {
        switch value {
        case .string(let literal): append(literal)
        case .object(let members) where members.count == 1: append(intrinsic: members[0])
        default: append(JSONPrinter.compact(value))
        }
    }

    private var plain = ""

    private mutating func append(intrinsic: JSON.Member) {
        hasValues = true
        switch (intrinsic.key, intrinsic.value) {
        case ("Ref", .string(let name)):
            text += "${\(name)}"
        case ("Fn::GetAtt", .array(let parts)):
            text += "${\(parts.map(Substitution.name).joined(separator: "."))}"
        case ("Fn::Sub", .string(let inner)):
            text += inner
        default:
            let name = "Value\(variables.count + 1)"
            variables.append(JSON.Member(name, .object([intrinsic])))
            text += "${\(name)}"
        }
    }

    private static func name(_ part: JSON) -> String {
        if case .string(let name) = part { name } else { "" }
    }

    /// The finished value: a plain string where there was nothing to substitute.
    var json: JSON {
        guard hasValues else { return .string(plain) }
        guard !variables.isEmpty else { return .object(["Fn::Sub": .string(text)]) }
        return .object(["Fn::Sub": .array([.string(text), .object(variables)])])
    }

    private static func escape(_ literal: String) -> String {
        guard literal.utf8.contains(UInt8(ascii: "$")) else { return literal }
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in literal.utf8 {
            bytes.append(byte)
            if previous == UInt8(ascii: "$"), byte == UInt8(ascii: "{") { bytes.append(UInt8(ascii: "!")) }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
