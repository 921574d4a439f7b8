/// What something was called before, so that what is deployed under that name stays what it is.
public struct FormerName: Hashable, Sendable {
    /// What becomes of a logical ID, which an update of a CloudFormation stack cannot change: to it another ID is another
    /// resource.
    public enum LogicalID: Hashable, Sendable {
        /// It stays that of the former name. Nothing is to be done.
        case kept
        /// It becomes that of the new name where CloudFormation can do that, by a stack refactoring that somebody starts.
        case refactored
    }

    public let name: Name
    public let logicalID: LogicalID
    public let source: SourceLocation

    public init(_ name: Name, logicalID: LogicalID = .kept, source: SourceLocation) {
        self.name = name
        self.logicalID = logicalID
        self.source = source
    }
}

extension Declared {
    /// Says what this was called before: what is deployed under that name is moved, and not made anew. On a component it holds
    /// for all its parts. Of several former names the latest comes first.
    ///
    ///     FargateService(Name("koemo-api", physical: "koemo-backend"), in: network, …).renamed(from: "koemo-backend")
    ///
    /// It says nothing of physical names, which follow from the new name unless that is given a `physical` one.
    public func renamed(
        from name: Name, logicalID: FormerName.LogicalID = .kept, file: String = #fileID, line: Int = #line
    ) -> Self {
        let former = FormerName(name, logicalID: logicalID, source: SourceLocation(file: file, line: line))
        return with { $0.formerNames.append(former) }
    }
}
