/// The name of a policy, in kebab case: `encryption-at-rest`.
public struct PolicyID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let rawValue: String

    public init(stringLiteral name: String) { rawValue = name }

    public var description: String { rawValue }
}

/// A breach of a policy that is allowed, why, and until when.
public struct Exemption: Hashable, Sendable {
    public let policy: PolicyID
    /// The only type of resource that it is for; nil for whatever it is written at.
    public let type: ResourceType?
    public let reason: String
    /// The last day on which it holds. `validate` counts the breach again from the next.
    public let until: Day
    public let source: SourceLocation

    public init(
        _ policy: PolicyID, on type: (any Resource.Type)? = nil, because reason: String, until: Day,
        file: String = #fileID, line: Int = #line
    ) {
        self.policy = policy
        self.type = type?.type
        self.reason = reason
        self.until = until
        source = SourceLocation(file: file, line: line)
    }
}

extension Declared {
    /// Allows this, and all its parts, to break a policy until the end of a day.
    ///
    ///     sessions.exempt(from: .backups, because: "It is filled again from the database", until: "2027-03-31")
    public func exempt(
        from policy: PolicyID, because reason: String, until: Day, file: String = #fileID, line: Int = #line
    ) -> Self {
        with { $0.exemptions.append(Exemption(policy, because: reason, until: until, file: file, line: line)) }
    }
}

extension Component {
    /// Allows the parts of one type to break a policy until the end of a day.
    public func exempt(
        from policy: PolicyID, on type: any Resource.Type, because reason: String, until: Day,
        file: String = #fileID, line: Int = #line
    ) -> Self {
        with {
            $0.exemptions.append(Exemption(policy, on: type, because: reason, until: until, file: file, line: line))
        }
    }
}
