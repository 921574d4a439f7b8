import TerraneChecks
package import TerraneCore

/// A stack as a graph, and what was found on the way.
package struct EvaluatedStack: Sendable {
    package let graph: ResourceGraph
    let diagnostics: [Diagnostic]
    var findings: [PolicyFinding] = []
}

/// Turns a stack into its resource graph.
///
/// Afterwards every body has been asked once, each resource is a node with its properties, region and the author's
/// line, and no name is taken twice: of two resources with one name the first is in the graph, and an error shows both.
package func evaluate(_ stack: any Stack) -> EvaluatedStack {
    var evaluation = Evaluation(of: stack)
    let context = Evaluation.Context(
        region: stack.region, suppressions: stack.suppressions, exemptions: stack.exemptions, defaults: stack.defaults)
    evaluation.declare(stack.exemptions)
    evaluation.list(stack.body, in: context)
    evaluation.settle()
    return EvaluatedStack(graph: evaluation.graph, diagnostics: evaluation.diagnostics)
}

private struct Evaluation {
    /// What holds for the parts of a component.
    struct Context {
        var region: Region
        var isProtected: Bool?
        var tags: [Tag] = []
        var dependencies: [Name] = []
        var suppressions: [Suppression] = []
        var exemptions: [Exemption] = []
        /// The outermost first.
        var defaults: [PartDefault] = []
        /// The innermost line of the author's own module.
        var author: SourceLocation?
        var depth = 0
    }

    var graph: ResourceGraph
    var diagnostics: [Diagnostic] = []
    /// The Swift module of the stack: a line in it is the author's, another one is a library's.
    private let module: Substring
    private var components: [Name: SourceLocation] = [:]
    private var renames: [Name: [FormerName]] = [:]

    init(of stack: any Stack) {
        graph = ResourceGraph(of: stack)
        module = String(reflecting: type(of: stack))[...].prefix { $0 != "." }
        graph.nodes.reserveCapacity(256)
    }

    /// Who was called what before is known once everything is listed.
    mutating func settle() { settleRenames(renames, in: &graph) }

    mutating func list(_ content: Content, in context: Context) {
        for entry in content.entries {
            var here = context
            here.author = authorLine(of: entry, in: context)
            report(entry.element.check(), at: here.author)
            add(entry.element, in: here)
        }
    }

    private mutating func add(_ element: any Element, in context: Context) {
        switch element.role {
        case .resource(let resource): add(resource, in: context)
        case .component(let component): add(component, in: context)
        case .export(let export): add(export, in: context)
        case .document(let document): add(document, in: context, region: context.region)
        case .flow(let flow): graph.flows.append(flow.located(at: context.author ?? flow.source))
        case .unknown: report([.unknownElement(element)], at: context.author)
        }
    }

    private mutating func add(_ resource: any Resource, in context: Context) {
        let (declaration, type) = (resource.declaration, resource.resourceType)
        var options = declaration.options
        guard options.existing == nil else { return report([.existsAlready(declaration.name)], at: context.author) }
        options.isProtected = options.isProtected ?? context.isProtected
        options.tags = options.tags(overriding: context.tags)
        options.dependencies += context.dependencies
        options.suppressions = suppressions(
            options.suppressions + context.suppressions + resource.suppressions, type, context)
        rename(declaration)
        declare(options.exemptions)
        options.exemptions = (options.exemptions + context.exemptions).filter { ($0.type ?? type) == type }
        let node = ResourceNode(
            name: declaration.name, type: type,
            properties: resource.properties.completed(by: context.defaults, for: type), options: options,
            region: options.region ?? context.region, owner: resource.owner,
            source: context.author ?? declaration.source, madeAt: declaration.source)
        if let first = graph.insert(node) {
            report([.nameUsedTwice(node.name, first: first.source, second: node.source)], at: node.source)
        }
        for document in resource.documents { add(document, in: context, region: node.region) }
    }

    /// What is said nearest to the resource comes first, and what is said of a check again farther away does not count.
    private mutating func suppressions(
        _ all: [Suppression], _ type: ResourceType, _ context: Context
    ) -> [Suppression] {
        var chosen: [Suppression] = []
        for suppression in all where (suppression.type ?? type) == type {
            if chosen.contains(where: { $0.check == suppression.check }) { continue }
            if !suppression.isWellFormed { report([.suppressionForm(suppression)], at: context.author) }
            chosen.append(suppression)
        }
        return chosen
    }

    private mutating func add(_ document: any Document, in context: Context, region: Region) {
        graph.documents.append(
            .init(document: document, region: region, source: context.author ?? document.source))
    }

    private mutating func add(_ component: any Component, in context: Context) {
        let (name, options) = (component.declaration.name, component.declaration.options)
        let place = context.author ?? component.declaration.source
        guard options.existing == nil else { return report([.existsAlready(name)], at: context.author) }
        guard context.depth < 64 else { return report([.nestedTooDeeply(name)], at: context.author) }
        if let first = components[name] {
            return report([.nameUsedTwice(name, first: first, second: place)], at: place)
        }
        components[name] = place
        var inner = context
        inner.depth += 1
        inner.region = options.region ?? context.region
        inner.isProtected = options.isProtected ?? context.isProtected
        inner.tags = options.tags(overriding: context.tags)
        inner.dependencies += options.dependencies
        inner.suppressions = options.suppressions + context.suppressions
        rename(component.declaration)
        declare(options.exemptions)
        inner.exemptions = options.exemptions + context.exemptions
        inner.defaults += options.defaults
        list(component.body, in: inner)
    }

    private mutating func rename(_ declaration: Declaration) {
        let formerNames = declaration.options.formerNames
        if !formerNames.isEmpty { renames[declaration.name] = formerNames }
    }

    /// Keeps what is exempted from policies, so that what exempts nothing can be told.
    mutating func declare(_ exemptions: [Exemption]) {
        for exemption in exemptions where !graph.exemptions.contains(exemption) {
            graph.exemptions.append(exemption)
            if !exemption.isWellFormed { report([.exemptionForm(exemption)], at: exemption.source) }
        }
    }

    private mutating func add(_ export: any AnyExport, in context: Context) {
        let place = context.author ?? export.source
        if let first = graph.exports.first(where: { $0.name == export.name }) {
            return report([.exportedTwice(export.name, first: first.source)], at: place)
        }
        graph.exports.append(
            .init(name: export.name, value: export.exported, description: export.description, source: place))
    }

    /// Where the author wrote it, or listed it when a library wrote it; else the line of what it is part of.
    private func authorLine(of entry: Content.Entry, in context: Context) -> SourceLocation? {
        let written = entry.element.source
        if written.module == module { return written }
        if entry.listedAt.module == module { return entry.listedAt }
        return context.author ?? written
    }

    private mutating func report(_ found: [Diagnostic], at place: SourceLocation?) {
        guard !found.isEmpty else { return }
        diagnostics += found.map { $0.located(at: place) }
    }
}

extension Suppression {
    /// A scanner reads it from one line: the check's name, a colon, the reason.
    fileprivate var isWellFormed: Bool {
        !check.isEmpty && check.utf8.allSatisfy { isIdentifierByte($0) } && !reason.isEmpty
            && !reason.unicodeScalars.contains { $0.value < 0x20 }
    }

    private func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

extension Exemption {
    fileprivate var isWellFormed: Bool { until.isWellFormed && reason.contains { !$0.isWhitespace } }
}

extension Properties {
    /// The table with the defaults for its type, of which the innermost hold.
    fileprivate func completed(by defaults: [PartDefault], for type: ResourceType) -> Properties {
        defaults.reversed().reduce(into: self) { $0.rows += $1.rows(for: type, besides: $0) }
    }
}

extension Diagnostic {
    static func suppressionForm(_ suppression: Suppression) -> Diagnostic {
        .error(
            "no scanner can read the suppression of '\(suppression.check)'",
            help: "Name the check as the scanner does, such as CKV_AWS_91, and give the reason in one line.")
    }

    static func exemptionForm(_ exemption: Exemption) -> Diagnostic {
        .error(
            "the exemption from '\(exemption.policy)' needs a reason and a day of the calendar",
            help: "Say why in a sentence, and until when as in \"2027-03-31\".")
    }

    static func nameUsedTwice(_ name: Name, first: SourceLocation, second: SourceLocation) -> Diagnostic {
        .error(
            "the name '\(name)' is used twice",
            help: "A name is the identity of a resource: give one of the two another.", at: second,
            notes: [Note("first used here", at: first)])
    }

    static func existsAlready(_ name: Name) -> Diagnostic {
        .error(
            "'\(name)' exists already, and is listed as if the stack made it",
            help: "Take it out of the body: what exists is referred to, and found when it is.")
    }

    static func exportedTwice(_ name: String, first: SourceLocation) -> Diagnostic {
        .error(
            "the export '\(name)' is declared twice", help: "Give one of the two another name.",
            notes: [Note("first declared here", at: first)])
    }

    static func nestedTooDeeply(_ name: Name) -> Diagnostic {
        .error(
            "'\(name)' is nested more than 64 components deep",
            help: "Does a component list itself in its own body?")
    }

    static func unknownElement(_ element: any Element) -> Diagnostic {
        .error(
            "\(type(of: element)) is neither a resource, a component, an export nor a document",
            help: "Conform it to one of those protocols.")
    }
}
