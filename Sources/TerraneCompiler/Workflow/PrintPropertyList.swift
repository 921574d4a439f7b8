public import TerraneCore
public import TerraneWorkflows
import TerraneXML

extension PropertyListDocument {
    /// The file as XML, with a comment at its head; values are resolved as those of workflows are.
    public func printed(
        headedBy comment: String, resolving resolve: @escaping (Expression) -> String?
    ) -> PrintedDocument {
        var lowering = PropertyListLowering(source: source, resolve: resolve)
        let list = lowering.lower(contents) ?? .dictionary([])
        do throws(XMLError) {
            let bytes = try list.document(comment: comment).serialized()
            return PrintedDocument(bytes: bytes, diagnostics: lowering.diagnostics)
        } catch {
            let unwritable = Diagnostic.unwritable(path, "\(error)", at: source)
            return PrintedDocument(bytes: [], diagnostics: lowering.diagnostics + [unwritable])
        }
    }
}

/// Turns values into those of a property list.
private struct PropertyListLowering {
    let source: SourceLocation
    let resolve: (Expression) -> String?
    var diagnostics: [Diagnostic] = []
    /// The key whose value is being lowered.
    private var key = ""

    init(source: SourceLocation, resolve: @escaping (Expression) -> String?) {
        self.source = source
        self.resolve = resolve
    }

    /// Nil for what is not given, and for what is not known.
    mutating func lower(_ value: Expression) -> TerraneXML.PropertyList? {
        switch value {
        case .null: return nil
        case .string(let text): return .string(text)
        case .integer(let number): return .integer(number)
        case .number(let number): return .real(number)
        case .boolean(let flag): return .boolean(flag)
        case .list(let items): return .array(items.compactMap { lower($0) })
        case .object(let fields): return .dictionary(fields.compactMap { lower($0) })
        default: break
        }
        if let text = resolve(value) { return .string(text) }
        if !value.isMalformed { diagnostics.append(.unknownInDocument(key, value, at: source)) }
        return nil
    }

    private mutating func lower(_ field: Expression.Field) -> TerraneXML.PropertyList.Entry? {
        key = field.key
        return lower(field.value).map { TerraneXML.PropertyList.Entry(field.key, $0) }
    }
}
