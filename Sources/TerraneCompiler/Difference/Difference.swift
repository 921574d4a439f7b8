public import TerraneCore

/// How two revisions of a stack differ, and what comes of deploying the newer one over the older.
public struct Difference: Sendable {
    public let stack: Name
    public let environment: String
    /// Worst first; changes of one rank in the order of the newer graph, removed resources after them.
    public let changes: [ResourceChange]
    /// What looks as if it only had another name, and does not say so.
    public let suggestions: [RenameSuggestion]

    public init(
        stack: Name, environment: String, changes: [ResourceChange], suggestions: [RenameSuggestion] = []
    ) {
        self.stack = stack
        self.environment = environment
        self.changes = changes
        self.suggestions = suggestions
    }
}

/// A component or resource that goes while its like comes under another name: it is destroyed and made anew, unless its author
/// says what it was called.
public struct RenameSuggestion: Hashable, Sendable {
    /// What goes and what comes: one of each, or, where nobody can tell which became which, all that it might be.
    public let older: [Name]
    public let newer: [Name]
    /// How many resources each of them has.
    public let resources: Int
    /// The author's line of the first that comes.
    public let source: SourceLocation

    public init(older: [Name], newer: [Name], resources: Int, source: SourceLocation) {
        self.older = older
        self.newer = newer
        self.resources = resources
        self.source = source
    }

    /// Whether it is not told which of several became which; nothing is guessed then.
    public var isAmbiguous: Bool { older.count > 1 || newer.count > 1 }

    /// What to write behind the declaration: `.renamed(from: "koemo-backend")`; nil where that is not known.
    public var modifier: String? {
        guard !isAmbiguous, let name = older.first else { return nil }
        return ".renamed(from: \"\(name)\")"
    }

    /// In a sentence without a full stop.
    public var summary: String {
        let things = resources == 1 ? "a resource" : "\(resources) resources"
        guard isAmbiguous else {
            let (old, new) = (older.first ?? "", newer.first ?? "")
            return
                "'\(new)' looks like '\(old)' under another name (\(things)): write `\(modifier ?? "")` behind it, or it is "
                + "destroyed and made anew"
        }
        return "\(RenameSuggestion.list(older)) go and \(RenameSuggestion.list(newer)) come, which are alike: say with "
            + "`.renamed(from:)` which of them was which"
    }

    private static func list(_ names: [Name]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}

/// What became of one resource, or of something that a stack has besides.
public struct ResourceChange: Sendable {
    /// What it is that changed.
    public enum Subject: String, Sendable {
        case resource
        /// What a deployment gives the stack.
        case parameter
        /// What the stack gives to others.
        case export
        /// What exists already and is found at each deployment.
        case lookup
        /// The stack as a whole.
        case stack
    }

    public enum Kind: Hashable, Sendable {
        case added
        case removed
        case changed
        /// It is the same resource under another name, because its author says so.
        case renamed(from: Name)
        /// Nothing of its own changed; it is here for what becomes of something that it refers to.
        case touched
    }

    public let subject: Subject
    public let name: Name
    public let kind: Kind
    /// `aws_db_instance.koemo_database`, where Terraform has it.
    public let terraformAddress: String?
    /// `AWS::RDS::DBInstance` and `KoemoDatabase`, where CloudFormation has it.
    public let cloudFormationType: String?
    public let logicalID: String?
    /// The author's line: of the newer revision, and for what is removed of the older. Nil where nothing says it.
    public let source: SourceLocation?
    public let properties: [PropertyChange]
    /// What comes of it, worst first. At least one: that it makes no difference is one too.
    public let consequences: [Consequence]

    public init(
        subject: Subject = .resource, name: Name, kind: Kind, terraformAddress: String?, cloudFormationType: String?,
        logicalID: String?, source: SourceLocation?, properties: [PropertyChange], consequences: [Consequence]
    ) {
        self.subject = subject
        self.name = name
        self.kind = kind
        self.terraformAddress = terraformAddress
        self.cloudFormationType = cloudFormationType
        self.logicalID = logicalID
        self.source = source
        self.properties = properties
        self.consequences = consequences
    }
}

/// A property that is not what it was.
public struct PropertyChange: Hashable, Sendable {
    /// Its path in Terraform's terms, `health_check/path`, and in CloudFormation's, where they have it.
    public let terraform: String?
    public let cloudFormation: String?
    /// As an author would read them: a literal, `koemo/vpc.id`, `$image_tag`; nil where there is none.
    public let before: String?
    public let after: String?

    public init(terraform: String?, cloudFormation: String?, before: String?, after: String?) {
        self.terraform = terraform
        self.cloudFormation = cloudFormation
        self.before = before
        self.after = after
    }
}

/// Something that comes of a change when it is deployed.
public struct Consequence: Hashable, Sendable {
    /// What a reviewer asks about, in the order of asking.
    public enum Kind: String, CaseIterable, Sendable {
        /// Something that stores data is replaced or removed, or what it stores is.
        case dataLoss = "data-loss"
        case removal
        /// A new path from the Internet, an opened group, a public bucket.
        case exposure
        case permissions
        /// Something that stores nothing is replaced.
        case replacement
        /// It is restarted or unavailable for a while.
        case downtime
        /// More or less of it, and so of what it costs.
        case capacity
        case other
        /// Words that people read, and tags.
        case cosmetic
    }

    /// How sure a consequence is, known without asking the cloud.
    public enum Certainty: String, CaseIterable, Sendable {
        case will, may, no
    }

    public let kind: Kind
    /// What comes of it for each back end; nil where the back end does not have the resource.
    public let terraform: Certainty?
    public let cloudFormation: Certainty?
    /// In a sentence without a full stop: `the database is replaced, and what it stores is lost`.
    public let summary: String
    /// `create-only`, `requires-replace`, `new-path-from-the-internet`: in the form of a diagnostic's rule.
    public let rule: String
    /// Who says so: `registry schema of AWS::RDS::DBInstance, createOnlyProperties`, `plan of hashicorp/aws 6.18.0`.
    public let authority: String
    /// The path of the property that brings it, in Terraform's terms or, where Terraform has none, in CloudFormation's.
    public let property: String?
    /// For what cascades: the resource that it comes from.
    public let cause: Name?

    public init(
        _ kind: Kind, terraform: Certainty?, cloudFormation: Certainty?, _ summary: String, rule: String,
        authority: String, property: String? = nil, cause: Name? = nil
    ) {
        self.kind = kind
        self.terraform = terraform
        self.cloudFormation = cloudFormation
        self.summary = summary
        self.rule = rule
        self.authority = authority
        self.property = property
        self.cause = cause
    }

    /// The surer of the two back ends.
    public var certainty: Certainty {
        Certainty.allCases.first { $0 == terraform || $0 == cloudFormation } ?? .no
    }
}

extension Consequence.Kind: Comparable {
    /// The worse one is the lesser, so that sorting puts it first.
    public static func < (left: Consequence.Kind, right: Consequence.Kind) -> Bool { left.position < right.position }

    private var position: Int { Consequence.Kind.allCases.firstIndex(of: self) ?? 0 }
}

extension Consequence.Certainty: Comparable {
    /// The surer one is the lesser, so that sorting puts it first.
    public static func < (left: Consequence.Certainty, right: Consequence.Certainty) -> Bool {
        left.position < right.position
    }

    private var position: Int { Consequence.Certainty.allCases.firstIndex(of: self) ?? 0 }
}

extension ResourceChange {
    /// How bad a change is. The worse one is the lesser.
    public struct Rank: Comparable, Sendable {
        public let kind: Consequence.Kind
        public let certainty: Consequence.Certainty

        public static func < (left: Rank, right: Rank) -> Bool {
            (left.kind, left.certainty) < (right.kind, right.certainty)
        }
    }

    /// The worst that will or may come of it; nil where nothing does.
    public var worst: Consequence? { consequences.first { $0.certainty != .no } }

    public var rank: Rank {
        guard let worst else {
            let isCosmetic = consequences.allSatisfy { $0.kind == .cosmetic }
            return Rank(kind: isCosmetic ? .cosmetic : .other, certainty: .no)
        }
        return Rank(kind: worst.kind, certainty: worst.certainty)
    }
}
