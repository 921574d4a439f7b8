import TerraneCore
import TerraneSchemas

extension Diagnostic {
    static func unknownTerraformType(_ written: WrittenBlock, _ type: String, _ known: [String]) -> Diagnostic {
        let what = written.kind == .data ? "data source" : "resource"
        return .error(
            "'\(written.name)' is of the type '\(type)', and the provider has no such \(what)",
            help: guess(type, among: known) ?? "The Terraform Registry lists the types of the provider.",
            at: written.place)
    }

    static func unknownAttribute(_ place: SchemaPlace, known: [String]) -> Diagnostic {
        .error(
            "'\(place.resource)' sets '\(place.text)', and \(place.owner) has no '\(place.name)'",
            help: guess(place.name, among: known) ?? "It has \(list(known)).", at: place.line)
    }

    static func readOnlyAttribute(_ place: SchemaPlace) -> Diagnostic {
        .error(
            "'\(place.resource)' sets '\(place.text)', which only the provider sets",
            help: "Leave it out; what others need of it is an attribute to refer to.", at: place.line)
    }

    static func missingAttribute(_ place: SchemaPlace) -> Diagnostic {
        .error(
            "'\(place.resource)' leaves out '\(place.text)', which \(place.owner) cannot do without",
            help: "Give it a value.", at: place.line)
    }

    static func wrongAttributeType(_ place: SchemaPlace, given: String, wanted: String) -> Diagnostic {
        .error(
            "'\(place.text)' of '\(place.resource)' is \(given), and '\(place.type)' takes \(wanted)",
            help:
                "Terraform turns texts, numbers and booleans into each other where they say the same, and nothing else.",
            at: place.line)
    }

    static func valueNotTaken(_ place: SchemaPlace, _ text: String, known: [String]) -> Diagnostic {
        .error(
            "'\(place.text)' of '\(place.resource)' is '\(text)', which '\(place.type)' does not take",
            help: guess(text, among: known) ?? "It takes \(list(known)).", at: place.line)
    }

    static func valueOutOfRange(
        _ place: SchemaPlace, _ number: String, _ limits: TerraformSchema.Limits
    ) -> Diagnostic {
        let range = [limits.least.map { "\($0) at least" }, limits.most.map { "\($0) at most" }].compactMap(\.self)
        return .error(
            "'\(place.text)' of '\(place.resource)' is \(number), and '\(place.type)' takes \(range.joined(separator: " and "))",
            at: place.line)
    }

    static func attributeForBlock(_ place: SchemaPlace) -> Diagnostic {
        .error(
            "'\(place.text)' of '\(place.resource)' is written as an argument, and in \(place.owner) it is a block",
            help: "Write it with `nested` or `repeated`, without `as: .attribute`.", at: place.line)
    }

    static func blockForAttribute(_ place: SchemaPlace) -> Diagnostic {
        .error(
            "'\(place.text)' of '\(place.resource)' is written as a block, and in \(place.owner) it is an argument",
            help: "Write it with `row`, or with `nested` or `repeated` and `as: .attribute`.", at: place.line)
    }

    static func tooFewBlocks(_ place: SchemaPlace, _ count: Int, least: Int) -> Diagnostic {
        .error(
            "'\(place.resource)' has \(blocks(count)) '\(place.text)', and \(place.owner) takes \(least) at least",
            at: place.line)
    }

    static func tooManyBlocks(_ place: SchemaPlace, _ count: Int, most: Int) -> Diagnostic {
        .error(
            "'\(place.resource)' has \(blocks(count)) '\(place.text)', and \(place.owner) takes \(most) at most",
            at: place.line)
    }

    static func unknownIgnoredAttribute(_ place: SchemaPlace, known: [String]) -> Diagnostic {
        .error(
            "'\(place.resource)' ignores changes of '\(place.text)', which \(place.owner) does not have",
            help: guess(place.name, among: known), at: place.line)
    }

    static func unknownReference(
        _ problem: TerraformReference.Problem, in user: String, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "\(user) uses '\(problem.name)' of '\(problem.target)', and '\(problem.type)' has no such attribute",
            help: guess(problem.name, among: problem.known) ?? "It has \(list(problem.known)).", at: place)
    }

    /// "Ephemeral values", Terraform documentation.
    static func ephemeralValueKept(_ place: SchemaPlace) -> Diagnostic {
        .error(
            "'\(place.text)' of '\(place.resource)' is given an ephemeral value, which Terraform would have to keep in its state",
            help: "Ephemeral values may stand in write-only arguments alone, whose names often end in '_wo'.",
            at: place.line)
    }

    private static func guess(_ word: String, among known: [String]) -> String? {
        Suggestion.nearest(to: word, among: known).map { "Did you mean '\($0)'?" }
    }

    private static func blocks(_ count: Int) -> String {
        switch count {
        case 0: "no block"
        case 1: "1 block"
        default: "\(count) blocks"
        }
    }

    /// The first few names.
    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "no arguments" }
        let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
    }
}

extension TerraformSchema.Block {
    /// What an author may write, in order.
    var writableNames: [String] { attributes.writableNames + blocks.keys.sorted() }
}

extension [String: TerraformSchema.Attribute] {
    var writableNames: [String] { filter { !$0.value.isReadOnly }.keys.sorted() }
}
