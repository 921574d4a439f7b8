public import TerraneCore

extension Atlas {
    /// Somebody who may use databases. There is no password: AWS or a certificate says who it is ("Set Up
    /// Authentication with AWS IAM", MongoDB Atlas documentation).
    public struct DatabaseUser: Resource {
        /// How the user proves who it is.
        public enum Identity: Hashable, Sendable {
            /// Whoever holds the role: the tasks of a service.
            case role(Value<ARN>)
            case user(Value<ARN>)
            /// A certificate that Atlas issues, for this subject: `CN=koemo`.
            case certificate(Value<String>)

            fileprivate var username: Expression {
                switch self {
                case .role(let arn), .user(let arn): arn.expression
                case .certificate(let subject): subject.expression
                }
            }

            fileprivate var iamType: String? {
                switch self {
                case .role: "ROLE"
                case .user: "USER"
                case .certificate: nil
                }
            }

            fileprivate var certificateType: String? {
                if case .certificate = self { "MANAGED" } else { nil }
            }
        }

        /// What the user may do where.
        public struct Privilege: Hashable, Sendable {
            public let role: String
            public let database: String

            public init(_ role: String, on database: String) {
                self.role = role
                self.database = database
            }

            public static func read(_ database: String) -> Privilege { Privilege("read", on: database) }
            public static func readWrite(_ database: String) -> Privilege { Privilege("readWrite", on: database) }
        }

        public static let type = ResourceType(
            terraform: "mongodbatlas_database_user", cloudFormation: "MongoDB::Atlas::DatabaseUser", area: .database)

        public var declaration: Declaration
        public var project: Value<Project.ID>
        public var identity: Identity
        public var privileges: [Privilege]
        /// The clusters that the user can log in to, by name; all of the project when there are none.
        public var clusters: [Value<String>]
        public var profile: AtlasProfile

        public init(
            _ name: Name, in project: Value<Project.ID>, as identity: Identity, may privileges: [Privilege],
            on clusters: [Value<String>] = [], profile: AtlasProfile = .default, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.project = project
            self.identity = identity
            self.privileges = privileges
            self.clusters = clusters
            self.profile = profile
        }

        public var properties: Properties {
            row("project_id", "ProjectId", project)
            row("username", "Username", identity.username)
            row("auth_database_name", "DatabaseName", "$external")
            row("aws_iam_type", "AWSIAMType", identity.iamType)
            row("x509_type", "X509Type", identity.certificateType)
            repeated("roles", "Roles", privileges) { privilege in
                row("role_name", "RoleName", privilege.role)
                row("database_name", "DatabaseName", privilege.database)
            }
            repeated("scopes", "Scopes", clusters) { cluster in
                row("name", "Name", cluster)
                row("type", "Type", "CLUSTER")
            }
            profile.row
        }
    }
}
