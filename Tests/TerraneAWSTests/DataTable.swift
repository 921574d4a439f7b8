import TerraneCore

/// A bilingual table as each target sees it: from paths such as `notification[0]/threshold` to values.
struct DataTable {
    private(set) var terraform: [String: Expression] = [:]
    private(set) var cloudFormation: [String: Expression] = [:]

    init(_ resource: any Resource) {
        add(resource.properties, terraform: "", cloudFormation: "")
    }

    private mutating func add(_ table: Properties, terraform left: String?, cloudFormation right: String?) {
        for row in table.rows where !row.isEmpty {
            add(
                row, terraform: DataTable.path(left, row.terraform),
                cloudFormation: DataTable.path(right, row.cloudFormation))
        }
    }

    private mutating func add(_ row: Row, terraform left: String?, cloudFormation right: String?) {
        switch row.content {
        case .value(let value):
            if let left { terraform[left] = value.side(terraform: true) }
            if let right { cloudFormation[right] = value.side(terraform: false) }
        case .nested(let table):
            add(table, terraform: left, cloudFormation: right)
        case .repeated(let tables):
            for (index, table) in tables.enumerated() {
                add(table, terraform: left.map { "\($0)[\(index)]" }, cloudFormation: right.map { "\($0)[\(index)]" })
            }
        }
    }

    private static func path(_ parent: String?, _ name: String?) -> String? {
        guard let parent, let name else { return nil }
        return parent.isEmpty || name.isEmpty ? parent + name : parent + "/" + name
    }
}

extension Expression {
    fileprivate func side(terraform: Bool) -> Expression {
        guard case .either(let left, let right) = self else { return self }
        return terraform ? left : right
    }
}

/// The names of the resources that an element and the components in it list.
func listedNames(_ element: any Element) -> [String] {
    listedResources(element).map(\.name.path)
}

func listedResources(_ element: any Element) -> [any Resource] {
    if let resource = element as? any Resource { return [resource] }
    guard let component = element as? any Component else { return [] }
    return component.body.entries.flatMap { listedResources($0.element) }
}

/// The table of the listed resource of this name.
func table(of name: String, in element: any Element) -> DataTable? {
    listedResources(element).first { $0.name.path == name }.map { DataTable($0) }
}
