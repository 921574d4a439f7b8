public import TerraneCore

extension ElastiCache {
    /// A user of caches, without a password ("Role-Based Access Control", Amazon ElastiCache User Guide).
    public struct User: Resource {
        public enum ID: TextSubject {}

        /// How a user proves who it is.
        public enum Authentication: Hashable, Sendable {
            /// With a role. Its name is its identifier then.
            case role
            /// Not at all: for a user that is switched off.
            case none
        }

        public static let type = ResourceType(
            terraform: "aws_elasticache_user", cloudFormation: "AWS::ElastiCache::User", area: .cache, tagging: .list)

        public var declaration: Declaration
        public var userID: String
        /// The name that a client gives.
        public var userName: String
        /// `redis` or `valkey`.
        public var engine: String
        public var accessString: String
        public var authentication: Authentication

        public init(
            _ name: Name, userID: String? = nil, userName: String? = nil, engine: CacheEngine, accessString: String,
            authentication: Authentication = .role, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.userID = userID ?? name.dashed
            self.userName = userName ?? self.userID
            self.engine = engine.name
            self.accessString = accessString
            self.authentication = authentication
        }

        public var id: Value<ID> { attribute("user_id", .ref, foreseen: Value(userID)) }
        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("Arn"),
                foreseen:
                    "arn:\(Deployment.partition):elasticache:\(Deployment.region):\(Deployment.account):user:\(userID)")
        }

        public var properties: Properties {
            row("user_id", "UserId", userID)
            row("user_name", "UserName", userName)
            row("engine", "Engine", engine)
            row("access_string", "AccessString", accessString)
            switch authentication {
            case .role: nested("authentication_mode", "AuthenticationMode") { row("type", "Type", "iam") }
            // The provider reads the other spelling of this, authentication_mode, back as another word than it writes.
            case .none: row("no_password_required", "NoPasswordRequired", true)
            }
        }

        public func check() -> [Diagnostic] {
            userID.isCacheIdentifier ? [] : [.cacheUserName(name, userID)]
        }
    }

    /// The users that a cache lets in.
    public struct UserGroup: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_elasticache_user_group", cloudFormation: "AWS::ElastiCache::UserGroup", area: .cache,
            tagging: .list)

        public var declaration: Declaration
        public var groupID: String
        /// `redis` or `valkey`.
        public var engine: String
        public var users: [Value<User.ID>]

        public init(
            _ name: Name, groupID: String? = nil, engine: CacheEngine, users: [Value<User.ID>],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupID = groupID ?? name.dashed
            self.engine = engine.name
            self.users = users
        }

        public var id: Value<ID> { attribute("user_group_id", .ref, foreseen: Value(groupID)) }

        public var properties: Properties {
            row("user_group_id", "UserGroupId", groupID)
            row("engine", "Engine", engine)
            row("user_ids", "UserIds", users)
        }

        public func check() -> [Diagnostic] {
            groupID.isCacheIdentifier ? [] : [.cacheUserName(name, groupID)]
        }
    }
}

extension String {
    /// 1 to 40 letters in lower case, digits and hyphens, beginning with a letter ("CreateUser", Amazon ElastiCache API
    /// Reference).
    fileprivate var isCacheIdentifier: Bool {
        guard (1...40).contains(utf8.count), let first = utf8.first, first.isLowercaseLetter else { return false }
        return utf8.allSatisfy { $0.isLowercaseLetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    fileprivate var isLowercaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension Diagnostic {
    static func cacheUserName(_ owner: Name, _ id: String) -> Diagnostic {
        .error(
            "'\(owner)' cannot be called '\(id)' in ElastiCache",
            help: "Users and their groups have 1 to 40 letters in lower case, digits and hyphens, a letter first.")
    }
}
