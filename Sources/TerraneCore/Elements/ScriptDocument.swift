/// A script for operators, rendered from a template with facts of the model.
///
/// One file serves all environments of a system: each that lists it brings its facts, and whoever runs it says which
/// environment is meant. The template is Mustache; `{{> head}}` makes it a Bash script that reads its arguments and has the
/// facts of the chosen environment in variables.
public struct ScriptDocument: Document {
    /// `operations/rollback.sh`.
    public let path: String
    public let template: String
    public let facts: [ScriptFact]
    public let source: SourceLocation

    public init(path: String, template: String, facts: [ScriptFact], source: SourceLocation) {
        self.path = path
        self.template = template
        self.facts = facts
        self.source = source
    }

    public var expressions: [Expression] { facts.map(\.value) }
}

/// A fact that a script needs: the variable that holds it, and a value that is known before deployment.
public struct ScriptFact: Sendable {
    /// A name of the shell: `log_group`.
    public let variable: String
    /// Text, or a list of texts, which becomes an array. What is not given becomes an empty text.
    public let value: Expression

    public init(_ variable: String, _ value: some ExpressionConvertible) {
        self.variable = variable
        self.value = value.expression
    }

    /// Whether the shell takes the name as a variable's.
    public var isWellNamed: Bool {
        guard let first = variable.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return variable.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
        }
    }
}

extension ScriptDocument {
    public func check() -> [Diagnostic] {
        var seen: Set<String> = ["account", "region"]
        return facts.compactMap { fact in
            if !fact.isWellNamed { return .variableName(fact.variable, in: path, at: source) }
            return seen.insert(fact.variable).inserted ? nil : .variableTwice(fact.variable, in: path, at: source)
        }
    }
}

extension Diagnostic {
    fileprivate static func variableName(_ name: String, in path: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(name)' in '\(path)' cannot be a variable of the shell",
            help: "Use ASCII letters, digits and '_', a digit not first.", at: place)
    }

    fileprivate static func variableTwice(_ name: String, in path: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(path)' has the fact '\(name)' twice",
            help: "Give one of them another name; 'account' and 'region' are there already.", at: place)
    }
}
