import TerraneCompiler
import TerraneCore

/// An explanation for programs.
struct ExplanationReport: Encodable {
    struct Place: Encodable {
        let file: String
        let line: Int
    }

    struct Spelled: Encodable {
        let type: String?
        let address: String?
        let absentBecause: String?
    }

    struct Cell: Encodable {
        let name: String
        let value: String?
    }

    struct Row: Encodable {
        let depth: Int
        let terraform: Cell?
        let cloudFormation: Cell?
        let reason: String?
    }

    struct Neighbour: Encodable {
        let name: String
        let address: String
        let source: Place
    }

    struct Rule: Encodable {
        let rule: String
        let says: String
    }

    let formatVersion = 1
    let name: String
    let stack: String
    let environment: String
    let region: String
    let source: Place
    let madeAt: Place
    let terraform: Spelled
    let cloudFormation: Spelled
    let properties: [Row]
    let refersTo: [Neighbour]
    let referredBy: [Neighbour]
    let suppressions: [Rule]
    let policies: [Rule]
    let diagnostics: [Rule]
}

extension ExplanationReport {
    init(_ explanation: Explanation, place: (SourceLocation) -> Place) {
        name = explanation.name.path
        stack = explanation.stack.stack.path
        environment = explanation.stack.environment
        region = explanation.region.rawValue
        source = place(explanation.source)
        madeAt = place(explanation.madeAt)
        terraform = Spelled(explanation.terraform)
        cloudFormation = Spelled(explanation.cloudFormation)
        properties = explanation.rows.map(Row.init)
        refersTo = explanation.refersTo.map {
            Neighbour(name: $0.name.path, address: $0.address, source: place($0.source))
        }
        referredBy = explanation.referredBy.map {
            Neighbour(name: $0.name.path, address: $0.address, source: place($0.source))
        }
        suppressions = explanation.suppressions.map { Rule(rule: $0.rule, says: $0.reason) }
        policies = explanation.policies.map { Rule(rule: $0.rule, says: $0.verdict) }
        diagnostics = explanation.diagnostics.map { Rule(rule: $0.rule, says: $0.summary) }
    }
}

extension ExplanationReport.Spelled {
    init(_ form: Explanation.Spelled) {
        switch form {
        case .resource(let type, let address): (self.type, self.address, absentBecause) = (type, address, nil)
        case .absent(let reason): (type, address, absentBecause) = (nil, nil, reason)
        }
    }
}

extension ExplanationReport.Row {
    init(_ row: ExplainedRow) {
        depth = row.depth
        terraform = row.terraform.map { ExplanationReport.Cell(name: $0.name, value: $0.value) }
        cloudFormation = row.cloudFormation.map { ExplanationReport.Cell(name: $0.name, value: $0.value) }
        reason = row.reason
    }
}

extension ExplanationPrinter {
    func json(_ explanation: Explanation) -> String {
        JSONText.encode(ExplanationReport(explanation) { ExplanationReport.Place(file: file($0), line: $0.line) })
    }
}
