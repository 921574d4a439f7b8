import TerraneCore

extension GraphComparison {
    /// What differs of a stack besides its resources: what a deployment gives it, what it gives to other stacks, what it looks
    /// up, and what holds for all of it.
    func changesBesideResources() -> [ResourceChange] {
        paired(older.facts.parameters, newer.facts.parameters, by: \.name).compactMap(parameterChange)
            + paired(older.exports, newer.exports, by: \.name).compactMap(exportChange)
            + paired(older.dataSources, newer.dataSources, by: \.name.path).compactMap(lookupChange)
            + [stackChange].compactMap(\.self)
    }

    /// What is called alike in both, in the newer order; what is gone stands behind.
    private func paired<Item>(
        _ older: [Item], _ newer: [Item], by name: (Item) -> String
    ) -> [(older: Item?, newer: Item?)] {
        let former = Dictionary(older.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(newer.map(name))
        return newer.map { (former[name($0)], $0) } + older.filter { !present.contains(name($0)) }.map { ($0, nil) }
    }

    // MARK: Parameters

    private func parameterChange(_ old: ParameterDeclaration?, _ new: ParameterDeclaration?) -> ResourceChange? {
        guard let name = new?.name ?? old?.name else { return nil }
        let (before, after) = (old?.fallback, new?.fallback)
        let isSecret = old?.isSensitive == true || new?.isSensitive == true
        let isSameDefault = (before ?? .null).isSame(as: after ?? .null)
        let properties =
            PropertyChange.list("type", "Type", old?.type.rawValue, new?.type.rawValue)
            + PropertyChange.list(
                "sensitive", "NoEcho", old.map { "\($0.isSensitive)" }, new.map { "\($0.isSensitive)" })
            + (isSameDefault
                ? []
                : [
                    PropertyChange(
                        terraform: "default", cloudFormation: "Default", before: before?.readable(isSecret: isSecret),
                        after: after?.readable(isSecret: isSecret))
                ])
        return beside(
            .parameter, name, from: old != nil, to: new != nil, terraform: "var.\(name)",
            logicalID: Spelling.pascalCase(name), at: source(ofUsersOf: name), properties,
            Consequence(
                .other, terraform: .will, cloudFormation: .will, outcome(of: old, new, isSameDefault),
                rule: "parameter-changed",
                authority:
                    "Input variables (Terraform documentation); CloudFormation template Parameters syntax (AWS CloudFormation User Guide)"
            ))
    }

    private func outcome(
        of old: ParameterDeclaration?, _ new: ParameterDeclaration?, _ isSameDefault: Bool
    ) -> String {
        guard let new else { return "a deployment that still gives it a value is refused" }
        guard let old else {
            return new.fallback == nil
                ? "every deployment has to give it a value" : "a deployment can give it a value"
        }
        if old.type != new.type { return "it takes a value of another type" }
        if isSameDefault { return new.isSensitive ? "its value is hidden" : "its value is no longer hidden" }
        return new.fallback == nil
            ? "every deployment has to give it a value" : "a deployment that gives it no value gets another one"
    }

    /// The first line that has something to do with a parameter: documents do not say where it is declared.
    private func source(ofUsersOf parameter: String) -> SourceLocation? {
        let users = [newer, older].lazy.compactMap { graph in graph.nodes.first { $0.uses(parameter: parameter) } }
        return users.first?.source
    }

    // MARK: Exports

    private func exportChange(
        _ old: ResourceGraph.ExportNode?, _ new: ResourceGraph.ExportNode?
    ) -> ResourceChange? {
        guard let export = new ?? old else { return nil }
        let isSame =
            if let old, let new {
                [Properties.Dialect.terraform, .cloudFormation].allSatisfy { dialect in
                    plain(dialect, older, renames.newNames)(old.value).isSame(as: plain(dialect, newer)(new.value))
                }
            } else { false }
        let properties =
            isSame
            ? []
            : [
                PropertyChange(
                    terraform: "value", cloudFormation: "Value", before: old?.value.readable(),
                    after: new?.value.readable())
            ]
        let consequence =
            switch (old, new) {
            case (_?, nil):
                Consequence(
                    .removal, terraform: .will, cloudFormation: .will,
                    "what imports it can no longer be deployed, and CloudFormation keeps it as long as something does",
                    rule: "export-removed", authority: ExportFacts.authority)
            case (nil, _):
                Consequence(
                    .other, terraform: .will, cloudFormation: .will, "other stacks can import it",
                    rule: "export-added", authority: ExportFacts.authority)
            default:
                Consequence(
                    .other, terraform: .will, cloudFormation: .will,
                    "what imports it gets another value, which CloudFormation refuses as long as something does",
                    rule: "export-changed", authority: ExportFacts.authority)
            }
        return beside(
            .export, export.name, from: old != nil, to: new != nil,
            terraform: "output.\(Spelling.terraform(Name(export.name)))", logicalID: nil, at: export.source, properties,
            consequence)
    }

    private enum ExportFacts {
        static let authority =
            "Get exported outputs from a deployed CloudFormation stack (AWS CloudFormation User Guide)"
    }

    // MARK: Lookups

    private func lookupChange(_ old: DataSource?, _ new: DataSource?) -> ResourceChange? {
        guard let source = new ?? old else { return nil }
        var comparison = ValueComparison { _ in false }
        comparison.compare(
            arguments(of: old, by: plain(.terraform, older, in: old?.region, renames.newNames)),
            arguments(of: new, by: plain(.terraform, newer, in: new?.region)), at: PropertyPath())
        let properties =
            PropertyChange.list("type", nil, old?.type, new?.type)
            + PropertyChange.list("region", nil, old?.region?.rawValue, new?.region?.rawValue)
            + comparison.found.map {
                PropertyChange(
                    terraform: $0.path.description, cloudFormation: nil, before: $0.before?.readable(),
                    after: $0.after?.readable())
            }
        let outcome: (words: String, certainty: Consequence.Certainty) =
            switch (old, new) {
            case (nil, _): ("each deployment looks it up", .will)
            case (_, nil): ("it is no longer looked up", .will)
            default: ("something else may be found, and whatever uses it follows", .may)
            }
        return beside(
            .lookup, source.name.path, from: old != nil, to: new != nil,
            terraform: "data.\(source.type).\(Spelling.terraform(source.name))", logicalID: nil, at: source.declaredAt,
            properties,
            Consequence(
                .other, terraform: outcome.certainty, cloudFormation: nil, outcome.words, rule: "lookup-changed",
                authority: "Data sources (Terraform documentation)"))
    }

    private func arguments(of source: DataSource?, by plain: PlainForm) -> Expression {
        plain(source.map { WrittenProperties.object(of: $0.arguments, in: .terraform) } ?? .object([]))
    }

    // MARK: The stack as a whole

    private var stackChange: ResourceChange? {
        let (before, after) = (older.account?.rawValue, newer.account?.rawValue)
        let tags = ChangedValue.tags(from: older.tags, to: newer.tags)
        let accounts = PropertyChange.list("account", "Account", before, after)
        guard !tags.isEmpty || !accounts.isEmpty else { return nil }
        var consequences: [Consequence] = []
        if let before, let after, before != after {
            consequences.append(
                Consequence(
                    .replacement, terraform: .will, cloudFormation: .will,
                    "all of it is made anew in the account \(after), and what was deployed in \(before) stays there",
                    rule: "another-account", authority: "the two graphs", property: "account"))
        } else if !accounts.isEmpty {
            consequences.append(
                Consequence(
                    .other, terraform: .may, cloudFormation: .may,
                    after == nil ? "any account can get it" : "no other account gets it", rule: "account-bound",
                    authority: "the two graphs", property: "account"))
        }
        if !tags.isEmpty {
            consequences.append(
                Consequence(
                    .cosmetic, terraform: .will, cloudFormation: .will, "everything that takes tags gets them",
                    rule: "cosmetic", authority: "the two graphs"))
        }
        return ResourceChange(
            subject: .stack, name: newer.stack, kind: .changed, terraformAddress: nil, cloudFormationType: nil,
            logicalID: nil, source: nil, properties: accounts + tags.map(\.readable), consequences: consequences)
    }

    // MARK: Any of them

    private func plain(
        _ dialect: Properties.Dialect, _ graph: ResourceGraph, in region: Region? = nil, _ renames: [Name: Name] = [:]
    ) -> PlainForm {
        PlainForm(dialect: dialect, region: region ?? graph.region, account: graph.account, renames: renames)
    }

    /// Nil where there are both and nothing differs.
    private func beside(
        _ subject: ResourceChange.Subject, _ name: String, from isOld: Bool, to isNew: Bool, terraform: String,
        logicalID: String?, at source: SourceLocation?, _ properties: [PropertyChange], _ consequence: Consequence
    ) -> ResourceChange? {
        if isOld, isNew, properties.isEmpty { return nil }
        return ResourceChange(
            subject: subject, name: Name(name), kind: !isOld ? .added : isNew ? .changed : .removed,
            terraformAddress: terraform, cloudFormationType: nil, logicalID: logicalID, source: source,
            properties: properties, consequences: [consequence])
    }
}

extension PropertyChange {
    /// A change of what is told in a word; none where it is the same.
    fileprivate static func list(
        _ terraform: String, _ cloudFormation: String?, _ before: String?, _ after: String?
    ) -> [PropertyChange] {
        before == after
            ? []
            : [PropertyChange(terraform: terraform, cloudFormation: cloudFormation, before: before, after: after)]
    }
}
