/// An action at the commit that was reviewed: a tag can be moved, a commit cannot.
///
/// ("Security hardening for GitHub Actions", section on third-party actions, GitHub Docs.)
public struct LockedAction: Hashable, Sendable {
    /// The release that the commit is, `v7.0.1`; it stands in a comment.
    public let version: String
    public let commit: String
    /// Inputs that have no default and must be given.
    public let required: [String]
    public let optional: [String]
    public let outputs: [String]

    /// Every input that the action takes.
    public var inputs: [String] { required + optional }
}

/// The actions that workflows may use, each at one commit.
///
/// `ActionLock.json` is the lock; `ActionLockTable.swift` is generated from it.
public enum ActionLock {
    public static subscript(action: String) -> LockedAction? { table[action] }

    /// The names of all of them.
    public static var names: some Collection<String> { table.keys }
}
