import TerraneSchemas

/// What is wrong with a value, by a schema, and where.
struct SchemaFinding {
    let path: ValuePath
    let problem: SchemaProblem
    /// The members whose values make it wrong, where it would do with others.
    var because: [String] = []
}

/// What a schema may have against a value.
enum SchemaProblem {
    case unknown(known: [String: SchemaNode])
    case readOnly
    case missing([String])
    case wrongKind(SchemaTypes, found: String)
    case notListed(String, SchemaEnumeration)
    case mismatch(String, SchemaPattern, format: String?)
    case length(Int, ClosedRange<Int>)
    case range(String, SchemaRange)
    case multiple(String, of: Double)
    case count(Int, ClosedRange<Int>, of: String)
    case repeated
    /// Members that do not go together.
    case exclusive([String])
    /// A member that wants another beside it.
    case needs(String, by: String)
    /// It may not be there at all.
    case forbidden
    /// None of several forms fits.
    case noForm
}

/// A place in a value: `SecurityGroupIngress/0/FromPort`.
struct ValuePath: Hashable {
    enum Part: Hashable {
        case member(String)
        case item(Int)
    }

    var parts: [Part] = []

    /// The property that it is in.
    var property: String? {
        if case .member(let name)? = parts.first { name } else { nil }
    }

    var text: String {
        parts.map { part in
            switch part {
            case .member(let name): name
            case .item(let index): String(index)
            }
        }.joined(separator: "/")
    }

    func appending(_ name: String) -> ValuePath {
        ValuePath(parts: parts + [.member(name)])
    }
}
