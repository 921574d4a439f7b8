import TerraneCore

extension ResourceNode {
    /// `KoemoLogs`; nil where CloudFormation has no such resource.
    var logicalID: String? {
        type.cloudFormation.typeName.map { _ in Spelling.cloudFormation(logicalName) }
    }

    /// The name that its logical ID spells: the oldest of all it had, because an update would make the resource anew under
    /// another; or the one that a stack refactoring has given it since.
    var logicalName: Name { logicalNames.current }

    /// The logical ID before the latest stack refactoring.
    var refactoredLogicalID: String? {
        guard type.cloudFormation.typeName != nil, let before = logicalNames.before else { return nil }
        let id = Spelling.cloudFormation(before)
        return id == logicalID ? nil : id
    }

    private var logicalNames: (before: Name?, current: Name) {
        let former = options.formerNames
        var before: Name?
        var current = former.last?.name ?? name
        guard !StackRefactoring.refuses(type) else { return (nil, current) }
        for position in former.indices.reversed() where former[position].logicalID == .refactored {
            (before, current) = (current, position == 0 ? name : former[position - 1].name)
        }
        return (before, current)
    }
}

extension ResourceGraph {
    /// The logical ID of the resource with this name.
    func logicalID(of name: Name) -> String { Spelling.cloudFormation(self[name]?.logicalName ?? name) }
}
