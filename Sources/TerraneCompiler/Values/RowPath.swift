/// The names on the way to a property: `DeploymentConfiguration/MaximumPercent` has two, an empty one none.
enum RowPath {
    static func parts(of name: String) -> [String] {
        let slash = UInt8(ascii: "/")
        if name.isEmpty { return [] }
        guard name.utf8.contains(slash) else { return [name] }
        return name.utf8.split(separator: slash).map { String(Substring($0)) }
    }
}
