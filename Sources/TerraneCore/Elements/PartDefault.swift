/// Properties that every resource of one type has in a component, or in a whole stack, unless its own table says otherwise:
/// the permissions boundary of roles, for instance.
public struct PartDefault: Hashable, Sendable {
    public let type: ResourceType
    public let rows: [Row]

    public init(for type: ResourceType, @PropertiesBuilder _ rows: () -> Properties) {
        self.type = type
        self.rows = rows().rows
    }

    /// The rows for a resource of this type whose table has no such rows.
    public func rows(for type: ResourceType, besides table: Properties) -> [Row] {
        guard type == self.type else { return [] }
        return rows.filter { row in
            !table.rows.contains {
                !$0.isEmpty && $0.terraform == row.terraform && $0.cloudFormation == row.cloudFormation
            }
        }
    }
}

extension Component {
    /// Gives all its parts of a type properties that they do not have by themselves. The innermost word holds.
    public func defaulting(_ defaults: PartDefault...) -> Self {
        with { $0.defaults += defaults }
    }
}
