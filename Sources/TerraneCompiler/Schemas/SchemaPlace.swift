import TerraneCore

/// A place in a written resource: `visibility_config/metric_name` of the resource `firewall`.
struct SchemaPlace {
    let resource: Name
    let type: String
    let path: [String]
    let line: SourceLocation

    init(_ written: WrittenBlock, _ type: String, _ path: [String]) {
        resource = written.name
        self.type = type
        self.path = path
        line = written.place
    }

    private init(_ place: SchemaPlace, path: [String]) {
        resource = place.resource
        type = place.type
        self.path = path
        line = place.line
    }

    static func / (place: SchemaPlace, name: String) -> SchemaPlace {
        SchemaPlace(place, path: place.path + [name])
    }

    /// The last name of the path.
    var name: String { path.last ?? "" }

    /// `aws_wafv2_web_acl`, or `visibility_config of aws_wafv2_web_acl`: what the name is looked for in.
    var owner: String {
        path.count > 1 ? "'\(path.dropLast().joined(separator: "/"))' of '\(type)'" : "'\(type)'"
    }

    /// The whole path.
    var text: String { path.joined(separator: "/") }
}
