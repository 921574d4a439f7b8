/// One line of a bilingual table: a Swift value, its Terraform name and its CloudFormation name.
///
/// It is a class, though it never changes, so that tables are handed on without copying their lines.
public final class Row: Hashable, Sendable {
    /// How Terraform writes what is nested: as a block (`health_check { … }`) or as an attribute (`x = { … }`).
    public enum Form: Hashable, Sendable {
        case block, attribute
    }

    public enum Content: Hashable, Sendable {
        case value(Expression)
        /// A table within the table.
        case nested(Properties)
        /// Several tables of the same shape.
        case repeated([Properties])
    }

    /// The Terraform name, `/` between nested ones; nil where Terraform has no such property. An empty name
    /// stands for the surrounding table itself.
    public let terraform: String?
    /// The CloudFormation name, in the same way.
    public let cloudFormation: String?
    public let form: Form
    public let content: Content
    /// Why only one side has the property.
    public let reason: String?

    public init(
        terraform: String?, cloudFormation: String?, form: Form = .attribute, content: Content, reason: String? = nil
    ) {
        self.terraform = terraform
        self.cloudFormation = cloudFormation
        self.form = form
        self.content = content
        self.reason = reason
    }

    public static func == (left: Row, right: Row) -> Bool {
        left === right
            || (left.terraform == right.terraform && left.cloudFormation == right.cloudFormation
                && left.form == right.form
                && left.content == right.content && left.reason == right.reason)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(terraform)
        hasher.combine(cloudFormation)
        hasher.combine(content)
    }

    /// Whether there is anything to write.
    public var isEmpty: Bool {
        switch content {
        case .value(let value): value.isNull
        case .nested(let table): table.rows.allSatisfy(\.isEmpty) && !table.isMarker
        case .repeated(let tables): tables.isEmpty
        }
    }
}

/// A bilingual table: the properties of a resource or of a part of one.
public struct Properties: Hashable, Sendable {
    public var rows: [Row]
    /// A part that says something by being there, even when it is empty: WAF's `block {}`.
    public var isMarker = false

    public init(_ rows: [Row] = []) {
        self.rows = rows
    }

    public init(@PropertiesBuilder _ rows: () -> Properties) {
        self = rows()
    }

    /// A part that says something by being there.
    public static var marker: Properties {
        var table = Properties()
        table.isMarker = true
        return table
    }

    /// Calls `visit` with every expression of the table, nested ones too.
    public func forEachExpression(_ visit: (Expression) -> Void) {
        for row in rows {
            switch row.content {
            case .value(let value): visit(value)
            case .nested(let table): table.forEachExpression(visit)
            case .repeated(let tables): for table in tables { table.forEachExpression(visit) }
            }
        }
    }
}
