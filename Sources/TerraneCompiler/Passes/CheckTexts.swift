import TerraneCore

/// Checks that what a stack says can be said in every target, unchanged.
///
/// Afterwards every text of a resource, export, parameter or tag comes out of each target as it went in, numbers are
/// numbers, no object has a key twice, and nothing that is data reads as a function of CloudFormation.
func checkTexts(_ graph: ResourceGraph) -> [Diagnostic] {
    let tags = graph.tags.flatMap(\.problems).map { Diagnostic.unsayable($0, "a tag of the stack '\(graph.stack)'") }
    let exports = graph.exports.flatMap { export in
        (export.value.textProblems + problem(of: export.description)).map {
            Diagnostic.unsayable($0, "the export '\(export.name)'").located(at: export.source)
        }
    }
    let parameters = graph.facts.parameters.flatMap { parameter in
        ((parameter.fallback?.textProblems ?? []) + problem(of: parameter.description)).map {
            Diagnostic.unsayable($0, "the parameter '\(parameter.name)'").located(at: parameter.source)
        }
    }
    let documents = graph.documents.flatMap { node in
        node.document.expressions.flatMap(\.textProblems).filter(\.concernsDocuments).map {
            Diagnostic.unsayable($0, node.document.path.inMessage).located(at: node.source)
        }
    }
    return tags + exports + parameters + documents + graph.nodes.flatMap { checkTexts(of: $0) }
}

private func checkTexts(of node: ResourceNode) -> [Diagnostic] {
    var problems = node.options.tags.flatMap(\.problems)
    let isInTemplate = node.type.cloudFormation.isWritten
    for table in [node.properties, Properties(node.options.overrides)] {
        table.forEachExpression(in: .terraform) { value in
            value.addProblems(to: &problems)
            if isInTemplate { problems += value.readsAsFunction.map { .readsAsFunction($0) } }
        }
        table.forEachExpression(in: .cloudFormation) { $0.addProblems(to: &problems) }
    }
    guard !problems.isEmpty else { return [] }
    var seen: Set<TextProblem> = []
    return problems.filter { seen.insert($0).inserted }.map {
        Diagnostic.unsayable($0, "'\(node.name)'").located(at: node.source)
    }
}

private func problem(of description: String?) -> [TextProblem] {
    [description?.problem].compactMap(\.self)
}

extension Expression {
    /// Most values are literals without parts.
    fileprivate func addProblems(to problems: inout [TextProblem]) {
        switch self {
        case .string(let text): if let problem = text.problem { problems.append(problem) }
        case .null, .integer, .boolean: break
        default: problems += textProblems
        }
    }
}

extension Tag {
    fileprivate var problems: [TextProblem] { [key.problem, value.problem].compactMap(\.self) }
}

extension ResourceType.Form {
    /// Whether CloudFormation reads the values.
    fileprivate var isWritten: Bool {
        switch self {
        case .type, .part: true
        case .absent, .module, .ephemeral: false
        }
    }
}

extension TextProblem {
    /// A document is handed over byte for byte, so that its texts are as they were written.
    fileprivate var concernsDocuments: Bool {
        switch self {
        case .notFinite, .keyTwice: true
        case .decomposed, .strayAccent, .holdsNUL, .readsAsFunction: false
        }
    }
}

extension Diagnostic {
    fileprivate static func unsayable(_ problem: TextProblem, _ owner: String) -> Diagnostic {
        switch problem {
        case .decomposed(let text): textNotComposed(owner, text)
        case .strayAccent(let text): accentWithoutLetter(owner, text)
        case .holdsNUL(let text): textHoldsNUL(owner, text)
        case .notFinite: numberNotFinite(owner)
        case .keyTwice(let key): objectKeyTwice(owner, key)
        case .readsAsFunction(let key): dataReadsAsFunction(owner, key)
        }
    }

    private static func textNotComposed(_ owner: String, _ text: String) -> Diagnostic {
        .error(
            "\(owner) says \(text.inMessage), which Terraform would change: it is not in Unicode's normal form C",
            help:
                "Type it again, or write `text.precomposedStringWithCanonicalMapping`: an accent by itself becomes one "
                + "character with its letter.")
    }

    private static func accentWithoutLetter(_ owner: String, _ text: String) -> Diagnostic {
        .error(
            "\(owner) says \(text.inMessage), where an accent has no letter to stand on",
            help: "Remove it, or put a letter or a space before it: it would join whatever a target writes there.")
    }

    private static func textHoldsNUL(_ owner: String, _ text: String) -> Diagnostic {
        .error(
            "\(owner) says \(text.inMessage), which holds the character NUL",
            help: "Remove it: nothing that reads the text would read on behind it.")
    }

    private static func numberNotFinite(_ owner: String) -> Diagnostic {
        .error("\(owner) has a number that is infinite, or none at all", help: "Give a number that can be written.")
    }

    private static func objectKeyTwice(_ owner: String, _ key: String) -> Diagnostic {
        .error("\(owner) has the key \(key.inMessage) twice in one object", help: "Remove one of them.")
    }

    private static func dataReadsAsFunction(_ owner: String, _ key: String) -> Diagnostic {
        .error(
            "\(owner) says \(key.inMessage), which CloudFormation takes for a function of its own",
            help:
                "Write it otherwise; what CloudFormation shall compute is said by a reference, or for CloudFormation alone."
        )
    }
}
