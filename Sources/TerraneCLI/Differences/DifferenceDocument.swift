import TerraneCompiler
import TerraneCore

/// A difference for programs, in the form that `difference.schema.json` describes.
struct DifferenceDocument: Encodable {
    struct Stack: Encodable {
        let name: String
        let resources: Int
    }

    struct Place: Encodable {
        let file: String
        let line: Int
    }

    struct Suggestion: Encodable {
        let older: [String]
        let newer: [String]
        let resources: Int
        let modifier: String?
        let source: Place
    }

    struct Property: Encodable {
        let terraform: String?
        let cloudFormation: String?
        let before: String?
        let after: String?
    }

    struct Result: Encodable {
        let kind: String
        let terraform: String?
        let cloudFormation: String?
        let summary: String
        let rule: String
        let authority: String
        let property: String?
        let cause: String?
    }

    struct Change: Encodable {
        let stack: String
        let environments: [String]
        let subject: String
        let name: String
        let kind: String
        let renamedFrom: String?
        let consequence: String
        let certainty: String
        let isFailure: Bool
        let terraformAddress: String?
        let cloudFormationType: String?
        let logicalID: String?
        let source: Place?
        let properties: [Property]
        let consequences: [Result]
    }

    /// Rises when a reader of the old form would misread the new one.
    let formatVersion = 1
    let older: String
    let newer: String
    let headline: String
    let exitCode: Int32
    let failsOn: [String]
    let addedStacks: [Stack]
    let removedStacks: [Stack]
    let renameSuggestions: [Suggestion]
    let changes: [Change]
}

extension DifferenceDocument {
    init(_ report: DifferenceReport, file: (SourceLocation) -> String) {
        older = report.older
        newer = report.newer
        headline = Headline(report).description
        exitCode = report.exitCode
        failsOn = ChangeThreshold.allCases.filter(report.thresholds.contains).map(\.rawValue)
        addedStacks = report.added.map { Stack(name: $0.label, resources: $0.resources) }
        removedStacks = report.removed.map { Stack(name: $0.label, resources: $0.resources) }
        renameSuggestions = report.suggestions.map {
            Suggestion(
                older: $0.older.map(\.path), newer: $0.newer.map(\.path), resources: $0.resources,
                modifier: $0.modifier,
                source: Place(file: file($0.source), line: $0.source.line))
        }
        changes = report.changes.map { Change($0, isFailure: report.isFailure($0), file: file) }
    }
}

extension DifferenceDocument.Change {
    init(_ ranked: RankedChange, isFailure: Bool, file: (SourceLocation) -> String) {
        let change = ranked.change
        stack = ranked.stack.path
        environments = ranked.environments
        subject = change.subject.rawValue
        name = change.name.path
        (kind, renamedFrom) = change.kind.written
        consequence = ranked.kind.rawValue
        certainty = ranked.certainty.rawValue
        self.isFailure = isFailure
        terraformAddress = change.terraformAddress
        cloudFormationType = change.cloudFormationType
        logicalID = change.logicalID
        source = change.source.map { DifferenceDocument.Place(file: file($0), line: $0.line) }
        properties = change.properties.map {
            DifferenceDocument.Property(
                terraform: $0.terraform, cloudFormation: $0.cloudFormation, before: $0.before, after: $0.after)
        }
        consequences = change.consequences.map(DifferenceDocument.Result.init)
    }
}

extension DifferenceDocument.Result {
    init(_ consequence: Consequence) {
        kind = consequence.kind.rawValue
        terraform = consequence.terraform?.rawValue
        cloudFormation = consequence.cloudFormation?.rawValue
        summary = consequence.summary
        rule = consequence.rule
        authority = consequence.authority
        property = consequence.property
        cause = consequence.cause?.path
    }
}

extension ResourceChange.Kind {
    fileprivate var written: (String, former: String?) {
        switch self {
        case .added: ("added", nil)
        case .removed: ("removed", nil)
        case .changed: ("changed", nil)
        case .renamed(let name): ("renamed", name.path)
        case .touched: ("touched", nil)
        }
    }
}
