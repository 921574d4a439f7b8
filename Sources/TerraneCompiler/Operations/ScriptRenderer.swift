import Mustache
import Synchronization
import TerraneCore
import TerraneTemplates

/// Renders a template of a script. Each template is parsed once, and so are the parts that scripts share.
struct ScriptRenderer: Sendable {
    /// What one environment knows.
    struct Environment: Sendable {
        let name: String
        let facts: [(variable: String, value: JSON)]
    }

    private static let parts: MustacheLibrary = {
        var library = MustacheLibrary()
        for part in OperationsPart.allCases {
            if let template = try? parse(part.text) { library.register(template, named: part.rawValue) }
        }
        return library
    }()

    /// The templates that were parsed already, by their text.
    private static let known = Mutex<[String: MustacheTemplate]>([:])

    /// The name of the kind of text that templates are of, known to the library from the first use on.
    private static let kind: String = {
        MustacheContentTypes.register(ShellText(), named: ShellText.name)
        return ShellText.name
    }()

    private static func parse(_ template: String) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:\(kind)}}\n" + template)
    }

    private let template: MustacheTemplate

    /// Fails with what is wrong with the template.
    init(_ template: String) throws {
        self.template = try ScriptRenderer.known.withLock { known in
            if let template = known[template] { return template }
            let parsed = try ScriptRenderer.parse(template)
            known[template] = parsed
            return parsed
        }
    }

    func render(notice: String, _ environments: [Environment]) -> String {
        let context: [String: Any] = [
            "notice": notice, "names": environments.map(\.name).joined(separator: ", "),
            "environments": environments.map(\.context),
        ]
        return template.render(context, library: ScriptRenderer.parts)
    }
}

extension ScriptRenderer.Environment {
    fileprivate var context: [String: Any] {
        ["name": name, "facts": facts.map { ScriptRenderer.Environment.context($0.variable, $0.value) }]
    }

    private static func context(_ variable: String, _ value: JSON) -> [String: Any] {
        guard case .array(let items) = value else {
            return ["name": variable, "isList": false, "value": value.shellText]
        }
        return ["name": variable, "isList": true, "items": items.map(\.shellText)]
    }
}

extension JSON {
    /// The value as a shell has it: nothing for what is not given, JSON for what has parts.
    var shellText: String {
        switch self {
        case .null: ""
        case .string(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number, .array, .object: JSONPrinter.compact(self)
        }
    }

    /// Whether a shell can hold it: a text of the shell ends at the first NUL.
    var fitsShell: Bool {
        if case .array(let items) = self { return items.allSatisfy(\.fitsShell) }
        return !shellText.utf8.contains(0)
    }
}
