import TerraneCore

/// What keeps a value from being the same in every target.
enum TextProblem: Hashable {
    /// Terraform composes every text, and would deploy another one ("Strings and Templates", Terraform documentation).
    case decomposed(String)
    /// An accent stands where there is no letter to bear it, and would go to whatever letter a target puts before it:
    /// Terraform's `jsonencode` writes a newline as `\n`, and then makes one character of the `n` and the accent.
    case strayAccent(String)
    /// C ends a text at its first NUL, and so do the clouds' own interfaces.
    case holdsNUL(String)
    /// Neither JSON nor HCL has infinities or a number that is none.
    case notFinite
    /// One of the two would be lost.
    case keyTwice(String)
    /// CloudFormation would call the function; Terraform would not.
    case readsAsFunction(String)
}

extension String {
    /// What is wrong with the text itself.
    var problem: TextProblem? {
        if utf8.allSatisfy({ $0 < 0xCC && $0 != 0 }) { return nil }
        if utf8.contains(0) { return .holdsNUL(self) }
        if hasStrayAccent { return .strayAccent(self) }
        return isComposed ? nil : .decomposed(self)
    }

    /// Whether a combining character begins the text, or follows one that JSON may write as a letter.
    private var hasStrayAccent: Bool {
        var mayBeJoined = true
        for scalar in unicodeScalars {
            if mayBeJoined, scalar.value >= 0x300, scalar.combines { return true }
            mayBeJoined = scalar.value < 0x20 || scalar == "<" || scalar == ">" || scalar == "&"
        }
        return false
    }

    /// The text as a message quotes it: not all of a long one.
    var inMessage: String {
        guard unicodeScalars.count > 60 else { return "'\(self)'" }
        return "'\(String(unicodeScalars.prefix(60)))…'"
    }
}

extension Unicode.Scalar {
    /// Whether it may become one character with what stands before it.
    fileprivate var combines: Bool {
        if properties.canonicalCombiningClass != .notReordered || properties.generalCategory == .spacingMark {
            return true
        }
        // Vowels and final consonants of Hangul.
        return (0x1161...0x1175).contains(value) || (0x11A8...0x11C2).contains(value)
    }
}

extension Expression {
    /// What is wrong with a value that both targets take as data, and with its parts.
    var textProblems: [TextProblem] {
        var found: [TextProblem] = []
        forEachPart { part in
            switch part {
            case .string(let text): if let problem = text.problem { found.append(problem) }
            case .number(let number): if !number.isFinite { found.append(.notFinite) }
            case .object(let fields): found += Expression.problems(of: fields)
            default: break
            }
        }
        return found
    }

    private static func problems(of fields: [Field]) -> [TextProblem] {
        var found = fields.compactMap(\.key.problem)
        var keys: Set<String> = []
        for field in fields where !field.value.isNull && !keys.insert(field.key).inserted {
            found.append(.keyTwice(field.key))
        }
        return found
    }

    /// What in it CloudFormation takes for a function ("Intrinsic function reference", AWS CloudFormation User Guide) or for
    /// a question to another service ("Get values stored in other services using dynamic references", the same).
    var readsAsFunction: [String] {
        var found: [String] = []
        forEachPart { part in
            switch part {
            case .string(let text) where text.holds(mark: "{{resolve:"): found.append(text)
            case .object(let fields):
                found += fields.map(\.key).filter { $0 == "Ref" || $0.utf8.starts(with: "Fn::".utf8) }
            default: break
            }
        }
        return found
    }
}
