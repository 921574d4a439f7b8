import TerraneCompiler
import TerraneCore

/// A consequence as a reader wants it: said once, with what each back end makes of it and who says so.
struct ShownConsequence {
    let kind: Consequence.Kind
    let summary: String
    let property: String?
    let cause: Name?
    private(set) var terraform: Consequence.Certainty?
    private(set) var cloudFormation: Consequence.Certainty?
    /// `create-only: registry schema of AWS::RDS::DBInstance, createOnlyProperties`.
    private(set) var grounds: [String]

    /// Where it comes from and who says so. Of what is plain to see nobody has to.
    var reasons: [String] {
        kind == .other || kind == .cosmetic
            ? [cause.map { "because of \($0)" }].compactMap(\.self) : [origin].compactMap(\.self) + grounds
    }

    private init(_ consequence: Consequence) {
        kind = consequence.kind
        summary = consequence.summary
        property = consequence.property
        cause = consequence.cause
        terraform = consequence.terraform
        cloudFormation = consequence.cloudFormation
        grounds = [ShownConsequence.ground(consequence)]
    }

    private static func ground(_ consequence: Consequence) -> String {
        consequence.authority.isEmpty ? consequence.rule : "\(consequence.rule): \(consequence.authority)"
    }

    /// What comes of a change; what two back ends say in the same words is one.
    static func all(of change: ResourceChange) -> [ShownConsequence] {
        var shown: [ShownConsequence] = []
        for consequence in change.consequences {
            if let position = shown.firstIndex(where: { $0.says(consequence) }) {
                shown[position].add(consequence)
            } else {
                shown.append(ShownConsequence(consequence))
            }
        }
        return shown
    }

    private func says(_ other: Consequence) -> Bool {
        kind == other.kind && summary == other.summary && property == other.property && cause == other.cause
    }

    private mutating func add(_ other: Consequence) {
        terraform = [terraform, other.terraform].compactMap(\.self).min()
        cloudFormation = [cloudFormation, other.cloudFormation].compactMap(\.self).min()
        let ground = ShownConsequence.ground(other)
        if !grounds.contains(ground) { grounds.append(ground) }
    }

    /// `will`, where the back ends agree; `Terraform will, CloudFormation may`, where they do not, or `Terraform will`, where
    /// only one has the resource.
    var verdict: String {
        let (one, other) = (terraform?.phrase, cloudFormation?.phrase)
        if let one, one == other { return one }
        let words = [one.map { "Terraform \($0)" }, other.map { "CloudFormation \($0)" }].compactMap(\.self)
        return words.isEmpty ? Consequence.Certainty.no.phrase : words.joined(separator: ", ")
    }

    /// Where it comes from: a property, or another resource.
    var origin: String? {
        switch (property, cause?.path) {
        case (let property?, let cause?): "because of \(property) and of \(cause)"
        case (let property?, nil): "because of \(property)"
        case (nil, let cause?): "because of \(cause)"
        case (nil, nil): nil
        }
    }
}

extension RankedChange {
    /// What the change is ranked by.
    var worst: ShownConsequence? {
        let shown = ShownConsequence.all(of: change)
        return shown.first { $0.kind == kind } ?? shown.first
    }
}

extension Consequence.Certainty {
    fileprivate var phrase: String {
        switch self {
        case .will: "will"
        case .may: "may"
        case .no: "will not"
        }
    }
}

extension Consequence.Kind {
    /// The heading above such changes.
    var title: String {
        switch self {
        case .dataLoss: "Data loss"
        case .removal: "Removal"
        case .exposure: "Exposure"
        case .permissions: "Wider permissions"
        case .replacement: "Replacement"
        case .downtime: "Interruption"
        case .capacity: "Capacity"
        case .other: "Other changes"
        case .cosmetic: "Cosmetic"
        }
    }
}
