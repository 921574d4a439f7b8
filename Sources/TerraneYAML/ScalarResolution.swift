/// What a bare word means in YAML 1.2's core schema ("10.3. Core Schema", YAML 1.2.2).
enum ScalarResolution {
    static func value(of word: String) -> Scalar {
        switch word {
        case "", "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .boolean(true)
        case "false", "False", "FALSE": .boolean(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": .number(-.infinity)
        case ".nan", ".NaN", ".NAN": .number(.nan)
        default: number(word) ?? .string(word)
        }
    }

    /// An integer that is too large for `Int` is read as the nearest number, as readers of JSON do.
    private static func number(_ word: String) -> Scalar? {
        guard let first = word.utf8.first, isNumeric(first) else { return nil }
        if let digits = digits(of: word, after: "0x") { return whole(digits, radix: 16) }
        if let digits = digits(of: word, after: "0o") { return whole(digits, radix: 8) }
        guard word.utf8.allSatisfy({ isNumeric($0) || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") })
        else { return nil }
        if let number = Int(word) { return .integer(number) }
        return Double(word).map { .number($0) }
    }

    private static func digits(of word: String, after prefix: String) -> Substring? {
        guard word.hasPrefix(prefix), let first = word.utf8.dropFirst(2).first else { return nil }
        return first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? nil : word.dropFirst(2)
    }

    private static func whole(_ digits: Substring, radix: Int) -> Scalar? {
        Int(digits, radix: radix).map { .integer($0) }
    }

    /// A digit, a point or a sign.
    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): true
        default: false
        }
    }
}

extension ScalarResolution {
    /// What a scalar means that carries a tag of the core schema; nil if its text does not fit the tag.
    static func value(of text: String, tagged tag: String) -> Scalar? {
        let resolved = value(of: text)
        switch (tag, resolved) {
        case ("!", _), ("tag:yaml.org,2002:str", _): return .string(text)
        case ("tag:yaml.org,2002:null", .null), ("tag:yaml.org,2002:bool", .boolean),
            ("tag:yaml.org,2002:int", .integer), ("tag:yaml.org,2002:float", .number):
            return resolved
        case ("tag:yaml.org,2002:float", .integer(let number)): return .number(Double(number))
        default: return nil
        }
    }
}
