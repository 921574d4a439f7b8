/// Something that the token of a job may do. ("Controlling permissions for GITHUB_TOKEN", GitHub Docs.)
public struct TokenPermission: Sendable, Hashable {
    public enum Access: String, Sendable, Comparable {
        case read, write

        public static func < (left: Access, right: Access) -> Bool { left == .read && right == .write }
    }

    public let scope: String
    public let access: Access

    public static func actions(_ access: Access) -> TokenPermission { Self(scope: "actions", access: access) }
    public static func attestations(_ access: Access) -> TokenPermission { Self(scope: "attestations", access: access) }
    public static func checks(_ access: Access) -> TokenPermission { Self(scope: "checks", access: access) }
    /// The repository's files: `read` to check out.
    public static func contents(_ access: Access) -> TokenPermission { Self(scope: "contents", access: access) }
    public static func deployments(_ access: Access) -> TokenPermission { Self(scope: "deployments", access: access) }
    /// An OpenID Connect token of the job, with which it becomes a role of a cloud.
    public static let idToken = TokenPermission(scope: "id-token", access: .write)
    public static func issues(_ access: Access) -> TokenPermission { Self(scope: "issues", access: access) }
    public static func packages(_ access: Access) -> TokenPermission { Self(scope: "packages", access: access) }
    public static func pages(_ access: Access) -> TokenPermission { Self(scope: "pages", access: access) }
    public static func pullRequests(_ access: Access) -> TokenPermission {
        Self(scope: "pull-requests", access: access)
    }
    /// Findings of code scanning.
    public static func securityEvents(_ access: Access) -> TokenPermission {
        Self(scope: "security-events", access: access)
    }
    public static func statuses(_ access: Access) -> TokenPermission { Self(scope: "statuses", access: access) }

    /// Each scope once, with the most that is asked of it, in the order of the alphabet.
    static func union(_ permissions: [TokenPermission]) -> [TokenPermission] {
        Dictionary(permissions.map { ($0.scope, $0.access) }, uniquingKeysWith: max)
            .map { TokenPermission(scope: $0.key, access: $0.value) }
            .sorted { $0.scope < $1.scope }
    }
}
