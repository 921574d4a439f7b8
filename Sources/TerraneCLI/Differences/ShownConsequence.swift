import TerraneCompiler
import TerraneCore

/// A consequence as a reader wants it: said once, with what each back end makes of it and who says so.
struct ShownConsequence {
    let kind: Consequence.Kind
    let summary: String
    private(set) var properties: [String]
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
        properties = [consequence.property].compactMap(\.self)
        cause = consequence.cause
        terraform = consequence.terraform
        cloudFormation = consequence.cloudFormation
        grounds = [ShownConsequence.ground(consequence)]
    }

    private static func ground(_ consequence: Consequence) -> String {
        consequence.authority.isEmpty ? consequence.rule : "\(consequence.rule): \(consequence.authority)"
    }

    /// What comes of a change; what is said of several properties, or of each back end, in the same words is one.
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
        kind == other.kind && summary == other.summary && cause == other.cause
    }

    private mutating func add(_ other: Consequence) {
        terraform = [terraform, other.terraform].compactMap(\.self).min()
        cloudFormation = [cloudFormation, other.cloudFormation].compactMap(\.self).min()
        if let property = other.property, !properties.contains(property) { properties.append(property) }
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
        let all = properties.prefix(4) + (properties.count > 4 ? ["\(properties.count - 4) more"] : [])
        switch (all.isEmpty ? nil : all.joined(separator: ", "), cause?.path) {
        case (let properties?, let cause?): return "because of \(properties) and of \(cause)"
        case (let properties?, nil): return "because of \(properties)"
        case (nil, let cause?): return "because of \(cause)"
        case (nil, nil): return nil
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
