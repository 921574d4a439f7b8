import TerraneCore

/// What a provider lets a resource be called.
struct NameRule: Sendable {
    /// Where a name may stand only once.
    enum Scope: Sendable {
        /// In an account and region.
        case region
        /// In an account, in all regions.
        case account
        /// Among those that agree in another property: the services of one cluster.
        case within(String)
        case anywhere
    }

    let type: String
    let attribute: String
    /// What people call it.
    let noun: String
    let length: ClosedRange<Int>
    let alphabet: Alphabet
    let shapes: [Shape]
    let scope: Scope
    /// Whether capitals make no difference.
    let isCaseless: Bool
    /// The page of the provider's documentation that says so.
    let page: String
    /// The Swift type that refuses the same by itself.
    let checked: ResourceType?

    init(
        _ type: String, _ attribute: String, _ noun: String, _ length: ClosedRange<Int>, _ alphabet: Alphabet,
        _ shapes: [Shape] = [], unique scope: Scope = .region, caseless isCaseless: Bool = false, page: String,
        checked: (any Resource.Type)? = nil
    ) {
        self.type = type
        self.attribute = attribute
        self.noun = noun
        self.length = length
        self.alphabet = alphabet
        self.shapes = shapes
        self.scope = scope
        self.isCaseless = isCaseless
        self.page = page
        self.checked = checked?.type
    }

    /// What is wrong with a name, in words that follow it; nil when nothing is.
    func problem(with name: String) -> String? {
        let count = name.unicodeScalars.count
        if count > length.upperBound { return "has \(count) characters, and takes \(length.upperBound)" }
        if count < length.lowerBound { return "has \(count) characters, and needs \(length.lowerBound)" }
        if let wrong = name.unicodeScalars.first(where: { !alphabet.holds($0) }) {
            return "has \(wrong.shown), and takes \(alphabet.words)"
        }
        return shapes.lazy.compactMap { $0.problem(with: name) }.first
    }
}

/// The characters of a name.
struct Alphabet: Sendable {
    let words: String
    let holds: @Sendable (Unicode.Scalar) -> Bool

    /// ASCII letters and digits, and these.
    static func letters(and others: String) -> Alphabet {
        Alphabet(words: "letters, digits and \(others.listed)") {
            $0.isLetter || $0.isDigit || others.unicodeScalars.contains($0)
        }
    }

    /// Small ASCII letters and digits, and these.
    static func smallLetters(and others: String) -> Alphabet {
        Alphabet(words: "small letters, digits and \(others.listed)") {
            ("a"..."z").contains($0) || $0.isDigit || others.unicodeScalars.contains($0)
        }
    }

    /// All that can be printed.
    static let printable = Alphabet(words: "what can be printed") { $0.value >= 0x20 && $0.value != 0x7F }
}

/// What a name must not look like.
struct Shape: Sendable {
    /// What is wrong with a name.
    let problem: @Sendable (String) -> String?

    func problem(with name: String) -> String? { problem(name) }

    static let startsWithLetter = Shape {
        $0.unicodeScalars.first?.isLetter == true ? nil : "does not begin with a letter"
    }
    static let noDoubleHyphen = Shape { $0.contains("--") ? "has two hyphens in a row" : nil }
    static let noHyphenAtEnd = Shape { $0.hasSuffix("-") ? "ends in a hyphen" : nil }
    static let noHyphenAtStart = Shape { $0.hasPrefix("-") ? "begins with a hyphen" : nil }

    static func not(startingWith prefixes: String...) -> Shape {
        Shape { name in
            prefixes.first { name.lowercased().hasPrefix($0) }.map { "begins with '\($0)', which is reserved" }
        }
    }

    static func not(named words: String...) -> Shape {
        Shape { name in words.contains(name.lowercased()) ? "is reserved" : nil }
    }

    static func startsWith(_ prefix: String) -> Shape {
        Shape { $0.hasPrefix(prefix) ? nil : "does not begin with '\(prefix)'" }
    }
}

extension Unicode.Scalar {
    var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// In a message.
    var shown: String {
        switch self {
        case " ": "a space"
        case "\u{21}"..."\u{7E}": "'\(self)'"
        default: "the character U+\(String(value, radix: 16, uppercase: true))"
        }
    }
}

extension String {
    /// Each character in quotes.
    fileprivate var listed: String { map { $0 == " " ? "spaces" : "'\($0)'" }.joined(separator: ", ") }
}
